import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaperDocument } from '#shared/domain/report/reportContent.ts'
import type { ReportRow } from '#shared/domain/report/reportTable.ts'
import { OFFICIAL_FONTS } from '#electron/reports/fontTable.ts'
import { paperHtml } from '#electron/reports/html/paperHtml.ts'
import { officeFacts } from '../../../helpers/reportFacts.ts'
import { cardDocument, groupTable, officialDocument, rankingDocument } from './documents.ts'
import { pagesOf, startPrinter, wordsOf, type Printer, type Word } from './printHtml.ts'

let printer: Printer
beforeAll(async () => {
  printer = await startPrinter()
})
afterAll(() => printer.close())

const print = (document: PaperDocument): Promise<Uint8Array> =>
  printer.print(paperHtml(document, OFFICIAL_FONTS))

/** Words above one another's height are one line. */
function linesOf(words: readonly Word[]): number {
  return new Set(words.map((word) => Math.round(word.top * 2))).size
}

const MARK = '预览，未定稿'

describe('a 公文', () => {
  const facts = officeFacts({ units: 23 })
  let words: Word[]
  let pages: string[]
  beforeAll(async () => {
    const pdf = await print(officialDocument(facts, 14))
    words = wordsOf(pdf)
    pages = pagesOf(pdf)
  })
  const inFoot = (word: Word): boolean => word.top > 255

  it('has 22 lines of 28 characters inside margins of 37, 28, 35 and 26 mm', () => {
    const text = words.filter((word) => word.page === 2 && !inFoot(word))
    expect(linesOf(text)).toBe(22)
    expect(Math.min(...text.map((word) => word.left))).toBeCloseTo(28, 0)
    expect(Math.max(...text.map((word) => word.right))).toBeCloseTo(184, 0)
    const full = pages[1]!.split('\n').map((line) => line.trim().length)
    expect(Math.max(...full)).toBeGreaterThanOrEqual(28)
  })

  it('numbers its pages outside, on every page', () => {
    const numbers = words.filter((word) => inFoot(word) && /^\d+$/.test(word.text))
    const portrait = numbers.filter((word) => word.page <= 4)
    expect(portrait.map((word) => word.text)).toEqual(['1', '2', '3', '4'])
    for (const { page, left } of portrait) {
      if (page % 2 === 1) expect(left).toBeGreaterThan(160)
      else expect(left).toBeLessThan(50)
    }
    expect(pages.map((page) => /—\s*(\d+)\s*—/.exec(page)?.[1])).toEqual(
      pages.map((_, index) => String(index + 1))
    )
  })

  it('says on every page which snapshot it is of, and 附件 begin pages', () => {
    for (const page of pages) expect(page).toContain(facts.snapshot!.id)
    expect(pages.filter((page) => /^\s*附件\d$/m.test(page.trimStart().split('\n')[0]!))).toHaveLength(2)
  })

  it('ends with the name centred above the date, the date four characters from the right', () => {
    const date = words.find((word) => word.text === '2026年10月15日' && word.bottom - word.top > 8)!
    const name = words.find((word) => word.text === facts.results.scheme.organisation && word.top > 100)!
    // One character is 156 / 28 mm.
    expect(184 - date.right).toBeCloseTo((4 * 156) / 28, 0)
    expect((name.left + name.right) / 2).toBeCloseTo((date.left + date.right) / 2, -0.5)
    expect(name.bottom).toBeLessThan(date.bottom)
  })
})

describe('a ranking of 200 units', () => {
  const facts = officeFacts({ units: 200, hostileNames: true })
  const groups = facts.results.races[0]!.groups
  let pages: string[]
  beforeAll(async () => {
    pages = pagesOf(await print(rankingDocument(facts)))
  })

  it('has the heads of its columns and the snapshot on every page', () => {
    expect(pages.length).toBeGreaterThan(groups.length)
    for (const page of pages) {
      expect(page).toMatch(/名次\s+单位[^]*总得分\s+备注/)
      expect(page).toContain(facts.snapshot!.id)
      expect(page).not.toContain(MARK)
    }
  })

  it('holds every unit with its total, and no row is torn', () => {
    const lines = pages.flatMap((page) => page.split('\n'))
    for (const { units } of groups)
      for (const unit of units.filter(({ rank, name }) => rank !== null && name.length < 14)) {
        const row = lines.find((line) => line.includes(unit.name) && line.includes(unit.total!.printed))
        expect(row, unit.name).toMatch(new RegExp(`^\\s*${unit.rank}\\s`))
      }
    expect(lines.filter((line) => line.includes('缺报，暂不排名'))).toHaveLength(1)
  })
})

describe('a preview', () => {
  it('says so on every page, whatever its size', async () => {
    const facts = officeFacts({ units: 23, frozen: false })
    const documents = [officialDocument(facts), rankingDocument(facts), cardDocument(facts)]
    for (const document of documents)
      for (const page of pagesOf(await print(document))) {
        expect(page.trimStart().startsWith(MARK)).toBe(true)
        expect(page).toContain(`${MARK} · 校验`)
      }
  })
})

describe('thirty columns and names of forty characters', () => {
  it('stay inside the page', async () => {
    const facts = officeFacts({ units: 23, dimensions: 23, hostileNames: true })
    const words = wordsOf(await print(rankingDocument(facts)))
    expect(Math.min(...words.map((word) => word.left))).toBeGreaterThan(14)
    expect(Math.max(...words.map((word) => word.right))).toBeLessThan(283)
  })
})

describe('a list with names of groups in it', () => {
  it('never leaves such a name at the end of a page', async () => {
    const facts = officeFacts({ units: 23 })
    const table = groupTable(facts, facts.results.races[0]!.groups[0]!)
    // Groups of growing length: some name falls on the end of a page.
    const rows = Array.from({ length: 12 }, (_, group): ReportRow[] => [
      { cells: {}, band: `〔${group}〕` },
      ...Array.from({ length: 3 + group }, (_, index) => ({ cells: { unit: `单位${group}-${index}` } }))
    ]).flat()
    const document: PaperDocument = {
      title: '清单',
      mark: '',
      provenance: '快照',
      sections: [
        { orientation: 'LANDSCAPE', layout: 'TABLE', blocks: [{ type: 'table', table: { ...table, rows } }] }
      ]
    }
    const pages = pagesOf(await print(document))
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages.slice(0, -1)) {
      const body = page.split('\n').filter((line) => /〔\d+〕|单位\d/.test(line))
      expect(body.at(-1)).not.toContain('〔')
    }
  })
})

describe('cards', () => {
  it('are one page a unit', async () => {
    const facts = officeFacts({ units: 23, dimensions: 8 })
    const pages = pagesOf(await print(cardDocument(facts, 3)))
    expect(pages).toHaveLength(3)
    facts.results.races[0]!.groups[0]!.units.slice(0, 3).forEach((unit, index) =>
      expect(pages[index]).toContain(unit.name)
    )
  })
})
