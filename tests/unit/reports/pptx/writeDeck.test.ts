import { describe, expect, it } from 'vitest'
import { deckReport } from '#shared/domain/report/deck/deckReport.ts'
import type { DeckContent } from '#shared/domain/report/deck/deckContent.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { cellText } from '#shared/domain/report/cellText.ts'
import { writeDeck } from '#electron/reports/pptx/writeDeck.ts'
import { validate } from '../../../helpers/officeFiles.ts'
import { AT, officeFacts, OPTIONS, type OfficeSize } from '../../../helpers/reportFacts.ts'
import { readDeck, wordsOf, type ReadDeck } from './readDeck.ts'

interface Written {
  facts: ReportFacts
  deck: DeckContent
  bytes: Uint8Array
  read: ReadDeck
}

async function written(size: OfficeSize): Promise<Written> {
  const facts = officeFacts(size)
  const deck = deckReport.deck!(facts, OPTIONS)
  const bytes = await writeDeck(deck, null, AT)
  return { facts, deck, bytes, read: await readDeck(bytes) }
}

const SIZES: [string, OfficeSize][] = [
  ['3 units', { units: 3 }],
  ['23 units', { units: 23 }],
  ['200 units', { units: 200, quarters: 2 }],
  ['hostile names, a preview', { units: 23, hostileNames: true, frozen: false }],
  ['15 dimensions', { units: 23, dimensions: 15, quarters: 1 }]
]

describe.each(SIZES)('the presentation of %s', (_name, size) => {
  const made = written(size)

  it('has no error for the Open XML SDK', async () => {
    expect(await validate((await made).bytes, 'pptx')).toEqual([])
  })

  it('has the deck’s slides with all their words, none dropped', async () => {
    const { deck, read } = await made
    expect(read.slides).toHaveLength(deck.slides.length)
    deck.slides.forEach((slide, index) => {
      const words = wordsOf(read.slides[index]!)
      expect(read.slides[index]!.title).toBe(slide.title)
      for (const part of slide.parts) {
        if (part.type === 'bullets') for (const item of part.items) expect(words).toContain(item)
        if (part.type === 'note') expect(words).toContain(part.text)
        if (part.type === 'figures')
          for (const { value, note } of part.items) expect(words).toContain(`${value} ${note}`)
      }
      expect(read.slides[index]!.notes).toBe(slide.notes)
    })
  })

  it('has tables whose cells are the deck’s, cell by cell', async () => {
    const { deck, read } = await made
    deck.slides.forEach((slide, index) => {
      const tables = slide.parts.filter((part) => part.type === 'table').map((part) => part.table)
      expect(read.slides[index]!.tables).toHaveLength(tables.length)
      tables.forEach(({ columns, rows, foot }, at) => {
        const [, ...body] = read.slides[index]!.tables[at]!
        const whole = [...rows, ...foot].filter((row) => row.merged === undefined && row.band === undefined)
        for (const row of whole)
          expect(body).toContainEqual(columns.map((column) => cellText(row.cells[column.id])))
        expect(body).toHaveLength(rows.length + foot.length)
      })
    })
  })

  it('has charts with the same numbers in cache and workbook as the deck', async () => {
    const { deck, read } = await made
    deck.slides.forEach((slide, index) => {
      const charts = slide.parts.filter((part) => part.type === 'chart').map((part) => part.chart)
      expect(read.slides[index]!.charts).toHaveLength(charts.length)
      charts.forEach((chart, at) => {
        const seen = read.slides[index]!.charts[at]!
        const values =
          chart.kind === 'BARS'
            ? [...chart.bars.map((bar) => bar.value), ...(chart.mean === null ? [] : [chart.mean])]
            : chart.kind === 'PROFILE'
              ? chart.rows.map((row) => row.rate)
              : chart.points.map((point) => point.value)
        expect(seen.values[0]).toEqual(values)
        expect(seen.sheet.slice(1).map((row) => row[1])).toEqual(
          values.map((value) => (value === null ? null : Number(value)))
        )
        expect(seen.sheet.slice(1).map((row) => row[0])).toEqual(seen.categories)
        expect(seen.title).toBe(chart.title)
        expect(seen.description).toContain(chart.title)
      })
    })
  })

  it('keeps every name in full, in the chart’s workbook too', async () => {
    const { deck, read } = await made
    deck.slides.forEach((slide, index) =>
      slide.parts.forEach((part) => {
        if (part.type !== 'chart' || part.chart.kind !== 'BARS') return
        const sheet = read.slides[index]!.charts[0]!.sheet
        for (const bar of part.chart.bars) expect(sheet.flat()).toContain(bar.label)
      })
    )
  })

  it('says where it comes from on every slide, and that a preview is one', async () => {
    const { deck, read } = await made
    for (const slide of read.slides) {
      expect(slide.texts.join('\n')).toContain(deck.provenance)
      expect(slide.texts.includes('预览，未定稿')).toBe(deck.mark !== '')
    }
  })

  it('is set in type that can be read and stays on the slide', async () => {
    const { read } = await made
    for (const slide of read.slides) {
      for (const size of slide.cellSizes) expect(size).toBeGreaterThanOrEqual(12)
      for (const size of slide.bulletSizes) expect(size).toBeGreaterThanOrEqual(18)
      for (const { right, bottom } of slide.edges) {
        expect(right).toBeLessThanOrEqual(read.width)
        expect(bottom).toBeLessThanOrEqual(read.height)
      }
    }
  })

  it('is the same bytes again', async () => {
    const { deck, bytes } = await made
    expect(Buffer.from(await writeDeck(deck, null, AT)).equals(Buffer.from(bytes))).toBe(true)
  })
})

describe('a ranking slide', () => {
  it('shows each group’s places, totals and mean as the snapshot has them', async () => {
    const { facts, read } = await written({ units: 23 })
    for (const group of facts.results.races[0]!.groups) {
      const slide = read.slides.find(({ charts }) => charts[0]?.title === `${group.name}总得分（分）`)!
      const rows = slide.tables[0]!
      for (const unit of group.units.filter((each) => each.rank !== null))
        expect(rows.find((row) => row[1] === unit.name)!.slice(0, 3)).toEqual([
          String(unit.rank),
          unit.name,
          unit.total!.printed
        ])
      expect(rows.at(-1)!.slice(1, 3)).toEqual(['组平均', group.mean!.total])
      const ranked = group.units.filter((unit) => unit.rank !== null)
      expect(slide.charts[0]!.values[0]!.map(Number)).toEqual(
        [...ranked.map((unit) => unit.total!.printed), group.mean!.total].map(Number)
      )
    }
  })

  it('says of units without data that they are not ranked, never 0', async () => {
    const { facts, read } = await written({ units: 23 })
    const [group] = facts.results.races[0]!.groups.filter(({ units }) =>
      units.some((unit) => unit.state === 'BLOCKED')
    )
    const blocked = group!.units.find((unit) => unit.state === 'BLOCKED')!
    const rows = read.slides.flatMap((slide) => slide.tables).flat()
    expect(rows).toContainEqual(['/', blocked.name, '缺数据，暂不排名'])
  })
})

describe('control characters in names', () => {
  it('leave no trace in the parts', async () => {
    const facts = officeFacts({ units: 3, quarters: 1 })
    const deck = deckReport.deck!(facts, { ...OPTIONS, issuer: '甲\u0001局\ud800<&>"\'' })
    const bytes = await writeDeck(deck, null, AT)
    expect(await validate(bytes, 'pptx')).toEqual([])
    const read = await readDeck(bytes)
    expect(read.slides[1]!.texts.join('')).toContain('甲局<&>"\'')
  })
})
