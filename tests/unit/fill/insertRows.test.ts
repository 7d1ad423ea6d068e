import { describe, expect, it } from 'vitest'
import { insertRows } from '#electron/workbook/fill/insertRows.ts'
import { copiedFormula } from '#electron/workbook/fill/rewriteRefs.ts'
import { movedFormula } from '#electron/workbook/fill/rowMap.ts'
import { isAppError } from '#shared/appError.ts'
import { madeBook, type MadeBook } from './madeBook.ts'
import { changedParts, partsOf, structuralFaults, textPart, zipOf } from './packages.ts'

/** Two copies behind row 5 of 甲表. */
const AT5 = { sheet: '甲表', row: 4, count: 2 }
const SHEET = 'xl/worksheets/sheet1.xml'
const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

async function inserted(given: MadeBook): Promise<{ bytes: Uint8Array; sheet: string }> {
  const before = await madeBook(given)
  const bytes = insertRows(before, [AT5], '模板.xlsx')
  const faults = await structuralFaults(before)
  expect((await structuralFaults(bytes)).filter((fault) => !faults.includes(fault))).toEqual([])
  return { bytes, sheet: await textPart(bytes, SHEET) }
}

const moved = (formula: string, place: Partial<Parameters<typeof movedFormula>[2]> = {}): string =>
  movedFormula(AT5, formula, { sheet: '甲表', ...place })

describe('a formula after rows are put in', () => {
  it.each([
    ['A4+A5+A6', 'A4+A5+A8'],
    ['SUM(D5:D5)', 'SUM(D5:D7)'],
    ['SUM(D4:D5)', 'SUM(D4:D7)'],
    ['SUM(D5:D9)', 'SUM(D5:D11)'],
    ['SUM(D6:D9)', 'SUM(D8:D11)'],
    ['SUM($D$5:$D$5)', 'SUM($D$5:$D$7)'],
    ['SUM(D:D)+SUM(5:5)', 'SUM(D:D)+SUM(5:7)'],
    ["SUM(乙表!D6,甲表!D6,'甲表'!$D$6)", "SUM(乙表!D6,甲表!D8,'甲表'!$D$8)"],
    ['"D6"&D6&Table1[D6]&LOG10(D6)', '"D6"&D8&Table1[D6]&LOG10(D8)'],
    ['[1]甲表!D6+#REF!+TRUE', '[1]甲表!D6+#REF!+TRUE']
  ])('%s → %s', (before, after) => {
    expect(moved(before)).toBe(after)
  })

  it.each([
    ['SUM(D5:G5)', 'SUM(D5:G5)'],
    ['RANK(D5,D$5:D$5)', 'RANK(D5,D$5:D$7)'],
    ['SUM(D$5:D5)', 'SUM(D$5:D5)']
  ])('in the pattern row itself %s → %s', (before, after) => {
    expect(moved(before, { inPattern: true })).toBe(after)
  })

  it('moves relative references of a copy', () => {
    expect(copiedFormula('D5+$D$5+D$5+$D5+乙表!A1', { rows: 2, cols: 1 })).toBe('E7+$D$5+E$5+$D7+乙表!B3')
    expect(copiedFormula('A1', { rows: -1, cols: 0 })).toBe('#REF!')
  })
})

describe('inserting rows', () => {
  it('copies height, styles, formulas and merges of the row and moves what is below', async () => {
    const { sheet, bytes } = await inserted({
      rows: [
        '<row r="5" spans="1:4" ht="24" customHeight="1"><c r="A5" s="1"><v>7</v></c><c r="D5" s="2"><f>A5*2</f><v>14</v></c></row>',
        '<row r="6"><c r="A6" t="inlineStr"><is><t>合计</t></is></c><c r="D6"><f>SUM(D5:D5)</f><v>14</v></c></row>'
      ].join(''),
      head: '<dimension ref="A5:D6"/>',
      tail: '<mergeCells count="3"><mergeCell ref="B5:C5"/><mergeCell ref="A6:C6"/><mergeCell ref="E4:E6"/></mergeCells>'
    })
    for (const row of [5, 6, 7]) {
      expect(sheet).toContain(`<row spans="1:4" ht="24" customHeight="1" r="${row}">`)
      expect(sheet).toContain(`<c s="2" r="D${row}"><f>A${row}*2</f>`)
      expect(sheet).toContain(`<mergeCell ref="B${row}:C${row}"/>`)
    }
    expect(sheet).toContain('<c r="D8"><f>SUM(D5:D7)</f>')
    expect(sheet).toContain('<mergeCell ref="A8:C8"/>')
    expect(sheet).toContain('<mergeCell ref="E4:E8"/>')
    expect(sheet).toContain('<mergeCells count="5">')
    expect(sheet).toContain('<dimension ref="A5:D8"/>')
    expect(await changedParts(await madeBook({}), bytes)).toEqual([SHEET])
  })

  it('writes out shared formulas and moves the areas of array formulas', async () => {
    const { sheet } = await inserted({
      rows: [
        '<row r="5"><c r="A5"><v>1</v></c><c r="B5"><f t="shared" ref="B5:B6" si="0">A5*$A$1</f><v>1</v></c><c r="C5"><f t="array" ref="C5">SUM(A5*2)</f><v>2</v></c></row>',
        '<row r="6"><c r="B6"><f t="shared" si="0"/><v>2</v></c><c r="C6"><f t="array" ref="C6:C7">A6:A7*2</f><v>2</v></c></row>'
      ].join('')
    })
    expect(sheet).not.toContain('shared')
    for (const [cell, formula] of [
      ['B5', 'A5*$A$1'],
      ['B7', 'A7*$A$1'],
      ['B8', 'A8*$A$1']
    ])
      expect(sheet).toContain(`<c r="${cell}"><f>${formula}</f>`)
    expect(sheet).toContain('<f t="array" ref="C7">SUM(A7*2)</f>')
    expect(sheet).toContain('<f t="array" ref="C8:C9">A8:A9*2</f>')
  })

  it('refuses where an array formula lies across the row, and names its cell', async () => {
    const book = await madeBook({
      rows: '<row r="5"><c r="C5"><f t="array" ref="C5:C6">A5:A6*2</f><v>2</v></c></row>'
    })
    try {
      insertRows(book, [AT5], '模板.xlsx')
      expect.unreachable()
    } catch (error) {
      expect(isAppError(error) && error.toSentence()).toContain('C5 的数组公式')
    }
  })

  it('moves rules, validations, links, filters, breaks, frozen panes and sparklines', async () => {
    const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main'
    const xm = 'http://schemas.microsoft.com/office/excel/2006/main'
    const { sheet } = await inserted({
      rows: '<row r="5"><c r="A5"><v>1</v></c></row>',
      head: '<sheetViews><sheetView workbookViewId="0"><pane ySplit="4" topLeftCell="A5" state="frozen"/><selection activeCell="A9" sqref="A9 A5"/></sheetView></sheetViews>',
      tail: [
        '<autoFilter ref="A4:D5"/>',
        '<conditionalFormatting sqref="D5 D9"><cfRule type="expression" priority="1"><formula>D5&gt;AVERAGE($D$5:$D$5)</formula></cfRule></conditionalFormatting>',
        '<dataValidations count="1"><dataValidation type="list" sqref="E5:E5"><formula1>$H$7:$H$9</formula1></dataValidation></dataValidations>',
        '<hyperlinks><hyperlink ref="A9" location="甲表!A6" display="x"/></hyperlinks>',
        '<rowBreaks count="2" manualBreakCount="2"><brk id="4" max="16383" man="1"/><brk id="8" max="16383" man="1"/></rowBreaks>',
        '<colBreaks count="1" manualBreakCount="1"><brk id="8" max="1048575" man="1"/></colBreaks>',
        `<extLst><ext xmlns:x14="${x14}" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:xm="${xm}"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>甲表!A5:C5</xm:f><xm:sqref>D5</xm:sqref></x14:sparkline><x14:sparkline><xm:f>甲表!A9:C9</xm:f><xm:sqref>D9</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`
      ].join('')
    })
    for (const text of [
      'topLeftCell="A5"',
      'activeCell="A11" sqref="A11 A5"',
      '<autoFilter ref="A4:D7"/>',
      'sqref="D5:D7 D11"',
      '<formula>D5&gt;AVERAGE($D$5:$D$7)</formula>',
      'sqref="E5:E7"',
      '<formula1>$H$9:$H$11</formula1>',
      'ref="A11" location="甲表!A8"',
      '<rowBreaks count="2" manualBreakCount="2"><brk id="4"',
      '<brk max="16383" man="1" id="10"/>',
      '<colBreaks count="1" manualBreakCount="1"><brk id="8"'
    ])
      expect(sheet).toContain(text)
    const sparklines = [...sheet.matchAll(/<xm:f>(.*?)<\/xm:f><xm:sqref>(.*?)</g)].map((m) => [m[1], m[2]])
    expect(sparklines).toEqual([
      ['甲表!A5:C5', 'D5'],
      ['甲表!A6:C6', 'D6'],
      ['甲表!A7:C7', 'D7'],
      ['甲表!A11:C11', 'D11']
    ])
  })

  it('lets names, other sheets, charts, pictures, tables and notes follow', async () => {
    const chart = (ref: string): string =>
      `<c:chartSpace xmlns:c="c"><c:ser><c:tx><c:strRef><c:f>甲表!$D$5</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>甲表!$A$5:$A$5</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>${ref}</c:f></c:numRef></c:val></c:ser></c:chartSpace>`
    const anchor = (from: number, to: number): string =>
      `<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>${from}</xdr:row></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:row>${to}</xdr:row></xdr:to><xdr:sp textlink="甲表!$D$6"/></xdr:twoCellAnchor>`
    const { bytes } = await inserted({
      rows: '<row r="5"><c r="A5"><v>1</v></c></row>',
      second: '<row r="1"><c r="A1"><f>甲表!D6+D6</f><v>1</v></c></row>',
      bookTail:
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">甲表!$A$1:$D$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">甲表!$3:$4</definedName><definedName name="总分">甲表!$D$5:$D$5</definedName></definedNames>',
      sheetRelations: `<Relationship Id="rId1" Type="${REL}/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="rId2" Type="${REL}/table" Target="../tables/table1.xml"/><Relationship Id="rId3" Type="${REL}/comments" Target="../comments1.xml"/><Relationship Id="rId4" Type="${REL}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>`,
      parts: {
        'xl/charts/chart1.xml': chart('甲表!$D$5'),
        'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="x">${anchor(8, 20)}${anchor(2, 20)}</xdr:wsDr>`,
        'xl/tables/table1.xml': `<table xmlns="${NS}" id="1" name="表1" displayName="表1" ref="A4:D5"><autoFilter ref="A4:D5"/><tableColumns count="1"><tableColumn id="1" name="x"><calculatedColumnFormula>甲表!D6*2</calculatedColumnFormula></tableColumn></tableColumns></table>`,
        'xl/comments1.xml': `<comments xmlns="${NS}"><commentList><comment ref="A9" authorId="0"/><comment ref="A5" authorId="0"/></commentList></comments>`,
        'xl/drawings/vmlDrawing1.vml':
          '<xml><x:ClientData ObjectType="Note"><x:Anchor>1, 15, 8, 2, 3, 15, 12, 4</x:Anchor><x:Row>8</x:Row><x:Column>0</x:Column></x:ClientData></xml>'
      }
    })
    const part = (path: string): Promise<string> => textPart(bytes, path)
    const book = await part('xl/workbook.xml')
    expect(book).toContain('甲表!$A$1:$D$11<')
    expect(book).toContain('甲表!$3:$4<')
    expect(book).toContain('>甲表!$D$5:$D$7<')
    expect(await part('xl/worksheets/sheet2.xml')).toContain('<f>甲表!D8+D6</f>')
    const drawn = await part('xl/charts/chart1.xml')
    expect(drawn).toContain('<c:tx><c:strRef><c:f>甲表!$D$5</c:f>')
    expect(drawn).toContain('<c:f>甲表!$A$5:$A$7</c:f>')
    expect(drawn).toContain('<c:val><c:numRef><c:f>甲表!$D$5:$D$7</c:f>')
    const rows = [...(await part('xl/drawings/drawing1.xml')).matchAll(/<xdr:row>(\d+)/g)].map((m) => m[1])
    expect(rows).toEqual(['10', '22', '2', '20'])
    expect(await part('xl/drawings/drawing1.xml')).toContain('textlink="甲表!$D$8"')
    const table = await part('xl/tables/table1.xml')
    expect(table).toContain('displayName="表1" ref="A4:D7"')
    expect(table).toContain('<autoFilter ref="A4:D7"/>')
    expect(table).toContain('甲表!D8*2')
    expect(await part('xl/comments1.xml')).toMatch(/ref="A11".*ref="A5"/)
    const vml = await part('xl/drawings/vmlDrawing1.vml')
    expect(vml).toContain('<x:Anchor>1, 15, 10, 2, 3, 15, 14, 4</x:Anchor>')
    expect(vml).toContain('<x:Row>10</x:Row>')
  })

  it('takes out the list of calculated cells with its relation and type', async () => {
    const plain = await madeBook({ rows: '<row r="5"><c r="A5"><v>1</v></c></row>' })
    const parts = Object.fromEntries(
      [...(await partsOf(plain))].map(([path, part]) => [path, part.toString()])
    )
    const book = await zipOf({
      ...parts,
      'xl/calcChain.xml': `<calcChain xmlns="${NS}"><c r="A9" i="1"/></calcChain>`,
      'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']!.replace(
        '</Relationships>',
        `<Relationship Id="rId9" Type="${REL}/calcChain" Target="calcChain.xml"/></Relationships>`
      ),
      '[Content_Types].xml': parts['[Content_Types].xml']!.replace(
        '</Types>',
        '<Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>'
      )
    })
    const bytes = insertRows(book, [AT5], '模板.xlsx')
    expect((await partsOf(bytes)).has('xl/calcChain.xml')).toBe(false)
    expect(await textPart(bytes, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain')
    expect(await textPart(bytes, '[Content_Types].xml')).not.toContain('calcChain')
    expect(insertRows(book, [AT5], '模板.xlsx')).toEqual(bytes)
    expect(insertRows(book, [{ ...AT5, count: 0 }], '模板.xlsx')).toBe(book)
  })
})
