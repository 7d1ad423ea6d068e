import iconv from 'iconv-lite'
import * as XLSX from 'xlsx'
import { describe, expect, it } from 'vitest'
import { book, bytesOf, cellsOf, codesOf, read, stylesXml, withParts, xlsxOf } from './makeFiles.ts'

const plain = {
  表1: [
    ['单位', '得分'],
    ['甲', 95.5],
    ['乙', true]
  ]
}

describe('every format gives the same cells', () => {
  const formats: [XLSX.BookType, string, string][] = [
    ['xlsx', 'a.xlsx', 'xlsx'],
    ['xlsm', 'a.xlsm', 'xlsm'],
    ['xlsb', 'a.xlsb', 'xlsb'],
    ['biff8', 'a.xls', 'xls'],
    ['biff8', 'a.et', 'et'],
    ['ods', 'a.ods', 'ods'],
    ['fods', 'a.fods', 'xml'],
    ['xlml', 'a.xml', 'xml']
  ]
  it.each(formats)('%s', async (bookType, file, format) => {
    const workbook = await read(file, bytesOf(book(plain), bookType))
    expect(workbook.format).toBe(format)
    expect(codesOf(workbook)).toEqual([])
    const cells = cellsOf(workbook)
    expect(Object.keys(cells)).toEqual(['A1', 'B1', 'A2', 'B2', 'A3', 'B3'])
    expect(cells.A2).toMatchObject({ row: 1, col: 0, kind: 'text', value: '甲', shown: '甲' })
    expect(cells.B2).toMatchObject({ row: 1, col: 1, kind: 'number', value: '95.5', shown: '95.5' })
    expect(cells.B3).toMatchObject({ kind: 'boolean', value: 'TRUE' })
    expect(workbook.sheets[0]).toMatchObject({
      index: 0,
      visibility: 'visible',
      rowCount: 3,
      colCount: 2,
      merges: []
    })
  })

  it('names hash, size and file', async () => {
    const workbook = await read('a.csv', Buffer.from('a,b\n'))
    expect(workbook).toMatchObject({
      fileName: 'a.csv',
      bytes: 4,
      sha256: '5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313'
    })
  })
})

describe('Excel 95', () => {
  it('reads Chinese by the code page that the file names', async () => {
    const old = Buffer.from(bytesOf(book({ S1: [['ABCD', 95.5]] }), 'biff5'))
    const codePage = old.indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]))
    old.writeUInt16LE(936, codePage + 4)
    iconv.encode('体育', 'gbk').copy(old, old.indexOf('ABCD'))
    expect(cellsOf(await read('a.xls', old))).toMatchObject({ A1: { value: '体育' }, B1: { value: '95.5' } })
  })
})

describe('values of .xlsx', () => {
  it('numbers are the shortest decimal, what is shown follows the format', async () => {
    const styles = stylesXml([10, 164], { 164: '0.0"分"' })
    const rows =
      '<row r="1"><c r="A1"><v>0.30000000000000004</v></c><c r="B1" s="1"><v>0.8544</v></c><c r="C1" s="2"><v>95.55</v></c><c r="D1"><v>1E-7</v></c></row>'
    const { A1, B1, C1, D1 } = cellsOf(
      await read('a.xlsx', await xlsxOf({ rows }, { 'xl/styles.xml': styles }))
    )
    expect(A1).toMatchObject({ kind: 'number', value: '0.30000000000000004', shown: '0.3' })
    expect(B1).toMatchObject({ value: '0.8544', shown: '85.44%', format: '0.00%' })
    expect(C1).toMatchObject({ value: '95.55', shown: '95.6分', format: '0.0"分"' })
    expect(D1?.value).toBe('0.0000001')
  })

  it('dates by format, also by the built-in Chinese ones that no file spells out', async () => {
    const styles = stylesXml([14, 31, 57, 164], { 164: 'yyyy-mm-dd hh:mm' })
    const rows = `<row r="1">${['A1" s="1', 'B1" s="2', 'C1" s="3', 'D1" s="4'].map((at) => `<c r="${at}"><v>46295.5</v></c>`).join('')}</row>`
    const cells = cellsOf(await read('a.xlsx', await xlsxOf({ rows }, { 'xl/styles.xml': styles })))
    expect(Object.values(cells).map((cell) => [cell.kind, cell.value, cell.shown])).toEqual([
      ['date', '2026-09-30T12:00:00', '2026/9/30'],
      ['date', '2026-09-30T12:00:00', '2026年9月30日'],
      ['date', '2026-09-30T12:00:00', '2026年9月'],
      ['date', '2026-09-30T12:00:00', '2026-09-30 12:00']
    ])
  })

  it('formats of one file do not leak into the next', async () => {
    const date = await xlsxOf(
      { rows: '<row r="1"><c r="A1" s="1"><v>46295</v></c></row>' },
      {
        'xl/styles.xml': stylesXml([164], { 164: 'yyyy-mm-dd' })
      }
    )
    const sheet = XLSX.utils.aoa_to_sheet([[46295]])
    const old = bytesOf(book({ 表1: sheet }), 'biff8')
    expect(cellsOf(await read('a.xlsx', date)).A1?.kind).toBe('date')
    expect(cellsOf(await read('b.xls', old)).A1).toMatchObject({ kind: 'number', value: '46295' })
  })

  it('1904 workbooks count from another day', async () => {
    const made = book({ 表1: [[44833]] })
    ;(made.Sheets['表1']?.A1 as XLSX.CellObject).z = 'yyyy-mm-dd'
    made.Workbook = { WBProps: { date1904: true } }
    for (const type of ['xlsx', 'biff8'] as const) {
      expect(cellsOf(await read(type === 'xlsx' ? 'a.xlsx' : 'a.xls', bytesOf(made, type))).A1?.value).toBe(
        '2026-09-30'
      )
    }
  })

  it('formulas: cached value, none at all, an empty text, an error', async () => {
    const rows = `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>SUM(C:C)</f></c><c r="C1"><f>X1</f><v></v></c>
      <c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F1"><f t="shared" ref="F1:F2" si="0">A1*2</f><v>4</v></c></row>
      <row r="2"><c r="F2"><f t="shared" si="0"/></c></row>`
    const cells = cellsOf(await read('a.xlsx', await xlsxOf({ rows })))
    expect(cells.A1).toMatchObject({ kind: 'number', value: '2', formula: '1+1' })
    expect(cells.B1).toMatchObject({ kind: 'formula-without-value', value: '', formula: 'SUM(C:C)' })
    expect(cells.C1?.kind).toBe('formula-without-value')
    expect(cells.D1).toMatchObject({ kind: 'text', value: '' })
    expect(cells.E1).toMatchObject({ kind: 'error', value: '#DIV/0!', formula: '1/0' })
    expect(cells.F2).toMatchObject({ kind: 'formula-without-value', formula: 'A2*2' })
  })

  it('texts keep their spaces and lose only carriage returns; rich text is joined', async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 体 育 </t></is></c>
      <c r="B1" t="inlineStr"><is><r><t>产</t></r><r><t>业</t></r></is></c>
      <c r="C1" t="inlineStr"><is><t>前</t><r><t>后</t></r></is></c>
      <c r="D1" t="inlineStr"><is><t>甲_x000D_
乙</t></is></c><c r="E1" t="inlineStr"><is><t>得分</t><rPh sb="0" eb="1"><t>defen</t></rPh></is></c></row>`
    const cells = cellsOf(await read('a.xlsx', await xlsxOf({ rows })))
    expect(Object.values(cells).map((cell) => cell.value)).toEqual([
      ' 体 育 ',
      '产业',
      '前后',
      '甲\n乙',
      '得分'
    ])
  })

  it('a wrong dimension hides nothing', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="D9"><v>2</v></c></row>'
    const workbook = await read('a.xlsx', await xlsxOf({ head: '<dimension ref="A1:A1"/>', rows }))
    expect(Object.keys(cellsOf(workbook))).toEqual(['A1', 'D9'])
    expect(workbook.sheets[0]).toMatchObject({ rowCount: 9, colCount: 4 })
  })
})

describe('merges', () => {
  it('keeps the anchor and drops stale values under it', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="C2"><v>5</v></c></row>'
    const tail = '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C2"/></mergeCells>'
    const workbook = await read('a.xlsx', await xlsxOf({ rows, tail }))
    expect(Object.keys(cellsOf(workbook))).toEqual(['A1', 'C1', 'C2'])
    expect(workbook.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }])
  })
})

describe('what is hidden is told', () => {
  it('rows, columns and sheets of .xlsx', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row><row r="3" hidden="1"/>'
    const head = '<cols><col min="2" max="2" hidden="1"/><col min="5" max="300000000" hidden="1"/></cols>'
    const workbook = await read('a.xlsx', await xlsxOf({ head, rows }))
    expect(workbook.sheets[0]).toMatchObject({ hiddenRows: [1], hiddenCols: [1] })
    expect(workbook.problems).toMatchObject([
      {
        code: 'HIDDEN_ROWS',
        level: 'confirm',
        place: { sheet: '表1' },
        message: expect.stringContaining('第 2 行') as string
      },
      { code: 'HIDDEN_COLS', level: 'confirm', message: expect.stringContaining('B 列') as string }
    ])
  })

  it.each(['xlsx', 'biff8', 'xlsb'] as const)('hidden and very hidden sheets of %s', async (bookType) => {
    const made = book({ 封面: [['x']], 数据: [['y']], 空: [] })
    made.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] }
    const workbook = await read(`a.${bookType === 'biff8' ? 'xls' : bookType}`, bytesOf(made, bookType))
    expect(workbook.sheets.map((sheet) => sheet.visibility === 'visible')).toEqual([true, false, false])
    expect(workbook.problems).toMatchObject([
      { code: 'HIDDEN_SHEET', level: 'confirm', place: { sheet: '数据' } }
    ])
  })

  it('rows and columns of .xls and .xlsb', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['a', 'b'],
      ['c', 'd']
    ])
    sheet['!rows'] = [{}, { hidden: true }]
    sheet['!cols'] = [{ wch: 10 }, { wch: 10, hidden: true }]
    for (const [file, type] of [
      ['a.xls', 'biff8'],
      ['a.xlsb', 'xlsb']
    ] as const) {
      const { sheets } = await read(file, bytesOf(book({ 表1: sheet }), type))
      // The .xls writer of the test keeps no row marks.
      expect(sheets[0]?.hiddenRows).toEqual(type === 'xlsb' ? [1] : [])
      expect(sheets[0]?.hiddenCols).toEqual([1])
    }
  })

  it('sheets, rows and columns of .ods', async () => {
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>
      <style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
      <office:body><office:spreadsheet><table:table table:name="藏" table:style-name="ta1"><table:table-column/><table:table-column table:visibility="collapse"/>
      <table:table-row><table:table-cell office:value-type="date" office:date-value="2026-09-30"><text:p>30日</text:p></table:table-cell>
        <table:table-cell office:value-type="percentage" office:value="0.85"><text:p>85%</text:p></table:table-cell></table:table-row>
      <table:table-row table:visibility="filter"><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>甲<text:s text:c="2"/>乙</text:p><text:p>丙</text:p>
        <office:annotation><text:p>批注</text:p></office:annotation></table:table-cell><table:covered-table-cell office:value-type="string"><text:p>旧</text:p></table:covered-table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      </table:table></office:spreadsheet></office:body></office:document-content>`
    const workbook = await read(
      'a.ods',
      await withParts(bytesOf(book({ 表1: [['x']] }), 'ods'), { 'content.xml': content })
    )
    expect(workbook.sheets[0]).toMatchObject({
      name: '藏',
      visibility: 'hidden',
      hiddenRows: [1],
      hiddenCols: [1]
    })
    expect(cellsOf(workbook)).toMatchObject({
      A1: { kind: 'date', value: '2026-09-30', shown: '30日' },
      B1: { kind: 'number', value: '0.85', shown: '85%', format: '0.00%' },
      A2: { kind: 'text', value: '甲  乙\n丙' }
    })
    expect(Object.keys(cellsOf(workbook))).toEqual(['A1', 'B1', 'A2'])
    expect(codesOf(workbook)).toEqual(['HIDDEN_SHEET', 'HIDDEN_ROWS', 'HIDDEN_COLS'])
  })
})

describe('formulas that nobody calculated', () => {
  const rows = '<row r="1"><c r="A1"><f>B1+C1</f><v>0</v></c><c r="B1"><f>5*2</f><v>10</v></c></row>'

  it('are doubted where no office program saved the file', async () => {
    const app = { 'docProps/app.xml': '<Properties><Application>Apache POI</Application></Properties>' }
    const workbook = await read('a.xlsx', await xlsxOf({ rows }, app))
    expect(workbook.problems).toMatchObject([
      {
        code: 'STALE_FORMULA',
        level: 'confirm',
        place: { file: 'a.xlsx', sheet: '表1', cell: 'A1' },
        value: '0'
      }
    ])
  })

  it.each(['Microsoft Excel', 'WPS 表格', 'LibreOffice/24.2'])(
    'are believed where %s saved it',
    async (name) => {
      const app = { 'docProps/app.xml': `<Properties><Application>${name}</Application></Properties>` }
      expect((await read('a.xlsx', await xlsxOf({ rows }, app))).problems).toEqual([])
    }
  )
})
