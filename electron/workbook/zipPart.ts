import { crc32, inflateRawSync } from 'node:zlib'
import { tooComplex, truncated, unreadable } from './fileError.ts'
import type { ZipEntry } from './zipDirectory.ts'

const LOCAL_MARK = 0x04034b50

/**
 * Unpacks one entry, whatever size the directory announced (old writers leave it out, hostile ones lie),
 * up to `maxBytes`.
 * @throws FILE_TRUNCATED, FILE_UNREADABLE, FILE_TOO_COMPLEX (more than `maxBytes`)
 */
export function readZipPart(bytes: Uint8Array, entry: ZipEntry, maxBytes: number, file: string): Buffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = entry.headerAt
  if (at + 30 > view.byteLength) throw truncated(file)
  if (view.getUint32(at, true) !== LOCAL_MARK) throw unreadable(file)
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const end = start + entry.packedBytes
  if (end > view.byteLength) throw truncated(file)
  const packed = bytes.subarray(start, end)
  if (entry.method !== 0 && entry.method !== 8) throw unreadable(file)
  const part = entry.method === 0 ? Buffer.from(packed) : inflate(packed, maxBytes, file)
  // A flipped bit mostly still unpacks, into other numbers: the checksum is what tells.
  if (crc32(part) !== entry.crc32) throw unreadable(file)
  return part
}

function inflate(packed: Uint8Array, maxBytes: number, file: string): Buffer {
  if (packed.length === 0) return Buffer.alloc(0)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') {
      throw tooComplex(file, '文件解压后太大')
    }
    throw unreadable(file, cause)
  }
}
