import { crc32, deflateRawSync } from 'node:zlib'
import { truncated, unreadable } from '../fileError.ts'
import type { ZipEntry } from '../zipDirectory.ts'

const LOCAL_MARK = 0x04034b50
const ENTRY_MARK = 0x02014b50
const END_MARK = 0x06054b50
const DEFLATED = 8
/** Sizes behind the data instead of in the header: never needed by a writer that knows them. */
const SIZES_BEHIND = 0x0008
const UTF8_NAME = 0x0800
/** 1980-01-01, the first day that a zip can name: new parts carry no time, so the same input gives the same bytes. */
const NO_DATE = 0x0021
const VERSION = 20

interface Packed {
  name: Uint8Array
  flags: number
  method: number
  time: number
  date: number
  crc: number
  unpackedBytes: number
  data: Uint8Array
}

/**
 * Writes a zip again with some parts replaced and some added. All other entries keep their packed bytes, order and
 * dates. Deterministic: no clock, no chance.
 * @param entries of `bytes`, in order; @param changed new content by entry; @param added name → content
 * @throws FILE_TRUNCATED, FILE_UNREADABLE
 */
export function rewriteZip(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  changed: ReadonlyMap<ZipEntry, Uint8Array>,
  added: ReadonlyMap<string, Uint8Array>,
  file: string
): Uint8Array {
  const kept = entries.map((entry): Packed => {
    const original = packedEntry(bytes, entry, file)
    const content = changed.get(entry)
    return content === undefined ? original : { ...original, ...pack(content) }
  })
  const fresh = [...added].map(([name, content]): Packed => ({
    name: Buffer.from(name, 'utf8'),
    flags: UTF8_NAME,
    time: 0,
    date: NO_DATE,
    ...pack(content)
  }))
  return assemble([...kept, ...fresh])
}

function pack(content: Uint8Array): Pick<Packed, 'method' | 'crc' | 'unpackedBytes' | 'data'> {
  return {
    method: DEFLATED,
    crc: crc32(content),
    unpackedBytes: content.length,
    data: deflateRawSync(content)
  }
}

function packedEntry(bytes: Uint8Array, entry: ZipEntry, file: string): Packed {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = entry.headerAt
  if (at + 30 > view.byteLength) throw truncated(file)
  if (view.getUint32(at, true) !== LOCAL_MARK) throw unreadable(file)
  const nameLength = view.getUint16(at + 26, true)
  const start = at + 30 + nameLength + view.getUint16(at + 28, true)
  if (start + entry.packedBytes > view.byteLength) throw truncated(file)
  return {
    name: bytes.subarray(at + 30, at + 30 + nameLength),
    flags: view.getUint16(at + 6, true) & ~SIZES_BEHIND,
    method: entry.method,
    time: view.getUint16(at + 10, true),
    date: view.getUint16(at + 12, true),
    crc: entry.crc32,
    unpackedBytes: entry.unpackedBytes,
    data: bytes.subarray(start, start + entry.packedBytes)
  }
}

/** The fields that local header and directory share, in their order. */
function sharedFields(entry: Packed): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(VERSION, 0)
  fields.writeUInt16LE(entry.flags, 2)
  fields.writeUInt16LE(entry.method, 4)
  fields.writeUInt16LE(entry.time, 6)
  fields.writeUInt16LE(entry.date, 8)
  fields.writeUInt32LE(entry.crc, 10)
  fields.writeUInt32LE(entry.data.length, 14)
  fields.writeUInt32LE(entry.unpackedBytes, 18)
  fields.writeUInt16LE(entry.name.length, 22)
  return fields
}

function uint32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4))
  return bytes
}

function uint16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2))
  return bytes
}

function assemble(entries: readonly Packed[]): Uint8Array {
  const chunks: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const entry of entries) {
    const shared = sharedFields(entry)
    const local = [uint32(LOCAL_MARK), shared, entry.name, entry.data]
    // Comment length, disk, internal attributes; external attributes; where the local header starts.
    directory.push(uint32(ENTRY_MARK), uint16(VERSION), shared, uint16(0, 0, 0), uint32(0, at), entry.name)
    chunks.push(...local)
    at += local.reduce((size, chunk) => size + chunk.length, 0)
  }
  const size = directory.reduce((total, chunk) => total + chunk.length, 0)
  const count = entries.length
  const end = [uint32(END_MARK), uint16(0, 0, count, count), uint32(size, at), uint16(0)]
  return new Uint8Array(Buffer.concat([...chunks, ...directory, ...end]))
}
