import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fillWorkbook, type CellEdit } from '#electron/workbook/fill/fillWorkbook.ts'
import { isAppError, type AppError } from '#shared/appError.ts'
import { PROJECT } from '../../helpers/workspace.ts'
import { madeBook, readCells, relation } from './madeBook.ts'

const FILE = { file: '表.xlsx' }

const number = (address: string, value: string, sheet = '甲表'): CellEdit => ({
  sheet,
  address,
  set: { kind: 'number', value }
})
const text = (address: string, value: string): CellEdit => ({
  sheet: '甲表',
  address,
  set: { kind: 'text', value }
})
const clear = (address: string): CellEdit => ({ sheet: '甲表', address, set: { kind: 'clear' } })

const ROWS =
  '<row r="2" spans="1:2" ht="30" customHeight="1"><c r="A2" t="inlineStr"><is><t>甲处</t></is></c><c r="B2" s="1"><v>0.5</v></c></row><row r="4"><c r="A4"><v>7</v></c><c r="C4"/></row>'

function failureOf(bytes: Uint8Array, edits: readonly CellEdit[]): AppError {
  try {
    fillWorkbook(bytes, edits, FILE)
  } catch (error) {
    if (isAppError(error)) return error
    throw error
  }
  throw new Error('was filled')
}

function refusedBy(bytes: Uint8Array, ...edits: CellEdit[]): string[] {
  const { refused } = fillWorkbook(bytes, edits, { ...FILE, refused: 'LEAVE' })
  return refused.map(({ code, address }) => `${code} ${address}`)
}

describe('what is refused', () => {
  it('is a cell under a merge, a formula, a header of a table, a date, and what does not exist', async () => {
    const book = await madeBook({
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="C1"><f t="array" ref="C1:C3">A1:A3</f><v>1</v></c><c r="D1"><f>A1</f><v>1</v></c><c r="E1" s="2"><v>46000</v></c></row><row r="2"><c r="C2"><v>2</v></c></row><row r="5"><c r="A5" t="inlineStr"><is><t>列</t></is></c></row>',
      tail: '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells><tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
      sheetRelations: relation('rId1', 'table', '../tables/table1.xml'),
      parts: {
        'xl/tables/table1.xml':
          '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表" ref="A5:B7"/>'
      }
    })
    expect(
      refusedBy(
        book,
        number('A1', '5'),
        number('B1', '5'),
        number('A2', '5'),
        number('C1', '5'),
        number('C2', '5'),
        number('D1', '5'),
        clear('D1'),
        number('E1', '5'),
        text('E1', '常规'),
        text('A5', '新列名'),
        number('A6', '5'),
        number('XFE1', '5'),
        number('A1048577', '5'),
        number('A1', '1', '丙表'),
        text('F1', 'x'.repeat(32_768))
      )
    ).toEqual([
      'BAD_ADDRESS XFE1',
      'BAD_ADDRESS A1048577',
      'UNDER_MERGE B1',
      'UNDER_MERGE A2',
      'FORMULA C1',
      'FORMULA C2',
      'GIVEN_TWICE D1',
      'GIVEN_TWICE E1',
      'TABLE_HEADER A5',
      'TEXT_TOO_LONG F1',
      'NO_SHEET A1'
    ])
    expect(refusedBy(book, number('E1', '5'))).toEqual(['DATE_FORMAT E1'])
    expect(refusedBy(book, text('E1', '常规'))).toEqual([])
  })

  it('stops everything unless the caller wants the rest', async () => {
    const book = await madeBook({ rows: ROWS, tail: '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>' })
    const edits = [number('A4', '1'), number('B2', '2')]
    const error = failureOf(book, edits)
    expect(error.code).toBe('VALIDATION_FAILED')
    expect(error.toSentence()).toMatch(/表\.xlsx · 甲表 · B2：.*合并单元格.*没有写出文件/)
    const { bytes, refused } = fillWorkbook(book, edits, { ...FILE, refused: 'LEAVE' })
    expect(refused).toHaveLength(1)
    const cells = await readCells(bytes)
    expect(cells.get('甲表!A4')?.value).toBe('1')
  })

  it('is every other format, with how to save it', async () => {
    const samples = join(PROJECT, 'resources/samples/2026Q3')
    for (const name of ['离退休干部处考核表.xls', '直属单位三季度完成情况（部分）.csv']) {
      const bytes = new Uint8Array(readFileSync(join(samples, name)))
      const error = failureOf(bytes, [])
      expect(error.code).toBe('FILE_UNSUPPORTED')
      expect(error.details.action).toMatch(/Excel.*另存为.*xlsx.*WPS/)
    }
    const whole = await madeBook({ rows: ROWS })
    expect(failureOf(whole.subarray(0, 400), []).code).toMatch(/^FILE_/)
  })
})
