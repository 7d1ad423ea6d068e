import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createWorkbookReader } from '#electron/workbook/workbookReader.ts'
import { allProblems, workbookAnalysis } from '#shared/domain/importing/analysis.ts'
import { analyseWorkbook } from '#shared/domain/importing/analyseWorkbook.ts'
import { findHeader } from '#shared/domain/importing/header/findHeader.ts'
import { groupProblems } from '#shared/domain/importing/problems/groupProblems.ts'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { sheetGrid } from '#shared/domain/importing/grid/sheetGrid.ts'
import { isAppError } from '#shared/appError.ts'
import { catalogue } from '../unit/domain/importing/helpers/catalogue.ts'
import { rawSheet, rawWorkbook } from '../unit/domain/importing/helpers/rawSheet.ts'

const corpus = path.resolve(import.meta.dirname, '../../../shared/corpus')
const present = existsSync(corpus)
const reader = createWorkbookReader()
afterAll(() => reader.close())

/** First and last header row (0-based) of real sheets, labelled by hand when the corpus was collected. */
const HEADERS: readonly (readonly [file: string, sheet: string | null, first: number, last: number])[] = [
  ['sstqa-zh_011.xlsx', null, 1, 1],
  ['sstqa-zh_012.xlsx', null, 1, 2],
  ['sstqa-zh_013.xlsx', null, 1, 1],
  ['sstqa-zh_025.xlsx', null, 1, 1],
  ['sstqa-zh_029.xlsx', null, 0, 0],
  ['sstqa-zh_037.xlsx', null, 1, 1],
  ['sstqa-zh_065.xlsx', null, 1, 1],
  ['sstqa-zh_076.xlsx', null, 1, 1],
  ['sstqa-zh_081.xlsx', null, 1, 1],
  ['sstqa-zh_087.xlsx', null, 1, 2],
  ['sstqa-zh_093.xlsx', null, 1, 2],
  ['poi_craftonhills_goalpriorityreport.xlsx', null, 0, 0],
  ['poi_florida_data.xls', 'AllStateCharterData07', 2, 3],
  ['poi_florida_data.xls', '0607LocalCalcbyDistrict', 0, 0],
  ['poi_nsse-2011-multiyear-benchmark.xls', 'FYtable', 3, 3]
]

async function read(folder: string, file: string): Promise<RawWorkbook | null> {
  try {
    return await reader.read({ path: path.join(corpus, folder, file) })
  } catch (error) {
    // Files that the reader refuses never reach the importer; that they are refused well is the reader's own test.
    if (isAppError(error)) return null
    throw error
  }
}

describe.skipIf(!present)('corpus (skipped: ../shared/corpus is absent)', () => {
  it.each(HEADERS)('finds the header of %s %s', async (file, name, first, last) => {
    const raw = await read('open', file)
    const sheet = raw!.sheets.find((candidate) => name === null || candidate.name === name)!
    const found = findHeader(sheetGrid(sheet), () => false)
    expect([found?.first, found?.last]).toEqual([first, last])
  })

  it.each(['open', 'made', 'odd'])(
    'understands or explains every readable file of %s, and throws on none',
    async (folder) => {
      const fixes = importFixes.parse({})
      let analysed = 0
      for (const file of readdirSync(path.join(corpus, folder))) {
        const raw = await read(folder, file)
        if (!raw) continue
        const analysis = analyseWorkbook(raw, catalogue(), fixes)
        workbookAnalysis.parse(analysis)
        const problems = allProblems(analysis)
        expect(groupProblems(problems).reduce((total, group) => total + group.count, 0)).toBe(problems.length)
        // Nobody of this catalogue is in these files: whatever is not an error must have staged nothing.
        expect(
          analysis.sheets.flatMap((sheet) => sheet.readings),
          file
        ).toEqual([])
        expect(
          analysis.sheets.some((sheet) => sheet.used) ||
            problems.some((problem) => problem.level === 'error'),
          file
        ).toBe(true)
        analysed++
      }
      expect(analysed).toBeGreaterThan(folder === 'open' ? 20 : 5)
    },
    300_000
  )
})

describe('size', () => {
  const wide = 100
  const tall = 1000
  const header = ['单位', ...Array.from({ length: wide - 1 }, (_, col) => `到位资金${col}`)]

  it.each([
    ['known units and headings', (row: number) => ['办公室', '审计处', '产业处'][row % 3]!, '到位资金'],
    ['a different unknown unit in every row', (row: number) => `某某第${row}处`, '到位资金'],
    ['headings that are all unknown', () => '办公室', '不知道']
  ])(
    'gets through 100,000 cells of %s',
    (_what, unit, heading) => {
      const rows = Array.from({ length: tall }, (_, row) => [
        unit(row),
        ...Array.from({ length: wide - 1 }, (_, col) => (col % 5 === 0 ? `${row}万元` : row * col))
      ])
      const sheet = rawSheet([header.map((label, col) => (col === 0 ? label : `${heading}${col}`)), ...rows])
      const analysis = analyseWorkbook(rawWorkbook([sheet]), catalogue(), importFixes.parse({}))
      const groups = groupProblems(allProblems(analysis))
      expect(groups.length).toBeGreaterThan(0)
    },
    60_000
  )

  it('gets through a ledger of readings in which every row repeats', () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => ['办公室', '到位资金', row, row, row])
    const analysis = analyseWorkbook(
      rawWorkbook([rawSheet([['单位', '指标', '目标', '完成', '自评分'], ...rows])]),
      catalogue(),
      importFixes.parse({})
    )
    expect(analysis.sheets[0]!.readings).toEqual([])
    expect(
      allProblems(analysis).filter((problem) => problem.code === 'DUPLICATE_VALUE').length
    ).toBeGreaterThan(20_000)
  }, 60_000)
})
