import { describe, expect, it } from 'vitest'
import XLSX from 'xlsx'
import type { ReportChart } from '#shared/domain/report/reportChart.ts'
import type { ReportRow, ReportTable } from '#shared/domain/report/reportTable.ts'
import { cellText } from '#shared/domain/report/cellText.ts'
import { writeWorkbook } from '#electron/reports/xlsx/writeWorkbook.ts'
import { validate } from '../../helpers/officeFiles.ts'
import { AT } from './fixture.ts'
import { column, contentOf, opened, tableOf } from './madeTables.ts'
import { at, definedName, open, sheetOf, sheetPart, shown } from './openPackage.ts'

/** The writer of workbooks on tables made for it: what any report may ask of it. */

const merges = (sheet: XLSX.WorkSheet): string[] =>
  (sheet['!merges'] ?? []).map((range) => XLSX.utils.encode_range(range))

describe('heads', () => {
  it('puts bands above their columns and runs the others over both rows', async () => {
    const table = tableOf({
      columns: [
        column('NAME', { align: 'left' }),
        column('A', { band: '上', fullMark: '5' }),
        column('B', { band: '上' }),
        column('C', { band: '下' })
      ],
      filter: true
    })
    const book = await opened(table)
    const sheet = sheetOf(book, '表')
    expect(['A3', 'B3', 'B4', 'C4', 'D3', 'D4'].map((address) => at(sheet, address))).toEqual([
      ...['NAME', '上', 'A\n(5)', 'B', '下', 'C']
    ])
    expect(merges(sheet)).toEqual(expect.arrayContaining(['A3:A4', 'B3:C3']))
    expect(await validate(book.bytes, 'xlsx')).toEqual([])
    expect(at(sheet, 'A5')).toBe('甲')
    expect(definedName(book, '表', '_xlnm.Print_Titles')).toBe("'表'!$1:$4")
    expect(sheet['!autofilter']).toEqual({ ref: 'A4:D5' })
  })
})

describe('cells', () => {
  const cases = [
    { number: '-1234.5', decimals: 2 },
    { number: '0', decimals: 2 },
    { number: '0.5', decimals: 1, signed: true },
    { number: '-0.5', decimals: 1, signed: true },
    { number: '85.4', decimals: 2, suffix: '补' },
    { number: '12', decimals: 1, suffix: '%' },
    { number: '12.375', decimals: null },
    { number: '1234567.25', decimals: null },
    { number: '0.1234567890123456789', decimals: null }
  ]

  it.each(cases)('shows $number as paper does', async (cell) => {
    const sheet = sheetOf(await opened(tableOf({ rows: [{ cells: { NAME: '甲', A: cell } }] })), '表')
    expect(shown(sheet, 'B4')).toBe(cellText(cell))
    const isNumber = cell.number.length < 18
    expect((sheet['B4'] as XLSX.CellObject).t).toBe(isNumber ? 'n' : 's')
  })

  it('stores the exact number and shows the printed one', async () => {
    const A = { number: '1.67', decimals: 2, exact: '1.6666666666666666667' }
    const sheet = sheetOf(await opened(tableOf({ rows: [{ cells: { A } }] })), '表')
    expect(at(sheet, 'B4')).toBe(5 / 3)
    expect(shown(sheet, 'B4')).toBe('1.67')
  })

  it('keeps 0, empty and words apart', async () => {
    const rows: ReportRow[] = [
      { cells: { NAME: '甲', A: { number: '0', decimals: 0 }, B: '/' } },
      { cells: { NAME: '乙' } }
    ]
    const sheet = sheetOf(await opened(tableOf({ rows })), '表')
    expect(['B4', 'C4', 'B5', 'C5'].map((address) => at(sheet, address))).toEqual([
      0,
      '/',
      undefined,
      undefined
    ])
  })

  it('prints a reason over merged cells and the name of a part over the whole row', async () => {
    const rows: ReportRow[] = [
      { cells: {}, band: '=第一部分' },
      { cells: { NAME: '甲' }, merged: { from: 'A', to: 'B', text: '缺报' } }
    ]
    const sheet = sheetOf(await opened(tableOf({ rows })), '表')
    expect([at(sheet, 'A4'), at(sheet, 'B5')]).toEqual(['=第一部分', '缺报'])
    expect(merges(sheet)).toEqual(expect.arrayContaining(['A4:C4', 'B5:C5']))
    expect((sheet['A4'] as XLSX.CellObject).f).toBeUndefined()
  })
})

describe('formulas', () => {
  const sum = (formula: string, extra = {}): ReportTable =>
    tableOf({
      rows: [
        { cells: { NAME: '甲', A: { number: '1', decimals: 0 } } },
        { cells: { NAME: '乙', A: { number: '2', decimals: 0 } } }
      ],
      foot: [{ cells: { NAME: '合计', A: { number: '3', decimals: 0, formula, ...extra } } }]
    })
  const cellOf = async (...tables: ReportTable[]): Promise<XLSX.CellObject> =>
    sheetOf(await opened(...tables), '表')['B6'] as XLSX.CellObject

  it('look at the row, at columns, and at other tables, and bring their result', async () => {
    expect(await cellOf(sum('SUM({A:all})'))).toMatchObject({ f: 'SUM($B$4:$B$5)', v: 3 })
    expect(await cellOf(sum('{B}+SUM({A}:{B})'))).toMatchObject({ f: 'C6+SUM(B6:C6)' })
    const other = tableOf({ id: 'o', name: "别的'表 2" })
    expect(await cellOf(sum('SUM({o!A:all})'), other)).toMatchObject({ f: "SUM('别的 表 2'!$B$4:$B$4)" })
  })

  it('are array formulas where they look at each cell', async () => {
    const table = sum('SUM(IF(ISNUMBER({A:all}),ROUND({A:all},0)))', { array: true })
    const book = await opened(table)
    expect(await validate(book.bytes, 'xlsx')).toEqual([])
    expect(sheetOf(book, '表')['B6']).toMatchObject({
      f: 'SUM(IF(ISNUMBER($B$4:$B$5),ROUND($B$4:$B$5,0)))',
      F: 'B6',
      v: 3
    })
  })

  it('refuse columns and tables that are not there', async () => {
    for (const formula of ['{C}', '{x!A:all}'])
      await expect(writeWorkbook(contentOf(sum(formula)), AT)).rejects.toThrow(RangeError)
  })
})

describe('paper', () => {
  it('is portrait where the table says so, and marks a preview on every sheet', async () => {
    const charts: ReportChart[] = [{ kind: 'TREND', title: '走势', points: [], decimals: 2 }]
    const content = {
      ...contentOf({ table: tableOf({ orientation: 'PORTRAIT' }), charts }),
      mark: '预览，未定稿',
      notes: { name: '说明', title: '说明', left: '', right: '', lines: ['=一行'] }
    }
    const book = await open(await writeWorkbook(content, AT))
    expect(book.book.SheetNames).toEqual(['表', '表图', '说明'])
    for (const name of book.book.SheetNames) {
      const { text } = sheetPart(book, name)
      expect(text).toContain('预览，未定稿</oddHeader>')
      expect(text).toMatch(/<pageSetup[^>]*paperSize="9"/)
      expect(/orientation="(\w+)"/.exec(text)?.[1]).toBe(name === '表' ? 'portrait' : 'landscape')
    }
    expect(at(sheetOf(book, '说明'), 'A3')).toBe('=一行')
  })

  it('signs and remarks beneath the table', async () => {
    const sheet = sheetOf(
      await opened(tableOf({ remarks: ['一', '二'], signatures: ['制表人：', '日期：'] })),
      '表'
    )
    expect([at(sheet, 'A5'), at(sheet, 'A6')]).toEqual(['一', '二'])
    expect(String(at(sheet, 'A7'))).toMatch(/^制表人：\s+日期：$/)
  })

  it('has room for a title beside a single column', async () => {
    const book = await opened(tableOf({ columns: [column('NAME', { align: 'left' })], pinned: 0 }))
    expect(at(sheetOf(book, '表'), 'A2')).toBe('左　右')
    expect(sheetPart(book, '表').text).toMatch(/<pane ySplit="3"/)
    expect(await validate(book.bytes, 'xlsx')).toEqual([])
  })
})
