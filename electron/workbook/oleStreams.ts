import { fileError, truncated, unreadable } from './fileError.ts'
import { openOle, type Container } from './sheetjs.ts'
import { unsupported } from './sniff.ts'

export interface OleWorkbook {
  container: Container
  /** `encrypted`: a password opens it; its streams say nothing before that. */
  state: 'plain' | 'encrypted'
  savedByOffice: boolean
}

/** Names of office programs, and the mark that WPS leaves in every file. */
export const OFFICE_PROGRAMS = /excel|wps|kingsoft|ksoproduct|office|calc|numbers/i

const BOF = 0x0809
const FILE_PASS = 0x002f
const EOF_RECORD = 0x000a
const BOUND_SHEET = 0x0085
const GRAPH_SHEET = 0x8000
const THEME = 0x0896
/** Version number that says "the default theme", so that nothing of the record is read. */
const DEFAULT_THEME = 124_226
const THEME_VERSION_AT = 16

function stream(container: Container, pattern: RegExp): Uint8Array | null {
  const at = container.FullPaths.findIndex((path) => pattern.test(streamPath(path)))
  return at < 0 ? null : (container.FileIndex[at]?.content ?? null)
}

/** Streams of the first level; writers name the root itself as they like. */
function streamPath(path: string): string {
  return path.slice(path.indexOf('/') + 1)
}

/** The property streams as loose text: enough to find a program's name, in any code page. */
function summaryText(container: Container): string {
  return ['SummaryInformation', 'DocumentSummaryInformation']
    .map((name) => stream(container, new RegExp(`^\\W?${name}$`)))
    .map((content) => (content === null ? '' : Buffer.from(content).toString('latin1').replaceAll('\0', '')))
    .join(' ')
}

/**
 * The records before the first sheet: they tell whether a password is needed and where each sheet starts.
 * Colour themes are switched off on the way: they are a zip inside the record, and a damaged one hangs the library.
 */
function scanGlobals(book: Uint8Array): { encrypted: boolean; sheetStarts: number[] } {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength)
  const sheetStarts: number[] = []
  for (let at = 0; at + 4 <= view.byteLength;) {
    const type = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    if (type === FILE_PASS) return { encrypted: true, sheetStarts }
    if (type === BOUND_SHEET && at + 8 <= view.byteLength) sheetStarts.push(view.getUint32(at + 4, true))
    if (type === THEME && at + THEME_VERSION_AT + 4 <= view.byteLength) {
      view.setUint32(at + THEME_VERSION_AT, DEFAULT_THEME, true)
    }
    if (type === EOF_RECORD || (at === 0 && (type & 0xff) !== (BOF & 0xff))) break
    at += 4 + length
  }
  return { encrypted: false, sheetStarts }
}

/** Charts of Word and PowerPoint carry their data in a stream that looks like a workbook and is not read as one. */
function isGraphData(book: Uint8Array, starts: readonly number[]): boolean {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength)
  return starts.some((start) => start + 8 <= book.length && view.getUint16(start + 6, true) === GRAPH_SHEET)
}

/** A stream cut short keeps its announced size in the directory; SheetJS would silently read what is left. */
function isCut(container: Container, book: Uint8Array, starts: readonly number[]): boolean {
  const at = container.FileIndex.findIndex((entry) => entry.content === book)
  const announced = container.FileIndex[at]?.size ?? book.length
  return book.length < announced || starts.some((start) => start + 4 > book.length)
}

/**
 * Opens an OLE2 file and finds the workbook in it.
 * @throws FILE_TRUNCATED, FILE_UNREADABLE, FILE_UNSUPPORTED (Word, mail, installer … in the same container)
 */
export function openOleWorkbook(bytes: Uint8Array, file: string): OleWorkbook {
  let container: Container
  try {
    container = openOle(bytes)
  } catch (cause) {
    throw isShorterThanItsSectors(bytes) ? truncated(file, cause) : unreadable(file, cause)
  }
  if (stream(container, /^(EncryptedPackage|EncryptionInfo)$/i))
    return { container, state: 'encrypted', savedByOffice: true }
  const book = stream(container, /^(Workbook|Book)$/i)
  if (book === null) throw notAWorkbook(container, bytes, file)
  const { encrypted, sheetStarts } = scanGlobals(book)
  if (!encrypted && isCut(container, book, sheetStarts)) throw truncated(file)
  if (isGraphData(book, sheetStarts)) throw unsupported(file, '这是嵌入在文档里的图表数据，不是工作簿。')
  const savedByOffice = OFFICE_PROGRAMS.test(summaryText(container))
  return { container, state: encrypted ? 'encrypted' : 'plain', savedByOffice }
}

function notAWorkbook(container: Container, bytes: Uint8Array, file: string): Error {
  if (isShorterThanItsSectors(bytes)) return truncated(file)
  if (stream(container, /^WordDocument$/i)) return unsupported(file, '这是 Word 文档，不是表格。')
  if (stream(container, /^PowerPoint Document$/i)) return unsupported(file, '这是演示文稿，不是表格。')
  if (stream(container, /^__properties_version1/i)) return unsupported(file, '这是邮件，不是表格。')
  return unsupported(file, '文件里没有工作簿。')
}

/** The allocation table covers more sectors than the file has. */
export function isShorterThanItsSectors(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 512) return true
  const sector = 1 << view.getUint16(30, true)
  const tables = view.getUint32(44, true)
  let last = -1
  for (let i = 0; i < Math.min(tables, 109); i++) {
    const table = view.getUint32(76 + i * 4, true)
    const at = (table + 1) * sector
    if (at + sector > view.byteLength) return true
    for (let slot = 0; slot < sector / 4; slot++) {
      if (view.getUint32(at + slot * 4, true) !== 0xffffffff) last = i * (sector / 4) + slot
    }
  }
  return (last + 1) * sector + 1 > view.byteLength
}

export function needsPassword(file: string): Error {
  return fileError(
    'FILE_ENCRYPTED',
    file,
    '文件有打开密码。',
    '请输入密码；或打开文件去掉密码后另存，再导入。'
  )
}
