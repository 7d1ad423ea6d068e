import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { createWorkbookReader } from '#electron/workbook/workbookReader.ts'
import { isAppError } from '#shared/appError.ts'
import { analyseWorkbook } from '#shared/domain/importing/analyseWorkbook.ts'
import type { ImportCatalogue } from '#shared/domain/importing/catalogue.ts'
import { composeHeader } from '#shared/domain/importing/header/composeHeader.ts'
import { findHeader } from '#shared/domain/importing/header/findHeader.ts'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import type { RawSheet, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { sheetGrid, type SheetGrid } from '#shared/domain/importing/grid/sheetGrid.ts'
import { CORPUS_MISSING, corpusFiles } from '../helpers/corpus.ts'
import { catalogue, INDICATORS } from '../unit/domain/importing/helpers/catalogue.ts'
import { rawWorkbook } from '../unit/domain/importing/helpers/rawSheet.ts'
import { soil } from './dirt.ts'
import { WORLD } from './facts.ts'
import { sketch } from './importBack.ts'
import { LAYOUTS } from './layoutList.ts'
import { tapes } from './tape.ts'
import { shifted, withEmptyCol, withEmptyRow, withTitle } from './transform.ts'

/** Everything staged, without its addresses. */
function staged(sheet: RawSheet, names: ImportCatalogue, fileName = '报送表.xlsx'): string[] {
  const [found] = analyseWorkbook(rawWorkbook([sheet], { fileName }), names, importFixes.parse({})).sheets
  const { readings, adjustments } = found!
  return [
    ...readings.map(({ unit, indicator, field, rater, state, value, raw }) =>
      JSON.stringify([unit, indicator, field, rater, state, value, raw])
    ),
    ...adjustments.map(({ unit, classCode, points, reason, date }) =>
      JSON.stringify([unit, classCode, points, reason, date])
    )
  ].sort()
}

interface Change {
  name: string
  of: (sheet: RawSheet, number: number) => RawSheet
}

const CHANGES: readonly Change[] = [
  { name: 'moved', of: (sheet, number) => shifted(sheet, number % 4, (number >> 2) % 4) },
  { name: 'an empty row above', of: (sheet) => shifted(sheet, 1, 0) },
  { name: 'a title above', of: (sheet) => withTitle(sheet, '2026年三季度有关情况') },
  {
    name: 'an empty column',
    of: (sheet, number) => withEmptyCol(sheet, number % Math.max(1, sheet.colCount))
  },
  {
    name: 'an empty row at the end',
    of: (sheet) => withEmptyRow(sheet, Math.max(0, ...sheet.cells.map((cell) => cell.row)) + 1)
  }
]

describe('generated sheets', () => {
  it.each(CHANGES)('$name changes nothing that is staged', ({ of }) => {
    fc.assert(
      fc.property(tapes, fc.nat(10_000), (source, number) => {
        const tape = source.play()
        const { sheet } = soil(tape, LAYOUTS[tape.pick(Object.keys(LAYOUTS))]!(tape))
        expect(staged(of(sheet, number), WORLD), sketch(rawWorkbook([sheet]))).toEqual(staged(sheet, WORLD))
      }),
      { numRuns: 50 }
    )
  })

  it('nor does the name of the file, unless it names a unit or a quarter', () => {
    fc.assert(
      fc.property(
        tapes,
        fc.constantFrom('新建 工作表(1).xls', 'Book1.xlsx', '汇总（终稿）2.csv'),
        (source, name) => {
          const tape = source.play()
          const { sheet } = soil(tape, LAYOUTS[tape.pick(Object.keys(LAYOUTS))]!(tape))
          expect(staged(sheet, WORLD, name)).toEqual(staged(sheet, WORLD))
        }
      ),
      { numRuns: 50 }
    )
  })
})

/** Larger sheets take long and show nothing more. */
const MAX_CELLS = 3000

/** Names as a sheet itself uses them: texts of its first column of texts as units, heads of its numbers as indicators. */
function namesOf(grid: SheetGrid): ImportCatalogue | null {
  const header = findHeader(grid, () => false)
  if (!header) return null
  const body = grid.rows.filter((row) => row > header.last)
  const texts = (col: number): string[] => [
    ...new Set(
      body
        .map((row) => grid.own(row, col))
        .filter((cell) => cell?.kind === 'text' && cell.value.length < 30)
        .map((cell) => cell!.value.trim())
    )
  ]
  const columns = composeHeader(grid, header).filter(({ path }) => path.length > 0)
  const side = columns.find(({ col }) => texts(col).length >= 3)
  if (!side) return null
  const numbers = columns.filter(
    ({ col }) => col !== side.col && body.some((row) => grid.own(row, col)?.kind === 'number')
  )
  const units = texts(side.col).map((name, index) => ({
    code: `u${index}`,
    name,
    shortName: null,
    aliases: [],
    groups: []
  }))
  const all = new Set(units.map(({ code }) => code))
  const model = INDICATORS.find((one) => one.code === 'events')!
  const indicators = [...new Set(numbers.map(({ path }) => path.at(-1)!))].map((name, index) => ({
    ...model,
    code: `i${index}`,
    name,
    aliases: [],
    unit: '',
    units: all,
    targets: new Map<string, string>()
  }))
  return indicators.length === 0 ? null : catalogue({ units, indicators })
}

describe.skipIf(CORPUS_MISSING !== null)('real sheets under names of their own', () => {
  const reader = createWorkbookReader()
  afterAll(() => reader.close())

  async function readAll(): Promise<RawWorkbook[]> {
    const books: RawWorkbook[] = []
    for (const { path } of corpusFiles('open')) {
      try {
        books.push(await reader.read({ path }))
      } catch (error) {
        if (!isAppError(error)) throw error
      }
    }
    return books
  }

  it('are staged alike wherever they stand', async () => {
    let compared = 0
    for (const book of await readAll()) {
      for (const sheet of book.sheets) {
        if (sheet.visibility !== 'visible' || sheet.cells.length > MAX_CELLS) continue
        const names = namesOf(sheetGrid(sheet))
        const before = names && staged(sheet, names)
        if (!before || before.length === 0) continue
        compared++
        for (const { name, of } of CHANGES)
          expect(staged(of(sheet, 7), names), `${book.fileName} ${sheet.name}: ${name}`).toEqual(before)
      }
    }
    expect(compared).toBeGreaterThan(5)
  }, 120_000)
})
