import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '#electron/workbook/decodeText.ts'
import { parseDelimited } from '#electron/workbook/parseDelimited.ts'
import { parseHtmlTables } from '#electron/workbook/parseHtmlTables.ts'
import { cellsOf, read, refusal } from './makeFiles.ts'

const TABLE = '单位,得分\r\n体育产业处,95.5\r\n'

describe('decodeText', () => {
  it.each([
    ['utf-8', Buffer.from(TABLE)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TABLE)])],
    ['utf-16le', iconv.encode(TABLE, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(TABLE, 'utf-16be', { addBOM: true })],
    ['gb18030', iconv.encode(TABLE, 'gbk')],
    ['gb18030', iconv.encode(TABLE, 'gb18030')]
  ])('%s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: TABLE, encoding, broken: 0, doubtful: false })
  })

  it('recognises UTF-16 without a mark by its zero bytes', () => {
    const text = 'unit,score\n1,2\n'
    expect(decodeText(iconv.encode(text, 'utf-16le'))?.encoding).toBe('utf-16le')
    expect(decodeText(iconv.encode(text, 'utf-16be'))?.text).toBe(text)
  })

  it('reads characters that GBK lacks', () => {
    const text = '㐀𠮷,镕'
    expect(decodeText(iconv.encode(text, 'gb18030'))?.text).toBe(text)
  })

  it('doubts Big5, which passes for rare GB18030 characters', () => {
    const big5 = iconv.encode('單位,得分,排名\n財政局,95.5,第一名\n體育局,90,第二名\n', 'big5')
    expect(decodeText(big5)?.doubtful).toBe(true)
  })

  it('tolerates one broken byte in a long text and counts it', () => {
    const bytes = Buffer.concat([
      iconv.encode('单位得分排名'.repeat(20), 'gbk'),
      Buffer.from([0xff]),
      Buffer.from('\n')
    ])
    const decoded = decodeText(bytes)
    expect(decoded?.broken).toBe(1)
    expect(decoded?.text).toContain('单位得分排名')
  })
})

describe('parseDelimited', () => {
  it.each([
    [
      'comma',
      'a,b\n1,2\n',
      ',',
      [
        ['a', 'b'],
        ['1', '2']
      ]
    ],
    [
      'tab, although texts hold commas',
      'a\tb,c\n1,5\t2\n',
      '\t',
      [
        ['a', 'b,c'],
        ['1,5', '2']
      ]
    ],
    [
      'semicolon',
      'a;b\n1,5;2,5\n',
      ';',
      [
        ['a', 'b'],
        ['1,5', '2,5']
      ]
    ],
    ['sep line', 'sep=;\r\na;b\r\n', ';', [['a', 'b']]],
    [
      'quoted line break and doubled quote',
      '"甲\n乙","a""b"\r\n1,2',
      ',',
      [
        ['甲\n乙', 'a"b'],
        ['1', '2']
      ]
    ],
    ['empty fields and rows', 'a,,b\n\n,c,\n', ',', [['a', '', 'b'], [''], ['', 'c', '']]],
    [
      'old Mac line ends',
      'a,b\r1,2\r',
      ',',
      [
        ['a', 'b'],
        ['1', '2']
      ]
    ],
    [
      'text kept by a formula',
      '="007",x\n"=""008""",y',
      ',',
      [
        ['007', 'x'],
        ['008', 'y']
      ]
    ],
    ['trailing delimiter at the end', 'a,', ',', [['a', '']]],
    ['one column', '名单\n甲\n', ',', [['名单'], ['甲']]]
  ])('%s', (_name, text, delimiter, rows) => {
    expect(parseDelimited(text)).toEqual({ rows, delimiter })
  })

  it('does not lose rows behind a quotation mark that is never closed', () => {
    const parsed = parseDelimited('a,b\n"甲,1\n乙,2\n')
    expect(parsed).toEqual({
      rows: [
        ['a', 'b'],
        ['"甲', '1'],
        ['乙', '2']
      ],
      delimiter: ',',
      unclosedQuoteRow: 2
    })
  })
})

describe('parseHtmlTables', () => {
  it('places cells beside row spans and joins column spans', () => {
    const [table] = parseHtmlTables(
      '<table><tr><th rowspan=2>单位<th colspan="2">得分<tr><td>上半年<td>下半年<tr><td>甲<td>1<td>2</table>'
    )
    expect(table?.cells.map((cell) => [cell.row, cell.col, cell.text])).toEqual([
      [0, 0, '单位'],
      [0, 1, '得分'],
      [1, 1, '上半年'],
      [1, 2, '下半年'],
      [2, 0, '甲'],
      [2, 1, '1'],
      [2, 2, '2']
    ])
    expect(table?.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 }
    ])
  })

  it('decodes entities, keeps line breaks, drops markup, scripts and comments', () => {
    const [table] = parseHtmlTables(
      '<style>td{}</style><table><!-- <tr><td>x --><tr><td><b>体育</b><br/>产业&nbsp;&#22788;&#x5904;</td><td>&nbsp;</td><td>a &lt; b</td></tr></table>'
    )
    expect(table?.cells.map((cell) => cell.text)).toEqual(['体育\n产业\u00a0处处', 'a < b'])
  })
})

describe('readBytes on text', () => {
  it('keeps every cell of a GBK CSV as text, under the name of the file', async () => {
    const workbook = await read('三季度.csv', iconv.encode('编号,比值,分数\n007,1-2,12%\n', 'gbk'))
    expect(workbook).toMatchObject({ format: 'csv', encoding: 'gb18030', problems: [] })
    expect(workbook.sheets[0]).toMatchObject({ name: '三季度', rowCount: 2, colCount: 3 })
    const { A2, B2, C2 } = cellsOf(workbook)
    expect([A2, B2, C2].map((cell) => [cell?.kind, cell?.value])).toEqual([
      ['text', '007'],
      ['text', '1-2'],
      ['text', '12%']
    ])
  })

  it('reads an HTML table that calls itself .xls, and says so', async () => {
    const html = '<html><table><tr><td>单位</td></tr><tr><td>0123</td></tr></table></html>'
    const workbook = await read('排名.xls', iconv.encode(html, 'gbk'))
    expect(workbook).toMatchObject({ format: 'html', encoding: 'gb18030' })
    expect(cellsOf(workbook).A2).toMatchObject({ kind: 'text', value: '0123' })
    expect(workbook.problems).toMatchObject([
      { code: 'WRONG_SUFFIX', level: 'info', place: { file: '排名.xls' } }
    ])
  })

  it('tells of broken characters with their cell, and of an open quotation mark with its row', async () => {
    const broken = Buffer.concat([
      Buffer.from(`${'说明'.repeat(30)},\n甲`),
      Buffer.from([0xff]),
      Buffer.from(',1\n')
    ])
    const workbook = await read('a.csv', broken)
    expect(workbook.problems).toMatchObject([
      { code: 'BROKEN_CHARACTERS', level: 'confirm', place: { cell: 'A2' } }
    ])
    const open = await read('b.csv', Buffer.from('a,b\n"c,d\n'))
    expect(open.problems).toMatchObject([{ code: 'UNCLOSED_QUOTE', place: { row: 2 } }])
  })

  it.each([
    ['XML without sheets', '<?xml version="1.0"?><a/>', 'FILE_UNSUPPORTED'],
    ['web page without a table', '<html><body>通知</body></html>', 'FILE_UNSUPPORTED'],
    [
      'cut SpreadsheetML',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Wor',
      'FILE_TRUNCATED'
    ]
  ])('%s is refused', async (_name, text, code) => {
    expect((await refusal(read('a.xls', Buffer.from(text)))).code).toBe(code)
  })
})
