import type { RawFormat } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { truncated, unreadable } from './fileError.ts'
import { CHINESE_BUILTIN_FORMATS } from './numberFormats.ts'
import type { ReadLimits } from './readLimits.ts'
import { addPart, newPackage, parseBinaryPackage, parsePackage, type WorkBook } from './sheetjs.ts'
import {
  isCompleteXml,
  isWorksheetXml,
  joinRichText,
  prepareSheetXml,
  type PreparedSheet
} from './sheetXml.ts'
import type { ZipPackage } from './zipPackage.ts'

interface ParsedBook {
  book: WorkBook
  format: RawFormat
  /** What the scan found, by the code name given to the part. */
  scans: Map<string, PreparedSheet>
}

function stripUtf16(part: Buffer): Buffer {
  if (part[0] === 0xff && part[1] === 0xfe) return Buffer.from(part.subarray(2).toString('utf16le'), 'utf8')
  return part
}

/** Teaches the library the Chinese meaning of built-in formats, which a package never spells out. */
function addBuiltinFormats(styles: string): string {
  const formats = Object.entries(CHINESE_BUILTIN_FORMATS)
    .map(
      ([id, code]) =>
        `<numFmt numFmtId="${id}" formatCode="${Buffer.from(code.replaceAll('"', '&quot;'), 'utf8').toString('latin1')}"/>`
    )
    .join('')
  const own = /<(?:\w+:)?numFmts(?:\s[^>]*)?[^/]>/.exec(styles)
  if (own) {
    const at = own.index + own[0].length
    return styles.slice(0, at) + formats + styles.slice(at)
  }
  return styles.replace(/<(?:\w+:)?styleSheet(?:\s[^>]*)?>/, (root) => `${root}<numFmts>${formats}</numFmts>`)
}

/** Adds one part, made safe; worksheet parts leave their scan in `scans`. */
function prepareXml(
  path: string,
  part: Buffer,
  scans: ParsedBook['scans'],
  limits: ReadLimits,
  file: string
): Buffer {
  const content = stripUtf16(part)
  const lower = path.toLowerCase()
  const text = content.toString('latin1')
  // No office program writes entity definitions; they are the stuff of bombs and of reading foreign files.
  if (text.slice(0, 4096).includes('<!ENTITY')) throw unreadable(file)
  if (isWorksheetXml(text)) {
    const id = `part${scans.size}`
    const sheet = prepareSheetXml(text, id, limits, file)
    scans.set(id, { ...sheet, xml: '' })
    return Buffer.from(sheet.xml, 'latin1')
  }
  for (const [name, root] of [
    ['sharedstrings', 'sst'],
    ['workbook', 'workbook']
  ] as const) {
    if (lower.endsWith(`${name}.xml`) && text.includes(root) && !isCompleteXml(text, root))
      throw truncated(file)
  }
  if (lower.endsWith('sharedstrings.xml')) return Buffer.from(joinRichText(text), 'latin1')
  return lower.endsWith('styles.xml') ? Buffer.from(addBuiltinFormats(text), 'latin1') : content
}

function formatOf(parts: ZipPackage['parts']): RawFormat {
  if ([...parts.keys()].some((name) => /(^|\/)workbook\d*\.bin$/i.test(name))) return 'xlsb'
  const types = parts.get('[Content_Types].xml')?.toString('latin1') ?? ''
  const book = types.match(/<Override[^>]*workbook[^>]*>/gi)?.join('') ?? ''
  return /macroEnabled/i.test(book) ? 'xlsm' : 'xlsx'
}

/**
 * Parses the parts of .xlsx, .xlsm or .xlsb: each made safe first, then the library.
 * @throws FILE_TRUNCATED, FILE_UNREADABLE, FILE_TOO_COMPLEX
 */
export function parseXlsx(parts: ZipPackage['parts'], file: string, limits: ReadLimits): ParsedBook {
  const target = newPackage()
  const scans: ParsedBook['scans'] = new Map()
  for (const [name, part] of parts) {
    const isXml = /\.(xml|rels)$/i.test(name)
    addPart(target, name, isXml ? prepareXml(name, part, scans, limits, file) : part)
  }
  const format = formatOf(parts)
  try {
    return { book: format === 'xlsb' ? parseBinaryPackage(target) : parsePackage(target), format, scans }
  } catch (cause) {
    throw unreadable(file, cause)
  }
}
