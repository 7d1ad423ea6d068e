// Draws the product's mark (the one of the title bar) as icon.png and icon.ico: `node resources/icons/generate.ts`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

interface Colour {
  red: number
  green: number
  blue: number
}

const GROUND: Colour = { red: 0xbf, green: 0x1a, blue: 0x20 }
const WHITE: Colour = { red: 0xff, green: 0xff, blue: 0xff }
/** The mark on a square of 18 units: corner radius, and three bars that stand on one line. */
const UNITS = 18
const RADIUS = 3
const BAR = { halfWidth: 1.2, foot: 13.5 }
const BARS = [
  { middle: 4, top: 9 },
  { middle: 9, top: 4.5 },
  { middle: 14, top: 7 }
]
/** Samples a pixel, in each direction. */
const SAMPLES = 8
const LARGEST = 256
/** Sizes that Windows shows; below 256 it wants bitmaps, since older dialogs read no PNG. */
const BITMAP_SIZES = [16, 20, 24, 32, 40, 48, 64, 128]

function insideSquare(x: number, y: number): boolean {
  const dx = Math.max(RADIUS - x, x - (UNITS - RADIUS), 0)
  const dy = Math.max(RADIUS - y, y - (UNITS - RADIUS), 0)
  return dx * dx + dy * dy <= RADIUS * RADIUS
}

function insideBar(x: number, y: number): boolean {
  return BARS.some(({ middle, top }) => Math.abs(x - middle) <= BAR.halfWidth && y >= top && y <= BAR.foot)
}

/** The mark as RGBA bytes, row by row from the top. */
function draw(size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4)
  const step = UNITS / size / SAMPLES
  for (let index = 0; index < size * size; index++) {
    let covered = 0
    let white = 0
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      const x = ((index % size) * SAMPLES + (sample % SAMPLES) + 0.5) * step
      const y = (Math.floor(index / size) * SAMPLES + Math.floor(sample / SAMPLES) + 0.5) * step
      if (!insideSquare(x, y)) continue
      covered++
      if (insideBar(x, y)) white++
    }
    const share = covered === 0 ? 0 : white / covered
    const mix = (part: keyof Colour): number => Math.round(GROUND[part] * (1 - share) + WHITE[part] * share)
    pixels.set([mix('red'), mix('green'), mix('blue'), Math.round((255 * covered) / SAMPLES ** 2)], index * 4)
  }
  return pixels
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const head = Buffer.alloc(4)
  const tail = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}

function png(size: number): Buffer {
  const pixels = draw(size)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6], 8) // eight bits a channel, RGBA
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.concat([Buffer.of(0), pixels.subarray(y * size * 4, (y + 1) * size * 4)])
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.concat(rows), { level: 9 })
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0))
  ])
}

/** An icon's bitmap: BGRA from the bottom row up, then a one-bit mask, which the alpha channel makes idle. */
function bitmap(size: number): Buffer {
  const pixels = draw(size)
  const header = Buffer.alloc(40)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(size, 4)
  header.writeInt32LE(size * 2, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const colours = Buffer.alloc(size * size * 4)
  for (let index = 0; index < size * size; index++) {
    const from = index * 4
    const to = ((size - 1 - Math.floor(index / size)) * size + (index % size)) * 4
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(from, from + 4)
    colours.set([blue, green, red, alpha], to)
  }
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size)
  return Buffer.concat([header, colours, mask])
}

function ico(): Buffer {
  const images = [
    ...BITMAP_SIZES.map((size) => ({ size, data: bitmap(size) })),
    { size: LARGEST, data: png(LARGEST) }
  ]
  const directory = Buffer.alloc(6 + images.length * 16)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(images.length, 4)
  let offset = directory.length
  images.forEach(({ size, data }, index) => {
    const at = 6 + index * 16
    directory.set([size % 256, size % 256, 0, 0], at) // 256 is written as 0
    directory.writeUInt16LE(1, at + 4)
    directory.writeUInt16LE(32, at + 6)
    directory.writeUInt32LE(data.length, at + 8)
    directory.writeUInt32LE(offset, at + 12)
    offset += data.length
  })
  return Buffer.concat([directory, ...images.map(({ data }) => data)])
}

writeFileSync(join(import.meta.dirname, 'icon.png'), png(LARGEST))
writeFileSync(join(import.meta.dirname, 'icon.ico'), ico())
