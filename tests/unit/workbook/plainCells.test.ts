import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takePlainCells } from '#electron/workbook/plainCells.ts'
import * as XLSX from 'xlsx'
import { book, cellsOf, read, stylesXml, withParts } from './makeFiles.ts'

const FORMATS = stylesXml([10, 14, 164], { 164: '0.0"分"' })
const SHARED = ['体育', '', ' 前后 ', 'a &amp; b', '甲_x000D_\n乙']
const SST = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${SHARED.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}<si><r><t>产</t></r><r><t>业</t></r></si></sst>`

const plainNumber = fc.oneof(
  fc.integer({ min: -1e6, max: 1e6 }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('0.1', '1E-7', '-0', '1e21', '007', '+5', '.5', '5.', '1.2.3', '-', ' 7 ')
)
const content = fc.oneof(
  plainNumber.map((value) => ({ type: '', inner: `<v>${value}</v>` })),
  fc.integer({ min: 0, max: SHARED.length }).map((at) => ({ type: ' t="s"', inner: `<v>${at}</v>` })),
  fc.constantFrom('0', '1', 'true', '2').map((value) => ({ type: ' t="b"', inner: `<v>${value}</v>` })),
  fc.constantFrom(
    { type: ' t="str"', inner: '<v>甲 &lt; 乙</v>' },
    { type: ' t="str"', inner: '<f>A1&amp;"x"</f><v>x</v>' },
    { type: ' t="inlineStr"', inner: '<is><t>行内</t></is>' },
    { type: ' t="inlineStr"', inner: '<is><r><t>富</t></r><r><t>文本</t></r></is>' },
    { type: ' t="inlineStr"', inner: '<is><t/></is>' },
    { type: ' t="e"', inner: '<v>#N/A</v>' },
    { type: ' t="d"', inner: '<v>2026-09-30T00:00:00</v>' },
    { type: '', inner: '<f>1+1</f><v>2</v>' },
    { type: '', inner: '<f>SUM(B:B)</f>' },
    { type: '', inner: '' },
    { type: ' cm="1"', inner: '<v>3</v>' },
    { type: '', inner: '<v></v>' }
  )
)
const cell = fc.record({ content, style: fc.constantFrom('', ' s="1"', ' s="2"', ' s="3"', ' s="99"') })
const table = fc.array(fc.array(fc.option(cell), { maxLength: 5 }), { maxLength: 6 })

type Table = ReturnType<typeof table.generate>['value']

function rowsOf(cells: Table): string {
  return cells
    .map((row, r) => {
      const inner = row
        .map((one, c) =>
          one === null
            ? ''
            : `<c r="${'ABCDE'[c]}${r + 1}"${one.style}${one.content.type}>${one.content.inner}</c>`
        )
        .join('')
      return `<row r="${r + 1}" spans="1:5">${inner}</row>`
    })
    .join('')
}

const BASE = XLSX.write(book({ 表1: [['x']] }), { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer

async function reading(rows: string, merges: string): Promise<unknown> {
  const bytes = await withParts(BASE, {
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData>${merges}</worksheet>`,
    'xl/styles.xml': FORMATS,
    'xl/sharedStrings.xml': SST
  })
  return cellsOf(await read('a.xlsx', bytes))
}

describe('plain cells', () => {
  it('give what the library alone gives', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (cells, merged) => {
        const rows = rowsOf(cells)
        const tail = merged ? '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' : ''
        // A comment is one of the marks that leave the whole sheet to the library.
        expect(takePlainCells(`<sheetData>${rows}<!-- --></sheetData>`)).toBeNull()
        expect(await reading(rows, tail)).toEqual(await reading(`${rows}<!-- -->`, tail))
      }),
      { numRuns: 150 }
    )
  })

  it('are taken out but for the first of each style and of each text', () => {
    const rows = rowsOf(
      Array.from({ length: 50 }, () => [
        { content: { type: ' t="s"', inner: '<v>0</v>' }, style: ' s="1"' },
        { content: { type: '', inner: '<v>95.5</v>' }, style: '' },
        { content: { type: ' t="str"', inner: '<v>甲</v>' }, style: '' }
      ])
    )
    const taken = takePlainCells(`<sheetData>${rows}</sheetData>`)!
    expect(taken.plain.rows).toHaveLength(148)
    expect(taken.rest.match(/<c /g)).toHaveLength(2)
  })

  it.each([
    ['rows out of order', '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'],
    ['cells out of order', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['no addresses', '<row><c><v>1</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['a prefix', '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'],
    ['an array formula', '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row>'],
    ['an open row', '<row r="1"><c r="A1"><v>1</v></c>']
  ])('%s: the sheet is left to the library', (_name, rows) => {
    expect(takePlainCells(`<sheetData>${rows}</sheetData>`)).toBeNull()
  })
})
