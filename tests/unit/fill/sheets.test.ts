import { describe, expect, it } from 'vitest'
import { addSheet } from '#electron/workbook/fill/addSheet.ts'
import { fillWorkbook } from '#electron/workbook/fill/fillWorkbook.ts'
import { textsOutsideCells } from '#electron/workbook/fill/outsideCells.ts'
import { madeBook, readCells, relation, type MadeBook } from './madeBook.ts'
import { changedParts, structuralFaults, textPart } from './packages.ts'

const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>'
const rename = (book: Uint8Array, from: string, to: string) =>
  fillWorkbook(book, [], { file: '表.xlsx', renames: new Map([[from, to]]) })

describe('an added sheet', () => {
  it('stands behind the others, holds text only and changes nothing else', async () => {
    const book = await madeBook({ rows: ROWS, second: ROWS })
    const rows = [
      ['位置', '原因'],
      ['甲表!A1', '=SUM(1)'],
      ['', '共 <1> 处 & 更多']
    ]
    const { bytes, name } = addSheet(
      book,
      { name: '退回说明', rows, widths: [20, 60], headerRows: 1 },
      '表.xlsx'
    )
    expect(name).toBe('退回说明')
    expect(await changedParts(book, bytes)).toEqual([
      '+xl/worksheets/sheet3.xml',
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml'
    ])
    expect(await structuralFaults(bytes)).toEqual([])
    const cells = [...(await readCells(bytes))].filter(([key]) => key.startsWith('退回说明!'))
    expect(cells.map(([key, cell]) => [key, cell.kind, cell.value, cell.formula])).toEqual([
      ['退回说明!A1', 'text', '位置', undefined],
      ['退回说明!B1', 'text', '原因', undefined],
      ['退回说明!A2', 'text', '甲表!A1', undefined],
      ['退回说明!B2', 'text', '=SUM(1)', undefined],
      ['退回说明!B3', 'text', '共 <1> 处 & 更多', undefined]
    ])
    expect(
      addSheet(book, { name: '退回说明', rows, widths: [20, 60], headerRows: 1 }, '表.xlsx').bytes
    ).toEqual(bytes)
  })

  it('gets a name that is free and allowed', async () => {
    const book = await madeBook({ rows: ROWS })
    const named = (name: string): string => addSheet(book, { name, rows: [] }, '表.xlsx').name
    expect(named('甲表')).toBe('甲表2')
    expect(named('a/b:c[d]')).toBe('a_b_c_d_')
    expect(named('很'.repeat(40)).length).toBeLessThanOrEqual(31)
    const twice = addSheet(
      addSheet(book, { name: '说明', rows: [] }, '表.xlsx').bytes,
      { name: '说明', rows: [['x']] },
      '表.xlsx'
    )
    expect(twice.name).toBe('说明2')
    expect((await readCells(twice.bytes)).get('说明2!A1')?.value).toBe('x')
  })
})

describe('renaming a sheet', () => {
  it('takes its print area along', async () => {
    const names =
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">甲表!$A$1:$F$9,甲表!$H$1</definedName><definedName name="x">\'甲表\'!$A$1</definedName></definedNames>'
    const book = await madeBook({ rows: ROWS, bookTail: names })
    const { bytes, notes } = rename(book, '甲表', "三季度's")
    expect(notes).toEqual([])
    expect(await textPart(bytes, 'xl/workbook.xml')).toContain(
      "'三季度''s'!$A$1:$F$9,'三季度''s'!$H$1</definedName>"
    )
    expect(await textPart(bytes, 'xl/workbook.xml')).toContain("<definedName name=\"x\">'三季度''s'!$A$1<")
    expect((await readCells(bytes)).get("三季度's!A1")?.value).toBe('1')
    expect(await changedParts(book, bytes)).toEqual(['xl/workbook.xml'])
  })

  it.each<[string, MadeBook, string]>([
    ['a formula', { second: '<row r="1"><c r="A1"><f>甲表!A1</f><v>1</v></c></row>' }, '公式'],
    ['a link', { tail: '<hyperlinks><hyperlink ref="A1" location="\'甲表\'!A1"/></hyperlinks>' }, '公式'],
    ['a chart', { parts: { 'xl/charts/chart1.xml': '<c:f xmlns:c="c">甲表!$A$1</c:f>' } }, '公式'],
    ['a macro', { parts: { 'xl/vbaProject.bin': 'x' } }, '宏']
  ])('is left where %s may use the name, and told', async (_, more, why) => {
    const book = await madeBook({ rows: ROWS, ...more })
    const { bytes, notes } = rename(book, '甲表', '三季度')
    expect(notes.map((note) => [note.code, note.message.includes(why)])).toEqual([
      ['SHEET_NOT_RENAMED', true]
    ])
    expect(await changedParts(book, bytes)).toEqual([])
  })

  it('is not held up by a cell that says the same, and needs a free, allowed name', async () => {
    const book = await madeBook({
      rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>甲表</t></is></c></row>',
      second: ROWS
    })
    expect(rename(book, '甲表', '三季度').notes).toEqual([])
    for (const to of ['乙表', 'a/b', 'x'.repeat(32), ' '])
      expect(rename(book, '甲表', to).notes).toHaveLength(1)
  })
})

describe('column widths', () => {
  it.each([
    ['', '<cols><col min="3" max="3" width="40" customWidth="1"/></cols>'],
    [
      '<cols><col min="1" max="5" width="9" style="1"/></cols>',
      '<cols><col width="9" style="1" min="1" max="2"/><col style="1" width="40" customWidth="1" min="3" max="3"/><col width="9" style="1" min="4" max="5"/></cols>'
    ]
  ])('stand on their own in %s', async (cols, after) => {
    const book = await madeBook({ rows: ROWS, head: cols })
    const { bytes } = fillWorkbook(book, [], {
      file: '表.xlsx',
      widths: [{ sheet: '甲表', column: 'C', width: 40 }]
    })
    expect(
      (await textPart(bytes, 'xl/worksheets/sheet1.xml')).replace(/ (min|max)="\d+"/g, '').replace(/"/g, "'")
    ).toContain(after.replace(/ (min|max)="\d+"/g, '').replace(/"/g, "'"))
    expect(await textPart(bytes, 'xl/worksheets/sheet1.xml')).toMatch(
      /<col [^>]*min="3" max="3"|<col min="3" max="3"/
    )
  })
})

describe('texts outside the cells', () => {
  it('are headers, footers, text boxes, chart titles and comments', async () => {
    const book = await madeBook({
      rows: ROWS,
      tail: '<headerFooter><oddHeader>&amp;C&amp;"黑体,常规"&amp;14 2026年二季度</oddHeader><oddFooter>第 &amp;P 页</oddFooter></headerFooter>',
      sheetRelations: relation('rId1', 'comments', '../comments1.xml'),
      parts: {
        'xl/drawings/drawing1.xml':
          '<d xmlns:a="a"><a:p><a:r><a:t>二季</a:t></a:r><a:r><a:t>度进展</a:t></a:r></a:p></d>',
        'xl/comments1.xml': '<comments><comment><text><t>二季度口径</t></text></comment></comments>'
      }
    })
    expect(textsOutsideCells(book, '表.xlsx')).toEqual(['2026年二季度', '第  页', '二季度进展', '二季度口径'])
  })
})
