import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillWorkbook, type CellEdit, type CellContent } from '#electron/workbook/fill/fillWorkbook.ts'
import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import { madeBook, readCells, STYLES, worksheet } from './madeBook.ts'
import { changedParts, structuralFaults, textPart } from './packages.ts'

const FILE = { file: '表.xlsx' }
const SHEET = 'xl/worksheets/sheet1.xml'

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

describe('cells', () => {
  it('change without anything else in the part changing', async () => {
    const book = await madeBook({
      rows: ROWS,
      head: '<dimension ref="A2:C4"/>',
      tail: '<pageMargins left="0.7"/>'
    })
    const { bytes } = fillWorkbook(book, [number('B2', '0.75'), text('A4', '乙处')], FILE)
    expect(await textPart(bytes, SHEET)).toBe(
      (await textPart(book, SHEET))
        .replace('<v>0.5</v>', '<v>0.75</v>')
        .replace(
          '<c r="A4"><v>7</v></c>',
          '<c r="A4" t="inlineStr"><is><t xml:space="preserve">乙处</t></is></c>'
        )
    )
    expect(await changedParts(book, bytes)).toEqual([SHEET])
    expect(fillWorkbook(book, [number('B2', '0.75'), text('A4', '乙处')], FILE).bytes).toEqual(bytes)
  })

  it('that are not there are put in their order, with the format of the left neighbour or a given one', async () => {
    const book = await madeBook({ rows: ROWS, head: '<dimension ref="A2:C4"/>' })
    const edits = [
      number('D2', '1'),
      number('C2', '2'),
      number('B4', '3'),
      number('A1', '4'),
      { ...number('B3', '5'), like: 'B2' },
      number('F9', '6')
    ]
    const { bytes } = fillWorkbook(book, edits, FILE)
    const part = await textPart(bytes, SHEET)
    expect(part).toContain('<dimension ref="A1:F9"/>')
    expect(part).toContain('<row r="2" ht="30" customHeight="1" spans="1:4">')
    expect(part).toContain('<c r="C2" s="1"><v>2</v></c><c r="D2" s="1"><v>1</v></c></row>')
    expect(part).toContain('<row r="3"><c r="B3" s="1"><v>5</v></c></row>')
    expect(part).toContain('<c r="A4"><v>7</v></c><c r="B4"><v>3</v></c><c r="C4"/>')
    expect(await structuralFaults(bytes)).toEqual([])
    const cells = await readCells(bytes)
    expect(edits.map(({ address }) => cells.get(`甲表!${address}`)?.value)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6'
    ])
  })

  it('are emptied with their format kept; emptying what is not there does nothing', async () => {
    const book = await madeBook({ rows: ROWS })
    const { bytes } = fillWorkbook(book, [clear('B2'), clear('Z99')], FILE)
    expect(await textPart(bytes, SHEET)).toBe(
      (await textPart(book, SHEET)).replace('<c r="B2" s="1"><v>0.5</v></c>', '<c r="B2" s="1"/>')
    )
  })

  it('take numbers digit by digit, and say where a program will cut them', async () => {
    const book = await madeBook({ rows: ROWS })
    const long = '1234567890.12345678'
    const { bytes, notes } = fillWorkbook(book, [number('B2', long), number('A4', '0.1')], FILE)
    const part = await textPart(bytes, SHEET)
    expect(part).toContain(`<v>${long}</v>`)
    expect(part).toContain('<v>0.1</v>')
    expect(notes.map(({ code, address }) => [code, address])).toEqual([['LONG_NUMBER', 'B2']])
  })

  it('take text as text, whatever it begins with and whatever it holds', async () => {
    const texts = ['=1+1', '+86', '-5', '@x', ' a  b ', '一\n二', '<b>&"\'', '_x000A_', 'a\u0001b', '👍', '']
    const book = await madeBook({ rows: ROWS })
    const edits = texts.map((value, index) => text(cellAddress(index + 10, 1), value))
    const { bytes } = fillWorkbook(book, edits, FILE)
    expect(await structuralFaults(bytes)).toEqual([])
    const cells = await readCells(bytes)
    texts.forEach((value, index) => {
      const cell = cells.get(`甲表!${edits[index]!.address}`)
      expect(cell?.formula).toBeUndefined()
      expect(cell?.value ?? '').toBe(value)
    })
    // Kept as text also when somebody edits it.
    expect(await textPart(bytes, 'xl/styles.xml')).toContain('quotePrefix="1"')
  })
})

describe('marks', () => {
  it('add a fill and keep everything else of the format; formats in use do not change', async () => {
    const book = await madeBook({ rows: ROWS })
    const marked = ['B2', 'A2'].map((address) => ({ sheet: '甲表', address, mark: 'FFC7CE' }))
    const { bytes } = fillWorkbook(book, [...marked, { ...text('E4', '原因'), wrap: true }], FILE)
    expect(await changedParts(book, bytes)).toEqual(['xl/styles.xml', SHEET])
    const styles = await textPart(bytes, 'xl/styles.xml')
    expect(styles).toContain('<fills count="3">')
    expect(styles).toContain('<cellXfs count="7">')
    expect(styles).toContain(
      '<xf numFmtId="10" fontId="0" borderId="0" xfId="0" applyNumberFormat="1" fillId="2" applyFill="1"><alignment horizontal="center"/><protection locked="0"/></xf>'
    )
    expect(styles.replace(/<fills[\s\S]*<\/fills>|<cellXfs[\s\S]*<\/cellXfs>/g, '')).toBe(
      STYLES.replace(/<fills[\s\S]*<\/fills>|<cellXfs[\s\S]*<\/cellXfs>/g, '')
    )
    expect(await structuralFaults(bytes)).toEqual([])
    const cells = await readCells(bytes)
    expect(cells.get('甲表!B2')).toEqual((await readCells(book)).get('甲表!B2'))
    expect(await textPart(bytes, SHEET)).toContain('<c r="A2" t="inlineStr" s="4"><is>')
  })

  it('may be put on a formula and on a cell that is not there', async () => {
    const book = await madeBook({ rows: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>' })
    const { bytes } = fillWorkbook(
      book,
      [
        { sheet: '甲表', address: 'A1', mark: 'FFC7CE' },
        { sheet: '甲表', address: 'B1', mark: 'FFC7CE' }
      ],
      FILE
    )
    expect(await textPart(bytes, SHEET)).toContain('<c r="A1" s="4"><f>1+1</f><v>2</v></c><c r="B1" s="4"/>')
    expect(await changedParts(book, bytes)).toEqual(['xl/styles.xml', SHEET])
  })

  it('are told when a workbook has no formats to add to', async () => {
    const book = await madeBook({ rows: ROWS, styles: null })
    const { notes, bytes } = fillWorkbook(book, [{ ...number('B2', '1'), mark: 'FFC7CE' }], FILE)
    expect(notes.map((note) => note.code)).toEqual(['NO_STYLES'])
    expect((await readCells(bytes)).get('甲表!B2')?.value).toBe('1')
  })
})

describe('odd writers', () => {
  it('use prefixes, leave addresses out, or close rows at once', async () => {
    const sheet =
      '\ufeff<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><!-- <row r="1"> --><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="str"><x:v>二</x:v></x:c></x:row><x:row r="3"/></x:sheetData></x:worksheet>'
    const book = await madeBook({ sheet })
    const { bytes } = fillWorkbook(
      book,
      [number('A1', '11'), text('B1', '贰'), number('C1', '3'), number('B3', '4'), number('A2', '5')],
      FILE
    )
    expect(await textPart(bytes, SHEET)).toBe(
      '\ufeff<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><!-- <row r="1"> --><x:sheetData><x:row><x:c><x:v>11</x:v></x:c><x:c t="inlineStr"><x:is><x:t xml:space="preserve">贰</x:t></x:is></x:c><x:c r="C1"><x:v>3</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>5</x:v></x:c></x:row><x:row r="3"><x:c r="B3"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
  })

  it('write UTF-16, or a sheet without a row', async () => {
    const part = worksheet('').replace('<sheetData></sheetData>', '<sheetData/>')
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${part.replace('UTF-8', 'UTF-16')}`, 'utf16le'))
    for (const sheet of [part, utf16]) {
      const book = await madeBook({ sheet })
      const { bytes } = fillWorkbook(book, [text('B2', '甲处')], FILE)
      expect((await readCells(bytes)).get('甲表!B2')?.value).toBe('甲处')
    }
  })

  it('keep fonts inside a cell, which a new text cannot: told', async () => {
    const book = await madeBook({
      rows: '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>',
      shared: '<si><t>平</t></si><si><r><rPr><b/></rPr><t>粗</t></r><r><t>细</t></r></si>'
    })
    const { notes } = fillWorkbook(book, [text('A1', '新'), text('B1', '新')], FILE)
    expect(notes.map(({ code, address }) => [code, address])).toEqual([['RICH_TEXT', 'A1']])
  })
})

describe('any edits', () => {
  it('leave a workbook that reads as before, with exactly these cells changed', async () => {
    const rows = Array.from({ length: 6 }, (_, row) => {
      const cells = [0, 1, 3].map(
        (col) => `<c r="${cellAddress(row * 2, col)}" s="${col % 2}"><v>${row * 10 + col}</v></c>`
      )
      return `<row r="${row * 2 + 1}">${cells.join('')}</row>`
    })
    const book = await madeBook({ rows: rows.join('') })
    const before = await readCells(book)
    const content: fc.Arbitrary<CellContent> = fc.oneof(
      fc.record({ kind: fc.constant('number' as const), value: fc.integer().map(String) }),
      fc.record({
        kind: fc.constant('text' as const),
        value: fc
          .string({ minLength: 1, unit: 'grapheme' })
          .filter((value) => value.trim() !== '' && !value.includes('\r'))
      }),
      fc.constant({ kind: 'clear' as const })
    )
    const edits = fc.uniqueArray(
      fc.record({ row: fc.nat(14), col: fc.nat(6), set: content, marked: fc.boolean() }),
      { selector: ({ row, col }) => `${row},${col}`, maxLength: 12 }
    )
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        const given = list.map(({ row, col, set, marked }): CellEdit => ({
          sheet: '甲表',
          address: cellAddress(row, col),
          set,
          ...(marked ? { mark: 'FFC7CE' } : {})
        }))
        const { bytes } = fillWorkbook(book, given, FILE)
        expect(await structuralFaults(bytes)).toEqual([])
        const wanted = new Map([...before].map(([key, cell]) => [key, cell.value]))
        for (const { address, set } of given) {
          if (set === undefined || set.kind === 'clear') wanted.delete(`甲表!${address}`)
          else wanted.set(`甲表!${address}`, set.value)
        }
        const after = [...(await readCells(bytes))].map(([key, cell]) => [key, cell.value] as const)
        expect(new Map(after)).toEqual(wanted)
      }),
      { numRuns: 60 }
    )
  })
})
