import { fileError, truncated } from './fileError.ts'

/** Container of the bytes. What a zip, an OLE2 file or a text really holds is decided by its own reader. */
export type Container = 'ole' | 'zip' | 'biff' | 'text'

interface Signature {
  bytes: string
  at?: number
  /** What it is, in the clerk's words. */
  what: string
}

const FOREIGN: Signature[] = [
  { bytes: '%PDF', what: 'PDF 文件' },
  { bytes: '\x89PNG', what: 'PNG 图片' },
  { bytes: '\xff\xd8\xff', what: 'JPG 图片' },
  { bytes: 'GIF8', what: 'GIF 图片' },
  { bytes: 'BM\0\0', what: 'BMP 图片' },
  { bytes: 'II*\0', what: 'TIFF 图片' },
  { bytes: 'MM\0*', what: 'TIFF 图片' },
  { bytes: 'Rar!', what: 'RAR 压缩包' },
  { bytes: '7z\xbc\xaf', what: '7z 压缩包' },
  { bytes: '\x1f\x8b', what: 'GZ 压缩包' },
  { bytes: '{\\rtf', what: 'RTF 文档' },
  { bytes: 'MZ', what: '程序文件' },
  { bytes: 'SQLite format 3', what: '数据库文件' },
  { bytes: 'Standard Jet DB', at: 4, what: 'Access 数据库' },
  { bytes: 'Standard ACE DB', at: 4, what: 'Access 数据库' },
  { bytes: 'ftyp', at: 4, what: '视频文件' },
  { bytes: 'MIME-Version:', what: '单个文件网页（.mht）' }
]

/** The first bytes as one character a byte: signatures compare as plain strings. */
function head(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1')
}

function isBiffStream(bytes: Uint8Array): boolean {
  const version = bytes[1] ?? 0xff
  return bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(version) && (bytes[3] ?? 1) === 0
}

const UTF16_SAMPLE = 4096

/** Control characters that no exported table holds; tab, line ends, form feed, and old DOS end marks are allowed. */
function isControl(byte: number): boolean {
  return byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a].includes(byte)
}

/** Two-byte text without a mark: ASCII leaves a zero in every other byte. */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, UTF16_SAMPLE) & ~1
  let bigEndian = 0
  let littleEndian = 0
  for (let i = 0; i < length; i += 2) {
    const [first, second] = [bytes[i] as number, bytes[i + 1] as number]
    if (first === 0 && !isControl(second)) bigEndian++
    if (second === 0 && !isControl(first)) littleEndian++
    if ((first === 0 && isControl(second)) || (second === 0 && isControl(first))) return null
  }
  const enough = Math.max(1, length / 8)
  if (littleEndian >= enough && bigEndian === 0) return 'utf-16le'
  if (bigEndian >= enough && littleEndian === 0) return 'utf-16be'
  return null
}

function hasBom(bytes: Uint8Array): boolean {
  const [a, b, c] = bytes
  return (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
}

function looksLikeText(bytes: Uint8Array): boolean {
  if (hasBom(bytes) || guessUtf16(bytes) !== null) return true
  const length = Math.min(bytes.length, 65_536)
  for (let i = 0; i < length; i++) {
    if (isControl(bytes[i] as number)) return false
  }
  return true
}

/**
 * What the bytes are, whatever the suffix says.
 * @throws FILE_EMPTY, FILE_TRUNCATED (an OLE2 or zip head and nothing more), FILE_UNSUPPORTED (names what it is)
 */
export function sniff(bytes: Uint8Array, file: string): Container {
  if (bytes.length === 0) {
    throw fileError('FILE_EMPTY', file, '文件是空的（0 字节）。', '请确认文件已保存，或向填报单位重新索取。')
  }
  const start = head(bytes, 64)
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    if (bytes.length < 1024) throw truncated(file)
    return 'ole'
  }
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip'
  if (isBiffStream(bytes)) return 'biff'
  const foreign = FOREIGN.find((known) => start.startsWith(known.bytes, known.at ?? 0))
  if (foreign) throw unsupported(file, `这是${foreign.what}，不是表格。`)
  if (looksLikeText(bytes)) return 'text'
  throw unsupported(file, '认不出这个文件的格式。')
}

export function unsupported(file: string, message: string): Error {
  return fileError(
    'FILE_UNSUPPORTED',
    file,
    message,
    '可以导入 .xlsx、.xls、.et、.ods、.csv；请用 Excel 或 WPS 另存为 .xlsx 后再导入。'
  )
}
