import type { RawCell, RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { Problem } from '#shared/problem.ts'
import { bookToSheets } from './bookToSheets.ts'
import { colName } from './colName.ts'
import { decodeText, decodeTextAs, type DecodedText } from './decodeText.ts'
import { truncated, unreadable } from './fileError.ts'
import { MergeCover } from './mergeCover.ts'
import { parseDelimited } from './parseDelimited.ts'
import { parseOds } from './parseOds.ts'
import { parseHtmlTables, type HtmlCell, type HtmlTable } from './parseHtmlTables.ts'
import { plainNumber } from './plainNumber.ts'
import type { Content, ReadJob } from './readJob.ts'
import { parseXmlText } from './sheetjs.ts'
import { sheetProblems, suffixOf } from './sheetProblems.ts'
import { unsupported } from './sniff.ts'

function textCell(row: number, col: number, text: string): RawCell {
  return { row, col, address: colName(col) + String(row + 1), kind: 'text', value: text, shown: text }
}

function textSheet(name: string, index: number, cells: RawCell[], merges: RawSheet['merges'] = []): RawSheet {
  return {
    name,
    index,
    visibility: 'visible',
    cells,
    merges,
    hiddenRows: [],
    hiddenCols: [],
    rowCount: cells.reduce((count, cell) => Math.max(count, cell.row + 1), 0),
    colCount: cells.reduce((count, cell) => Math.max(count, cell.col + 1), 0)
  }
}

/** Office programs name the only sheet of a text file after the file. */
function sheetName(file: string): string {
  const suffix = suffixOf(file)
  return suffix === '' ? file : file.slice(0, -suffix.length - 1)
}

function readDelimited(decoded: DecodedText, file: string): Content {
  const { rows, delimiter, unclosedQuoteRow } = parseDelimited(decoded.text)
  const cells: RawCell[] = []
  rows.forEach((fields, row) => {
    fields.forEach((field, col) => {
      if (field !== '') cells.push(textCell(row, col, field.replace(/\r\n?/g, '\n')))
    })
  })
  const problems: Problem[] = []
  if (unclosedQuoteRow !== undefined) {
    problems.push({
      code: 'UNCLOSED_QUOTE',
      level: 'confirm',
      message: `第 ${unclosedQuoteRow} 行的双引号没有成对，已把引号当作普通文字读取。`,
      place: { file, row: unclosedQuoteRow },
      suggestion: '请核对这一行之后的内容是否错位。'
    })
  }
  const format = delimiter === '\t' ? 'tsv' : 'csv'
  return { format, sheets: [textSheet(sheetName(file), 0, cells)], problems }
}

function htmlSheet(table: HtmlTable, index: number, name: string): RawSheet {
  const cover = new MergeCover(table.merges)
  const cells = table.cells.filter((cell) => !cover.hides(cell.row, cell.col)).map(htmlCell)
  const sheet = textSheet(name, index, cells, table.merges)
  return {
    ...sheet,
    hiddenRows: table.hiddenRows.filter((row) => row < sheet.rowCount),
    hiddenCols: table.hiddenCols.filter((col) => col < sheet.colCount)
  }
}

/** Digits with separators, perhaps with a percent sign: a number shown, and no date or code. */
const SHOWN_NUMBER = /^-?[\d,]+(?:\.(\d+))?(%?)$/

/** A number that an office program rounded for the eye is kept as it is; dates and everything else stay texts. */
function htmlCell({ row, col, text, number }: HtmlCell): RawCell {
  const cell = textCell(row, col, text)
  const shown = SHOWN_NUMBER.exec(text.replaceAll('\u00a0', ' ').trim())
  if (number === undefined || !shown) return cell
  const value = plainNumber(Number(number))
  if (shown[2] !== '%') return { ...cell, kind: 'number', value }
  const decimals = shown[1] === undefined ? '' : `.${'0'.repeat(shown[1].length)}`
  return { ...cell, kind: 'number', value, format: `0${decimals}%` }
}

function readHtml(text: string, file: string): Content {
  const tables = parseHtmlTables(text)
  if (tables.length === 0) throw unsupported(file, '这是网页文件，里面没有表格。')
  const sheets = tables.map((table, index) =>
    htmlSheet(table, index, tables.length === 1 ? sheetName(file) : `表${index + 1}`)
  )
  return { format: 'html', sheets, problems: sheets.flatMap((sheet) => sheetProblems(sheet, file, true)) }
}

const XML_SHEETS = /urn:schemas-microsoft-com:office:spreadsheet|<office:document[\s>]|<(?:uof|表):/

function readXml(text: string, { file, limits }: ReadJob): Content {
  const root = /<(?![?!])([^\s>/]+)/.exec(text)?.[1] as string
  if (!text.includes(`</${root}`)) throw truncated(file)
  if (root === 'office:document') {
    const sheets = parseOds(text, limits, file)
    return { format: 'xml', sheets, problems: sheets.flatMap((sheet) => sheetProblems(sheet, file, true)) }
  }
  let book
  try {
    book = parseXmlText(text)
  } catch (cause) {
    throw unreadable(file, cause)
  }
  if (book.SheetNames.length === 0) throw unreadable(file)
  return { format: 'xml', ...bookToSheets(book, file, null, true) }
}

function firstBroken({ sheets }: Content): { sheet: RawSheet; cell: RawCell } | null {
  for (const sheet of sheets) {
    const cell = sheet.cells.find(({ value }) => value.includes('�'))
    if (cell) return { sheet, cell }
  }
  return null
}

function encodingProblems(decoded: DecodedText, content: Content, file: string): Problem[] {
  const problems: Problem[] = []
  const suggestion = '请换一种编码重新读取；都不对就用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。'
  if (decoded.doubtful) {
    problems.push({
      code: 'DOUBTFUL_ENCODING',
      level: 'confirm',
      message: '文字可能是乱码：文件的编码不像简体中文。',
      place: { file },
      suggestion
    })
  }
  const broken = decoded.broken === 0 ? null : firstBroken(content)
  if (broken) {
    problems.push({
      code: 'BROKEN_CHARACTERS',
      level: 'confirm',
      message: '有的字符读不出来，显示为「�」。',
      place: { file, sheet: broken.sheet.name, cell: broken.cell.address },
      value: broken.cell.value,
      suggestion
    })
  }
  return problems
}

/**
 * Reads text: CSV and TSV, tables of an HTML page, SpreadsheetML 2003 and flat OpenDocument. Decoded by
 * ourselves; every cell of CSV, TSV and HTML stays text, so that `007` and `1-2` survive.
 * @throws FILE_UNREADABLE (no known encoding), FILE_UNSUPPORTED (XML or HTML without a table), FILE_TRUNCATED
 */
export function readText(job: ReadJob): Content {
  const decoded = job.encoding === undefined ? decodeText(job.bytes) : decodeTextAs(job.bytes, job.encoding)
  if (decoded === null) throw unreadable(job.file)
  const start = decoded.text.slice(0, 4096).trimStart()
  const content = readByStart(decoded, start, job)
  return {
    ...content,
    encoding: decoded.encoding,
    problems: [...content.problems, ...encodingProblems(decoded, content, job.file)]
  }
}

function readByStart(decoded: DecodedText, start: string, job: ReadJob): Content {
  const { file } = job
  if (!start.startsWith('<')) return readDelimited(decoded, file)
  if (XML_SHEETS.test(start)) {
    // Excel's web pages name the same namespace on their html element.
    return /<html[\s>]/i.test(start) ? readHtml(decoded.text, file) : readXml(decoded.text, job)
  }
  if (/<(!doctype\s+html|html|head|body|meta|table|style|div|tr|center|font|p)\b/i.test(start)) {
    return readHtml(decoded.text, file)
  }
  if (start.startsWith('<?xml')) throw unsupported(file, '这是 XML 文件，里面没有表格。')
  return readDelimited(decoded, file)
}
