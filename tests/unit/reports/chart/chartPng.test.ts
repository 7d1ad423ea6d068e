import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { chartPngs } from '#electron/reports/chart/chartPng.ts'
import { fontsInFolders } from '#electron/reports/chart/chartFonts.ts'
import { encodePng } from '#electron/reports/chart/encodePng.ts'

/** Width, height and RGB pixels of a PNG without filters. */
function decode(png: Uint8Array): { width: number; height: number; at(x: number, y: number): number[] } {
  const bytes = Buffer.from(png)
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const length = bytes.readUInt32BE(33)
  const rows = inflateSync(bytes.subarray(41, 41 + length))
  return {
    width,
    height,
    at: (x, y) => [...rows.subarray(y * (1 + width * 3) + 1 + x * 3).subarray(0, 3)]
  }
}

const chart = (inner: string) => ({
  width: 40,
  height: 20,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">${inner}</svg>`
})
const drawn = async (inner: string) => decode((await chartPngs([chart(inner)]))[0]!)

it('draws on white, two and a half times the size', async () => {
  const png = await drawn('<rect x="0" y="0" width="20" height="20" fill="#bf1a20"/>')
  expect([png.width, png.height]).toEqual([100, 50])
  expect(png.at(10, 25)).toEqual([0xbf, 0x1a, 0x20])
  expect(png.at(90, 25)).toEqual([255, 255, 255])
})

it('draws Chinese text, of one character as of many', async () => {
  const png = await drawn('<text x="2" y="16" font-size="16">国</text>')
  let dark = 0
  for (let y = 0; y < 50; y += 1) for (let x = 0; x < 50; x += 1) if (png.at(x, y)[0]! < 128) dark += 1
  expect(dark).toBeGreaterThan(100)
})

it('draws many at a time, each whole and apart from its neighbours', async () => {
  const colours = Array.from({ length: 30 }, (_, index) => [index * 8, 255 - index * 8, 60])
  const charts = colours.map(([r, g, b], index) => ({
    width: 40 + (index % 3) * 10,
    height: 20,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${40 + (index % 3) * 10}" height="20" viewBox="0 0 40 20"><rect width="100%" height="100%" x="0" y="0" fill="rgb(${r},${g},${b})"/></svg>`
  }))
  const pictures = (await chartPngs(charts)).map(decode)
  expect(pictures.map(({ width, height }) => [width, height])).toEqual(
    charts.map(({ width, height }) => [width * 2.5, height * 2.5])
  )
  for (const [index, picture] of pictures.entries())
    for (const y of [1, 25, 48]) expect(picture.at(picture.width >> 1, y)).toEqual(colours[index])
})

it('writes pixels as they are', async () => {
  const pixels = Uint8Array.from([1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255, 10, 11, 12, 255])
  const png = decode(await encodePng(pixels, 2, { top: 0, width: 2, height: 2 }))
  expect([png.at(0, 0), png.at(1, 0), png.at(0, 1), png.at(1, 1)]).toEqual([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
    [10, 11, 12]
  ])
})

it('has no font where there is no folder', async () => {
  expect(await fontsInFolders(['/nowhere/at/all'])).toBeNull()
})
