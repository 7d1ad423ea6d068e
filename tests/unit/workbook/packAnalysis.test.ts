import { describe, expect, it } from 'vitest'
import { analysisBuffers, countsOf, packAnalysis, unpackAnalysis } from '#electron/workbook/packAnalysis.ts'
import { cellsBetween, packWorkbook, unpackWorkbook } from '#electron/workbook/packWorkbook.ts'
import type { WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import { book, bytesOf, read } from './makeFiles.ts'

const SHEET: WorkbookAnalysis['sheets'][number] = {
  sheet: '表1',
  index: 0,
  used: true,
  leftOut: null,
  layout: 'RATER_MATRIX',
  header: { first: 0, last: 0 },
  body: { first: 1, last: 2 },
  columns: [],
  tables: [],
  memory: null,
  unit: { code: 'a', by: 'title' },
  meta: { 填报单位: '甲处' },
  title: null,
  readings: [
    {
      kind: 'reading',
      sheet: '表1',
      address: 'B2',
      row: 1,
      col: 1,
      raw: '95 分',
      unit: 'a',
      indicator: 'mark',
      field: 'rating',
      rater: { group: '', name: '张三' },
      state: 'VALUE',
      value: '95',
      note: '带单位'
    },
    {
      kind: 'reading',
      sheet: '表1',
      address: 'A3',
      row: 2,
      col: 0,
      raw: '',
      unit: 'b',
      indicator: 'mark',
      field: 'score',
      rater: null,
      state: 'MISSING',
      value: null,
      note: null
    }
  ],
  adjustments: [],
  items: [],
  skippedRows: [{ row: 3, reason: '合计行' }],
  problems: [
    {
      code: 'BLANK_CELL',
      level: 'info',
      message: '空白，按缺报计。',
      place: { file: 'a.xlsx', sheet: '表1', cell: 'A3', row: 3 },
      value: ''
    },
    {
      code: 'UNKNOWN_UNIT',
      level: 'error',
      message: '「丙」不是已知单位。',
      place: {},
      suggestion: '请选择。',
      group: 'UNKNOWN_UNIT:丙',
      candidates: [{ code: 'c', name: '丙处' }]
    }
  ]
}
const ANALYSIS: WorkbookAnalysis = { fileName: 'a.xlsx', sheets: [SHEET], problems: [] }

describe('packAnalysis', () => {
  it('gives back exactly the analysis, and its counts', () => {
    const packed = packAnalysis(ANALYSIS)
    const back = unpackAnalysis(structuredClone(packed, { transfer: analysisBuffers(packed) }))
    expect(countsOf(back.sheets[0]!)).toEqual(countsOf(SHEET))
    expect(countsOf(SHEET)).toMatchObject({ readings: 2, problems: { error: 1, confirm: 0, info: 1 } })
    expect(structuredClone(back)).toEqual(ANALYSIS)
    // The same objects each time: others hold on to them.
    expect(back.sheets[0]!.readings[0]).toBe(back.sheets[0]!.readings[0])
  })
})

describe('cellsBetween', () => {
  it('is a window of the rows, packed or not', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => (row % 3 === 0 ? [] : [row, `第 ${row} 行`]))
    const raw = await read('a.xlsx', bytesOf(book({ 表1: rows }), 'xlsx'))
    const packed = unpackWorkbook(packWorkbook(raw))
    for (const [top, bottom] of [
      [0, 1],
      [3, 9],
      [38, 100],
      [50, 60]
    ] as const) {
      const window = raw.sheets[0]!.cells.filter((cell) => cell.row >= top && cell.row < bottom)
      expect(cellsBetween(packed.sheets[0]!, top, bottom)).toEqual(window)
      expect(cellsBetween(raw.sheets[0]!, top, bottom)).toEqual(window)
    }
    expect(unpackWorkbook(packWorkbook(packed))).toEqual(raw)
  })
})
