import type { RawFormat } from '#shared/domain/importing/rawWorkbook.ts'
import { fileError, truncated, unreadable } from './fileError.ts'
import { CHINESE_BUILTIN_FORMATS } from './numberFormats.ts'
import type { ReadLimits } from './readLimits.ts'
import { addPart, newPackage, parseBinaryPackage, parsePackage, type WorkBook } from './sheetjs.ts'
import { isCompleteXml, isWorksheetXml, prepareSheetXml, type PreparedSheet } from './sheetXml.ts'
import { unsupported } from './sniff.ts'
import { checkZipSizes, readZipDirectory, type ZipEntry } from './zipDirectory.ts'
import { readZipPart } from './zipPart.ts'

export interface ParsedPackage {
  book: WorkBook
  format: RawFormat
  /** What the scan found, by the code name given to the part. */
  sheets: Map<string, PreparedSheet>
}

/** Pictures, drawings, macros, print settings and the like: never read, so never unpacked. */
const UNREAD =
  /(^|\/)(media|drawings|charts|diagrams|embeddings|activex|ctrlprops|printersettings|theme|pivotcache|pivottables|customxml|externallinks|slicers|slicercaches|querytables|tables|comments\d*\.xml|threadedcomments|vbaproject\.bin|thumbnails?|configurations2|pictures|objectreplacements|layout-cache|calcchain\.(xml|bin))(\/|$)/i

/** What a zip is, by the parts that only one kind of file has. */
function kindOf(names: readonly string[], file: string): 'ooxml' | 'ods' {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/^content\.xml$/i) && has(/^META-INF\/manifest\.xml$/i)) return 'ods'
  if (has(/^\[Content_Types\]\.xml$/i)) {
    if (has(/^word\//i)) throw unsupported(file, '这是 Word 文档，不是表格。')
    if (has(/^ppt\//i)) throw unsupported(file, '这是演示文稿，不是表格。')
    return 'ooxml'
  }
  if (has(/\.iwa$/i) || has(/^index\.(xml|zip)/i)) throw unsupported(file, '这是苹果 Numbers 表格。')
  if (has(/\.(xlsx?|xlsm|et|csv|ods)$/i)) {
    throw fileError('FILE_UNSUPPORTED', file, '这是压缩包，里面才是表格。', '请先解压，再导入里面的表格。')
  }
  throw unsupported(file, '这是压缩包，里面没有表格。')
}

function stripUtf16(part: Buffer): Buffer {
  if (part[0] === 0xff && part[1] === 0xfe) return Buffer.from(part.subarray(2).toString('utf16le'), 'utf8')
  return part
}

/** Teaches the library the Chinese meaning of built-in formats, which a package never spells out. */
function addBuiltinFormats(styles: string): string {
  const formats = Object.entries(CHINESE_BUILTIN_FORMATS)
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${Buffer.from(code.replaceAll('"', '&quot;'), 'utf8').toString('latin1')}"/>`)
    .join('')
  const own = /<(?:\w+:)?numFmts(?:\s[^>]*)?[^/]>/.exec(styles)
  if (own) {
    const at = own.index + own[0].length
    return styles.slice(0, at) + formats + styles.slice(at)
  }
  return styles.replace(/<(?:\w+:)?styleSheet(?:\s[^>]*)?>/, (root) => `${root}<numFmts>${formats}</numFmts>`)
}

/** Adds one part, made safe; worksheet parts leave their scan in `sheets`. */
function prepareXml(path: string, part: Buffer, parsed: ParsedPackage['sheets'], limits: ReadLimits, file: string): Buffer {
  const content = stripUtf16(part)
  const lower = path.toLowerCase()
  const text = content.toString('latin1')
  if (isWorksheetXml(text)) {
    const id = `part${parsed.size}`
    const sheet = prepareSheetXml(text, id, limits, file)
    parsed.set(id, { ...sheet, xml: '' })
    return Buffer.from(sheet.xml, 'latin1')
  }
  for (const [name, root] of [['sharedstrings', 'sst'], ['workbook', 'workbook']] as const) {
    if (lower.endsWith(`${name}.xml`) && text.includes(root) && !isCompleteXml(text, root)) throw truncated(file)
  }
  return lower.endsWith('styles.xml') ? Buffer.from(addBuiltinFormats(text), 'latin1') : content
}

function formatOf(entries: readonly ZipEntry[], types: string): RawFormat {
  if (entries.some((entry) => /(^|\/)workbook\.bin$/i.test(entry.name)) || /sheet\.binary/i.test(types)) return 'xlsb'
  return /macroEnabled/i.test(types) ? 'xlsm' : 'xlsx'
}

/**
 * Reads a zipped workbook (.xlsx, .xlsm, .xlsb, .ods): directory and sizes first, then each needed part unpacked
 * within its announced size and made safe, then the library.
 * @throws FILE_TRUNCATED, FILE_UNREADABLE, FILE_TOO_COMPLEX, FILE_ENCRYPTED, FILE_UNSUPPORTED
 */
export function readPackage(bytes: Uint8Array, file: string, limits: ReadLimits): ParsedPackage {
  const entries = readZipDirectory(bytes, file)
  const kind = kindOf(entries.map((entry) => entry.name), file)
  const needed = entries.filter((entry) => !entry.name.endsWith('/') && !UNREAD.test(entry.name))
  checkZipSizes(needed, limits, file)
  const target = newPackage()
  const sheets: ParsedPackage['sheets'] = new Map()
  let types = ''
  let budget = limits.maxUnpackedBytes
  for (const entry of needed) {
    let part = readZipPart(bytes, entry, Math.min(limits.maxPartBytes, budget), file)
    budget -= part.length
    if (/\.(xml|rels)$/i.test(entry.name)) part = kind === 'ooxml' ? prepareXml(entry.name, part, sheets, limits, file) : part
    if (/^\[Content_Types\]\.xml$/i.test(entry.name)) types = part.toString('latin1')
    if (kind === 'ods') checkOds(entry.name, part, file)
    addPart(target, entry.name, part)
  }
  const format = kind === 'ods' ? 'ods' : formatOf(entries, types)
  try {
    return { book: format === 'xlsb' ? parseBinaryPackage(target) : parsePackage(target), format, sheets }
  } catch (cause) {
    throw unreadable(file, cause)
  }
}

function checkOds(name: string, part: Buffer, file: string): void {
  if (/manifest\.xml$/i.test(name) && part.includes('encryption-data')) {
    throw fileError('FILE_ENCRYPTED', file, '文件有打开密码。', '请先打开文件，去掉密码后另存，再导入。')
  }
  if (/^content\.xml$/i.test(name)) {
    const text = part.toString('latin1')
    if (!isCompleteXml(text, 'document-content')) throw truncated(file)
    if (!text.includes('office:spreadsheet')) throw unsupported(file, '这是文字文档，不是表格。')
  }
}
