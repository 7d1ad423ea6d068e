import { describe, expect, it } from 'vitest'
import { fillWorkbook, type CellEdit } from '#electron/workbook/fill/fillWorkbook.ts'
import { formulaReads } from '#electron/workbook/fill/formulaRefs.ts'
import { madeBook, readCells, type MadeBook } from './madeBook.ts'
import { changedParts, structuralFaults, textPart } from './packages.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const edit = (address: string, sheet = '甲表'): CellEdit => ({
  sheet,
  address,
  set: { kind: 'number', value: '9' }
})

/** A sheet with 1 in A1 and these formulas in B1, B2 …, each with the stored result 5. */
function withFormulas(formulas: readonly string[], more: MadeBook = {}): Promise<Uint8Array> {
  const rows = formulas.map((formula, index) => {
    const first = index === 0 ? '<c r="A1"><v>1</v></c>' : ''
    return `<row r="${index + 1}">${first}<c r="B${index + 1}"><f>${formula}</f><v>5</v></c></row>`
  })
  return madeBook({ rows: rows.join(''), ...more })
}

async function staleAfter(book: Uint8Array, ...edits: CellEdit[]): Promise<string[]> {
  const { recalculated, bytes } = fillWorkbook(book, edits, { file: '表.xlsx' })
  const cells = await readCells(bytes)
  const without = [...cells].filter(([, cell]) => cell.kind === 'formula-without-value').map(([key]) => key)
  expect(recalculated.map(({ sheet, address }) => `${sheet}!${address}`).sort()).toEqual(without.sort())
  expect(await structuralFaults(bytes)).toEqual([])
  return without
}

describe('stored results of formulas', () => {
  it.each([
    ['A1*2', true],
    ['$A$1', true],
    ['SUM(A1:A10)', true],
    ['SUM(A:A)', true],
    ['SUM(1:1)', true],
    ['SUM($A$1:B$3)', true],
    ["'甲表'!A1", true],
    ['甲表!A1', true],
    ['INDIRECT("A"&amp;1)', true],
    ['OFFSET(C1,0,-2)', true],
    ['C1:INDEX(C:C,3)', true],
    ['合计[数]', true],
    ['没有定义的名称', true],
    ['Sheet1:Sheet3!A1', true],
    ['A2*2', false],
    ['SUM(A2:A10)', false],
    ['SUM(C:D)+SUM(2:9)', false],
    ['乙表!A1', false],
    ['[1]甲表!A1', false],
    ['"A1"&amp;"甲表!A1"', false],
    ['IF(TRUE,1.5E+3,0)', false],
    ['LOG10(C3)', false],
    ['A10+AA1', false]
  ])('%s depends on A1: %s', async (formula, depends) => {
    const book = await withFormulas([formula])
    expect(await staleAfter(book, edit('A1'))).toEqual(depends ? ['甲表!B1'] : [])
  })

  it('go where they depend through others, other sheets and names', async () => {
    const book = await withFormulas(['A1+1', 'B1+1', 'A9', '税率*2', '别的'], {
      second: '<row r="1"><c r="A1"><f>甲表!B2</f><v>3</v></c><c r="B1"><f>A2</f><v>3</v></c></row>',
      bookTail:
        '<definedNames><definedName name="税率">甲表!$A$1</definedName><definedName name="别的">甲表!$A$9</definedName></definedNames>'
    })
    expect((await staleAfter(book, edit('A1'))).sort()).toEqual(
      ['甲表!B1', '甲表!B2', '甲表!B4', '乙表!A1'].sort()
    )
  })

  it('are told apart inside a shared formula and taken out all over an array formula', async () => {
    const shared = await madeBook({
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c></row>'
    })
    expect(await staleAfter(shared, edit('A2'))).toEqual(['甲表!B2'])
    const array = await madeBook({
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c></row><row r="2"><c r="B2"><v>4</v></c><c r="C2"><f>B2</f><v>4</v></c></row>'
    })
    const { bytes } = fillWorkbook(array, [edit('A1')], { file: '表.xlsx' })
    expect(await textPart(bytes, SHEET)).not.toMatch(/<v>[24]<\/v>/)
  })

  it('stay where nothing changed, and marks change nothing', async () => {
    const book = await withFormulas(['A1'])
    const { bytes, recalculated } = fillWorkbook(book, [{ sheet: '甲表', address: 'A1', mark: 'FFC7CE' }], {
      file: '表.xlsx'
    })
    expect(recalculated).toEqual([])
    expect(await changedParts(book, bytes)).toEqual(['xl/styles.xml', SHEET])
  })

  it('text results go with their type', async () => {
    const book = await madeBook({
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1" t="str"><f>A1&amp;"分"</f><v>1分</v></c></row>'
    })
    const { bytes } = fillWorkbook(book, [edit('A1')], { file: '表.xlsx' })
    expect(await textPart(bytes, SHEET)).toContain('<c r="B1" s="1"><f>A1&amp;"分"</f></c>')
  })
})

describe('the order to calculate', () => {
  it.each([
    ['<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'],
    ["<calcPr calcId='1' fullCalcOnLoad='0'></calcPr>", `<calcPr calcId='1' fullCalcOnLoad="1"></calcPr>`],
    ['<definedNames/><pivotCaches/>', '<definedNames/><calcPr fullCalcOnLoad="1"/><pivotCaches/>'],
    ['', '<calcPr fullCalcOnLoad="1"/>']
  ])('goes into %s', async (before, after) => {
    const book = await withFormulas(['A1'], { bookTail: before })
    const { bytes } = fillWorkbook(book, [edit('A1')], { file: '表.xlsx' })
    expect(await textPart(bytes, 'xl/workbook.xml')).toContain(`</sheets>${after}</workbook>`)
  })
})

describe('charts', () => {
  it('lose the copy of cells that changed and keep the others', async () => {
    const series = (ref: string): string =>
      `<c:val><c:numRef><c:f>${ref}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>1</c:v></c:pt></c:numCache></c:numRef></c:val>`
    const chart = `<c:chartSpace xmlns:c="c">${series('甲表!$A$1:$A$3')}${series('甲表!$C$1:$C$3')}${series('甲表!$B$1')}</c:chartSpace>`
    const book = await withFormulas(['A1'], { parts: { 'xl/charts/chart1.xml': chart } })
    const { bytes } = fillWorkbook(book, [edit('A1')], { file: '表.xlsx' })
    const after = await textPart(bytes, 'xl/charts/chart1.xml')
    expect(after.match(/<c:f>[^<]*<\/c:f>(?:<c:numCache>)?/g)).toEqual([
      '<c:f>甲表!$A$1:$A$3</c:f>',
      '<c:f>甲表!$C$1:$C$3</c:f><c:numCache>',
      '<c:f>甲表!$B$1</c:f>'
    ])
  })
})

describe('formulaReads', () => {
  it('reads quoted sheets with their quotes and moves relative references of shared formulas', () => {
    expect(formulaReads("'张''三'!B2:$C$4").areas).toEqual([
      { sheet: "张'三", range: { top: 1, left: 1, bottom: 3, right: 2 } }
    ])
    expect(
      formulaReads('A$1+$B2', { rows: 3, cols: 1 }).areas.map(({ range }) => [range.top, range.left])
    ).toEqual([
      [0, 1],
      [4, 1]
    ])
  })
})
