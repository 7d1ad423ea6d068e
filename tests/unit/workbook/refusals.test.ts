import { deflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import JSZip from 'jszip'
import officeCrypto from 'officecrypto-tool'
import { describe, expect, it } from 'vitest'
import { DEFAULT_READ_LIMITS } from '#electron/workbook/readLimits.ts'
import { sniff } from '#electron/workbook/sniff.ts'
import { checkZipSizes, readZipDirectory } from '#electron/workbook/zipDirectory.ts'
import { readZipPart } from '#electron/workbook/zipPart.ts'
import { book, bytesOf, cellsOf, codesOf, read, refusal, withParts, xlsxOf } from './makeFiles.ts'

const xlsx = bytesOf(
  book({
    表1: [
      ['单位', '得分'],
      ['甲', 1]
    ]
  }),
  'xlsx'
)
const xls = bytesOf(book({ 表1: Array.from({ length: 400 }, (_row, i) => [`单位${i}`, i]) }), 'biff8')
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

async function zipOf(parts: Record<string, string>): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [name, content] of Object.entries(parts)) zip.file(name, content)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

describe('sniff', () => {
  it.each([
    ['ole', xls],
    ['zip', xlsx],
    ['text', latin1('a,b\n')],
    ['text', iconv.encode('单位,得分', 'gbk')],
    ['text', iconv.encode('ab', 'utf-16le', { addBOM: true })],
    ['biff', Buffer.from([0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x10, 0x00])]
  ])('%s', (container, bytes) => expect(sniff(bytes, 'a.xlsx')).toBe(container))

  it.each([
    ['%PDF-1.7', 'PDF'],
    ['\x89PNG\r\n\x1a\n', 'PNG'],
    ['\xff\xd8\xff\xe0', 'JPG'],
    ['Rar!\x1a\x07', 'RAR'],
    ['7z\xbc\xaf\x27\x1c', '7z'],
    ['\x1f\x8b\x08', 'GZ'],
    ['{\\rtf1', 'RTF'],
    ['\0\x01\0\0Standard Jet DB', 'Access'],
    ['\x00\x01\x02\x03', '认不出']
  ])('names %j', async (start, word) => {
    const error = await refusal(read('成绩.xlsx', latin1(start)))
    expect(error.code).toBe('FILE_UNSUPPORTED')
    expect(error.message).toContain(word)
    expect(error.toSentence()).toContain('成绩.xlsx')
    expect(error.toSentence()).toContain('另存为')
  })
})

describe('refused files', () => {
  it.each([
    ['no bytes', 'FILE_EMPTY', new Uint8Array()],
    ['an .xlsx cut in half', 'FILE_TRUNCATED', xlsx.subarray(0, xlsx.length / 2)],
    ['an .xls cut in half', 'FILE_TRUNCATED', xls.subarray(0, xls.length / 2)],
    ['the head of an .xls', 'FILE_TRUNCATED', xls.subarray(0, 300)],
    [
      'random bytes behind an OLE2 mark',
      'FILE_',
      Buffer.concat([xls.subarray(0, 8), Buffer.alloc(4096, 0x5a)])
    ]
  ])('%s', async (_name, code, bytes) => {
    expect((await refusal(read('a.xlsx', bytes))).code).toContain(code)
  })

  it.each([
    ['a Word document', { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<a/>' }, 'Word'],
    ['a presentation', { '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<a/>' }, '演示文稿'],
    ['an archive of workbooks', { '三季度/a.xlsx': 'x' }, '解压'],
    ['an archive of anything', { 'a.txt': 'x' }, '没有表格']
  ])('%s', async (_name, parts, word) => {
    const error = await refusal(read('a.xlsx', await zipOf(parts)))
    expect(error.code).toBe('FILE_UNSUPPORTED')
    expect(error.toSentence()).toContain(word)
  })

  it('a sheet part cut in half inside a whole zip', async () => {
    const sheet = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2'
    expect(
      (await refusal(read('a.xlsx', await withParts(xlsx, { 'xl/worksheets/sheet1.xml': sheet })))).code
    ).toBe('FILE_TRUNCATED')
  })

  it('a sheet that the package lacks', async () => {
    const error = await refusal(read('a.xlsx', await withParts(xlsx, { 'xl/worksheets/sheet1.xml': null })))
    expect(error.code).toBe('FILE_UNREADABLE')
    expect(error.toSentence()).toContain('表1')
  })

  it('a shared text that the package lacks: never an empty sheet', async () => {
    const rows = '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'
    const bytes = await xlsxOf({ rows }, { 'xl/sharedStrings.xml': '<sst></sst>' })
    expect((await refusal(read('a.xlsx', bytes))).code).toBe('FILE_UNREADABLE')
  })

  it('a flipped bit', async () => {
    const zip = Buffer.from(xlsx)
    const entry = readZipDirectory(zip, 'a.xlsx').find((part) => part.name.endsWith('sheet1.xml'))
    const at = (entry?.headerAt ?? 0) + 30 + 'xl/worksheets/sheet1.xml'.length + 60
    zip[at] = (zip[at] as number) ^ 0x10
    expect((await refusal(read('a.xlsx', zip))).code).toBe('FILE_UNREADABLE')
  })

  it('entity definitions', async () => {
    const sheet = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>'
    expect(
      (await refusal(read('a.xlsx', await withParts(xlsx, { 'xl/worksheets/sheet1.xml': sheet })))).code
    ).toBe('FILE_UNREADABLE')
  })

  it('too many merges, cells, letters', async () => {
    const merges = Array.from({ length: 11 }, (_merge, i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`).join(
      ''
    )
    const bytes = await xlsxOf({
      rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
      tail: `<mergeCells>${merges}</mergeCells>`
    })
    expect((await refusal(read('a.xlsx', bytes, { maxMerges: 10 }))).code).toBe('FILE_TOO_COMPLEX')
    expect((await refusal(read('a.csv', Buffer.from('1,2,3'), { maxCells: 2 }))).code).toBe(
      'FILE_TOO_COMPLEX'
    )
    expect((await refusal(read('a.csv', Buffer.from('甲乙丙'), { maxTextChars: 2 }))).code).toBe(
      'FILE_TOO_COMPLEX'
    )
  })
})

describe('zip bombs', () => {
  it('are refused by what the directory announces, before anything is unpacked', async () => {
    const bomb = await zipOf({ 'a.xml': ' '.repeat(12_000_000) })
    const entries = readZipDirectory(bomb, 'a.xlsx')
    expect(() => checkZipSizes(entries, DEFAULT_READ_LIMITS, 'a.xlsx')).toThrow(/压缩/)
    expect(() => checkZipSizes(entries, { ...DEFAULT_READ_LIMITS, maxPartBytes: 1000 }, 'a.xlsx')).toThrow(
      /MB/
    )
    expect(() => checkZipSizes(entries, { ...DEFAULT_READ_LIMITS, maxRatio: 5000 }, 'a.xlsx')).not.toThrow()
  })

  it('are stopped while unpacking where the directory lies', () => {
    const packed = deflateRawSync(Buffer.alloc(1_000_000))
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50)
    const entry = {
      name: 'a',
      method: 8,
      packedBytes: packed.length,
      unpackedBytes: 10,
      crc32: 0,
      headerAt: 0,
      encrypted: false
    }
    expect(() => readZipPart(Buffer.concat([head, packed]), entry, 5000, 'a.xlsx')).toThrow(/太大/)
  })
})

describe('traps that are no bombs', () => {
  it.each([
    [
      'a column up to 300,000,000',
      { head: '<cols><col min="1" max="300000000" width="9"/></cols>', rows: '' }
    ],
    ['a dimension over the whole sheet', { head: '<dimension ref="A1:XFD1048576"/>', rows: '' }],
    [
      'a merge over the whole sheet',
      { rows: '', tail: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }
    ],
    [
      'a link over the whole sheet',
      { rows: '', tail: '<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>' }
    ],
    ['100,000 styled empty rows', { rows: '<row r="9" s="1" customFormat="1"/>'.repeat(100_000) }]
  ])('%s', async (_name, sheet) => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row>${sheet.rows}`
    const workbook = await read('a.xlsx', await xlsxOf({ ...sheet, rows }))
    expect(workbook.sheets[0]?.cells).toHaveLength(1)
    expect(workbook.sheets[0]).toMatchObject({ rowCount: 1, colCount: 1 })
  })

  it('rows beyond the sheet are told, not read', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2000000000"><c r="A2000000000"><v>2</v></c></row>'
    const workbook = await read('a.xlsx', await xlsxOf({ rows }))
    expect(Object.keys(cellsOf(workbook))).toEqual(['A1'])
    expect(codesOf(workbook)).toEqual(['CELLS_OUTSIDE_SHEET'])
  })
})

describe('wrong suffix', () => {
  it.each([
    ['a.xlsx', xls, 'xls'],
    ['a.xls', xlsx, 'xlsx'],
    ['a.csv', xlsx, 'xlsx'],
    ['a', xlsx, 'xlsx']
  ])('%s is read by its bytes', async (file, bytes, format) => {
    const workbook = await read(file, bytes)
    expect(workbook.format).toBe(format)
    expect(workbook.problems).toMatchObject([{ code: 'WRONG_SUFFIX', level: 'info' }])
  })

  it.each([
    ['a.et', xls],
    ['a.et', xlsx],
    ['A.XLSX', xlsx],
    ['a.xlt', xls]
  ])('%s is not', async (file, bytes) => expect(codesOf(await read(file, bytes))).toEqual([]))
})

describe('passwords', () => {
  const locked = new Uint8Array(officeCrypto.encrypt(Buffer.from(xlsx), { password: '亮绩2026' }))
  const limits = DEFAULT_READ_LIMITS

  it('asks, says when it is wrong, and opens', async () => {
    const { readBytes } = await import('#electron/workbook/readBytes.ts')
    const job = { file: 'a.xlsx', bytes: locked, limits }
    expect((await refusal(readBytes(job))).toSentence()).toContain('请输入密码')
    const wrong = await refusal(readBytes({ ...job, password: '123' }))
    expect(wrong.code).toBe('FILE_ENCRYPTED')
    expect(wrong.message).toContain('密码不对')
    expect(JSON.stringify(wrong.details)).not.toContain('123')
    const workbook = await readBytes({ ...job, password: '亮绩2026' })
    expect(cellsOf(workbook).A2?.value).toBe('甲')
    expect(workbook.bytes).toBe(locked.length)
  })

  it('opens unasked what Excel opens unasked', async () => {
    const structure = officeCrypto.encrypt(Buffer.from(xlsx), { password: 'VelvetSweatshop' })
    expect((await read('a.xlsx', structure)).sheets).toHaveLength(1)
  })

  it('an .ods with a password', async () => {
    const bytes = await withParts(bytesOf(book({ 表1: [['x']] }), 'ods'), {
      'META-INF/manifest.xml': '<manifest:manifest><manifest:encryption-data/></manifest:manifest>'
    })
    expect((await refusal(read('a.ods', bytes))).code).toBe('FILE_ENCRYPTED')
  })
})

describe('the bounds of a sheet', () => {
  const cell = '<row r="1"><c r="A1"><v>1</v></c></row>'

  it('1,048,576 styled empty rows hold nothing', async () => {
    const empty = Array.from({ length: 1_048_575 }, (_row, i) => `<row r="${i + 2}" s="1" customFormat="1"/>`)
    // Rows that are all alike pack like a bomb; their numbers keep them apart.
    const workbook = await read('a.xlsx', await xlsxOf({ rows: cell + empty.join('') }))
    expect(workbook.sheets[0]).toMatchObject({ rowCount: 1, colCount: 1 })
  })

  it('a million merges are refused with their number', async () => {
    const merges = Array.from({ length: 1_000_000 }, (_merge, i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`)
    const bytes = await xlsxOf({ rows: cell, tail: `<mergeCells>${merges.join('')}</mergeCells>` })
    const error = await refusal(read('a.xlsx', bytes))
    expect(error.code).toBe('FILE_TOO_COMPLEX')
    expect(error.toSentence()).toContain('1000000 处合并')
  })
})

describe('text under the name of a workbook', () => {
  it('UTF-16 with tabs is read as what it is, and told', async () => {
    const workbook = await read(
      '成绩.xlsx',
      iconv.encode('单位\t得分\r\n甲\t95.5\r\n', 'utf-16le', { addBOM: true })
    )
    expect(workbook).toMatchObject({ format: 'tsv', encoding: 'utf-16le' })
    expect(cellsOf(workbook).B2?.value).toBe('95.5')
    expect(codesOf(workbook)).toEqual(['WRONG_SUFFIX'])
  })
})
