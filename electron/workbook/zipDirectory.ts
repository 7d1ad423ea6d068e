import { fileError, tooComplex, truncated, unreadable } from './fileError.ts'
import type { ReadLimits } from './readLimits.ts'

export interface ZipEntry {
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  packedBytes: number
  unpackedBytes: number
  /** Checksum of the unpacked bytes. */
  crc32: number
  /** Where the entry's local header starts. */
  headerAt: number
  encrypted: boolean
}

const END_MARK = 0x06054b50
const END64_LOCATOR_MARK = 0x07064b50
const END64_MARK = 0x06064b50
const ENTRY_MARK = 0x02014b50
const MAX_ENTRIES = 20_000
/** Parts below this size cannot hurt, however well they pack. */
const RATIO_FREE_BYTES = 10 * 1024 * 1024

interface DirectoryPlace {
  count: number
  at: number
}

function findDirectory(view: DataView, file: string): DirectoryPlace {
  const last = view.byteLength - 22
  const first = Math.max(0, last - 65_535)
  for (let at = last; at >= first; at--) {
    if (view.getUint32(at, true) !== END_MARK) continue
    const place = { count: view.getUint16(at + 10, true), at: view.getUint32(at + 16, true) }
    return place.count === 0xffff || place.at === 0xffffffff ? findDirectory64(view, at, file) : place
  }
  throw truncated(file)
}

function findDirectory64(view: DataView, endAt: number, file: string): DirectoryPlace {
  const locator = endAt - 20
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR_MARK) throw unreadable(file)
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END64_MARK) throw unreadable(file)
  return { count: Number(view.getBigUint64(at + 32, true)), at: Number(view.getBigUint64(at + 48, true)) }
}

/** Zip64 keeps sizes above 4 GB in an extra field, in this fixed order, and only those that overflow. */
function applyZip64(view: DataView, from: number, to: number, entry: ZipEntry): void {
  for (let at = from; at + 4 <= to;) {
    const id = view.getUint16(at, true)
    const size = view.getUint16(at + 2, true)
    if (id === 1) {
      let next = at + 4
      for (const key of ['unpackedBytes', 'packedBytes', 'headerAt'] as const) {
        if (entry[key] !== 0xffffffff || next + 8 > to) continue
        entry[key] = Number(view.getBigUint64(next, true))
        next += 8
      }
      return
    }
    at += 4 + size
  }
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, file: string): [ZipEntry, number] {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY_MARK) throw unreadable(file)
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const commentLength = view.getUint16(at + 32, true)
  const nameEnd = at + 46 + nameLength
  const end = nameEnd + extraLength + commentLength
  if (end > view.byteLength) throw truncated(file)
  const entry: ZipEntry = {
    name: Buffer.from(bytes.subarray(at + 46, nameEnd))
      .toString('utf8')
      .replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    packedBytes: view.getUint32(at + 20, true),
    unpackedBytes: view.getUint32(at + 24, true),
    crc32: view.getUint32(at + 16, true),
    headerAt: view.getUint32(at + 42, true),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0
  }
  applyZip64(view, nameEnd, nameEnd + extraLength, entry)
  return [entry, end]
}

/**
 * Lists a zip from its central directory, without unpacking anything.
 * @throws FILE_TRUNCATED (no directory at the end), FILE_UNREADABLE, FILE_ENCRYPTED (zip-level password)
 */
export function readZipDirectory(bytes: Uint8Array, file: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 22) throw truncated(file)
  const place = findDirectory(view, file)
  if (place.count > MAX_ENTRIES) throw tooComplex(file, `文件里有 ${place.count} 个部件`)
  const entries: ZipEntry[] = []
  let at = place.at
  for (let i = 0; i < place.count; i++) {
    const [entry, next] = readEntry(view, bytes, at, file)
    entries.push(entry)
    at = next
  }
  if (entries.some((entry) => entry.encrypted)) {
    throw fileError('FILE_ENCRYPTED', file, '文件是加了密码的压缩包。', '请解压后导入里面的表格。')
  }
  return entries
}

/**
 * Refuses bombs by what the directory claims, before anything is unpacked; unpacking has bounds of its own.
 * @throws FILE_TOO_COMPLEX
 */
export function checkZipSizes(entries: readonly ZipEntry[], limits: ReadLimits, file: string): void {
  let total = 0
  for (const entry of entries) {
    total += entry.unpackedBytes
    const ratio = entry.unpackedBytes / Math.max(1, entry.packedBytes)
    if (entry.unpackedBytes > limits.maxPartBytes || total > limits.maxUnpackedBytes) {
      throw tooComplex(file, `文件解压后超过 ${Math.round(limits.maxPartBytes / 1024 / 1024)} MB`)
    }
    if (ratio > limits.maxRatio && entry.unpackedBytes > RATIO_FREE_BYTES) {
      throw tooComplex(file, '文件的压缩比异常，像是压缩炸弹')
    }
  }
}
