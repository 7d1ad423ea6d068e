import { describe, expect, it } from 'vitest'
import { circularParagraphs } from '#shared/domain/report/circular/circularParagraphs.ts'
import { circularReport } from '#shared/domain/report/circular/circularReport.ts'
import { markedText, piecesOf, plainText } from '#shared/domain/report/circular/markedText.ts'
import { listedUnits } from '#shared/domain/report/namedUnits.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { officeFacts, OPTIONS, type OfficeSize } from '../../../../helpers/reportFacts.ts'

const SIZES: [string, OfficeSize][] = [
  ['3 units', { units: 3 }],
  ['23 units', { units: 23 }],
  ['200 units', { units: 200 }],
  ['23 units with hostile names', { units: 23, hostileNames: true }],
  ['a first quarter', { units: 23, quarters: 1 }],
  ['a preview of 30 dimensions', { units: 23, dimensions: 30, frozen: false }]
]
const CHOICES: Partial<ReportOptions>[] = [
  { line: '30' },
  { bottom: 'COUNT' },
  { topOnly: 1 },
  { topOnly: 3, bottom: 'COUNT' }
]

describe.each(SIZES)('%s', (_, size) => {
  const facts = officeFacts(size)

  it.each(CHOICES)('is wording around facts: %j', (choice) => {
    const paragraphs = circularParagraphs(facts, { ...OPTIONS, ...choice })
    expect(new Set(paragraphs.map(({ key }) => key)).size).toBe(paragraphs.length)
    const names = [...facts.scheme.units, ...facts.scheme.groups, ...facts.results.races].map(
      ({ name }) => name
    )
    for (const { pieces, key } of paragraphs) {
      const words = pieces.filter(({ fact }) => fact === undefined).map(({ text }) => text)
      // Neither a number nor a name stands outside of a fact.
      expect(words.join(' '), key).not.toMatch(/[0-9]|⟦|undefined|null|NaN/)
      expect(names.filter((name) => words.some((text) => text.includes(name)))).toEqual([])
      expect(pieces.every(({ text }) => text !== '')).toBe(true)
      // One id, one text.
      const texts = new Map(pieces.map(({ fact, text }) => [fact, text]))
      for (const { fact, text } of pieces)
        if (fact !== undefined) expect(texts.get(fact), `${key} ${fact}`).toBe(text)
      const plain = plainText(pieces)
      expect(plain, key).toMatch(/[。：]$/)
      expect(plain, key).not.toMatch(/[，。；、：]{2}|（）|分别为[^、，。；]+[。；]|。。/)
    }
  })

  it('survives the way into text with marks and back', () => {
    for (const { pieces } of circularParagraphs(facts, OPTIONS)) {
      const known = new Map(pieces.map((piece) => [piece.fact, piece]))
      expect(piecesOf(markedText(pieces), (id) => known.get(id) ?? null)).toEqual(pieces)
    }
  })

  it.each(CHOICES)('names nobody who is only to be counted: %j', (choice) => {
    const options = { ...OPTIONS, ...choice }
    const named = new Set(namesOf(facts, options))
    const hidden = facts.scheme.units.filter(({ code }) => !named.has(code))
    expect(hidden.length > 0).toBe(choice.topOnly !== undefined || choice.bottom === 'COUNT')
    const told = circularParagraphs(facts, options).flatMap(({ pieces }) => pieces.map(({ unit }) => unit))
    expect(hidden.filter(({ code }) => told.includes(code))).toEqual([])
    // Nor do the tables. Names that are part of another name cannot be told apart there.
    const others = facts.scheme.units.filter(({ code }) => named.has(code)).map(({ name }) => name)
    const paper = JSON.stringify(circularReport.paper!(facts, options).sections)
    const apart = hidden.filter(({ name }) => !others.some((other) => other.includes(name)))
    expect(apart.filter(({ name }) => paper.includes(JSON.stringify(name)))).toEqual([])
  })

  it('prints the scores of the snapshot and nothing else with decimals', () => {
    const printed = new Set<string>()
    JSON.stringify(facts.results, (_key, value: unknown) => {
      if (typeof value === 'string')
        for (const number of value.match(/\d+\.\d{2}/g) ?? []) printed.add(number)
      return value
    })
    JSON.stringify(facts.earlier, (_key, value: unknown) => {
      if (typeof value === 'string')
        for (const number of value.match(/\d+\.\d{2}/g) ?? []) printed.add(number)
      return value
    })
    for (const { pieces } of circularParagraphs(facts, OPTIONS))
      for (const { text, fact } of pieces) {
        // The mean over all groups is the engine's, taken once more; its own test is the golden text.
        if (fact === undefined || fact === 'mean.race' || !/^\d+\.\d{2}$/.test(text)) continue
        expect(printed.has(text), `${fact} ${text}`).toBe(true)
      }
  })

  it('is the same document every time, attachments in order', () => {
    const paper = circularReport.paper!(facts, OPTIONS)
    expect(circularReport.paper!(facts, OPTIONS)).toEqual(paper)
    const [text, ...tables] = paper.sections
    expect(text!.layout).toBe('OFFICIAL')
    expect(tables.every(({ layout }) => layout === 'TABLE')).toBe(true)
    const labels = tables.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'attachmentLabel' ? [block.text] : []))
    )
    const items = text!.blocks.flatMap((block) => (block.type === 'attachments' ? block.items : []))
    expect(labels).toEqual(items.map((_item, index) => `附件${index + 1}`))
    expect(paper.mark).toBe(facts.snapshot === null ? '预览，未定稿' : '')
  })
})

/** Codes of the units that a report with these options may name. */
function namesOf({ results, scheme }: ReportFacts, options: ReportOptions): string[] {
  if (options.topOnly === null && options.bottom === 'NAMES') return scheme.units.map(({ code }) => code)
  const groups = results.races.flatMap((race) => race.groups)
  return groups.flatMap((group) => listedUnits(group, options).map(({ unit }) => unit))
}
