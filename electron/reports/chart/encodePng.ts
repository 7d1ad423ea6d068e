import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** Rows of a picture from its left edge. */
export interface Cut {
  top: number
  width: number
  height: number
}

/**
 * A cut of opaque pixels (RGBA, row by row, `stride` pixels a row) as PNG of 8-bit RGB. Many times faster than the
 * renderer's own encoder.
 */
export async function encodePng(
  pixels: Uint8Array,
  stride: number,
  { top, width, height }: Cut
): Promise<Uint8Array> {
  const rowBytes = 1 + width * 3
  const rows = Buffer.alloc(rowBytes * height)
  for (let y = 0; y < height; y += 1) {
    // Each row begins with its filter: 0, none, which serves flat drawings best.
    let to = y * rowBytes + 1
    const begin = (top + y) * stride * 4
    for (let from = begin; from < begin + width * 4; from += 4) {
      rows[to] = pixels[from]!
      rows[to + 1] = pixels[from + 1]!
      rows[to + 2] = pixels[from + 2]!
      to += 3
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const data = await promisify(deflate)(rows)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array())
  ])
}
