import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { chartFonts, type ChartFonts } from './chartFonts.ts'
import { encodePng } from './encodePng.ts'

/** Printed at 10 cm, 2.5 times a screen's 96 dpi is 240 dpi: sharp on paper, small in the file. */
const ZOOM = 2.5

async function start(): Promise<ChartFonts | null> {
  // A production dependency: found beside the sources, and in the packed app's archive.
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  const [bytes, fonts] = await Promise.all([readFile(wasm), chartFonts()])
  await initWasm(bytes)
  return fonts
}

let started: Promise<ChartFonts | null> | undefined

/** Whether charts drawn here show Chinese text. */
export async function chartsHaveText(): Promise<boolean> {
  started ??= start()
  return (await started) !== null
}

/** A chart as it was drawn; sizes in px of 1/96 inch. */
export interface DrawnChart {
  svg: string
  width: number
  height: number
}

/** Fonts are read anew for every drawing, which costs more than the drawing: charts are drawn so many at a time. */
const SHEET = 24

/**
 * Charts as PNG on white, in their order, for programs that do not draw SVG: Word 2010–2013, WPS. Texts in a Chinese font
 * of this machine.
 */
export async function chartPngs(charts: readonly DrawnChart[]): Promise<Uint8Array[]> {
  const pictures: Uint8Array[] = []
  for (let from = 0; from < charts.length; from += SHEET)
    pictures.push(...(await drawSheet(charts.slice(from, from + SHEET))))
  return pictures
}

/** Draws charts beneath each other and cuts them apart. */
async function drawSheet(charts: readonly DrawnChart[]): Promise<Uint8Array[]> {
  const width = Math.max(...charts.map((chart) => chart.width))
  let height = 0
  const placed = charts.map((chart) => {
    const top = height
    height += chart.height
    return { chart, top }
  })
  const nested = placed.map(({ chart, top }) => chart.svg.replace('<svg ', `<svg x="0" y="${top}" `))
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${nested.join('')}</svg>`
  const { pixels, stride } = await draw(sheet)
  return Promise.all(
    placed.map(({ chart, top }) =>
      encodePng(pixels, stride, {
        top: Math.round(top * ZOOM),
        width: Math.round(chart.width * ZOOM),
        height: Math.round(chart.height * ZOOM)
      })
    )
  )
}

async function draw(svg: string): Promise<{ pixels: Uint8Array; stride: number }> {
  started ??= start()
  const fonts = await started
  const drawing = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: ZOOM },
    font:
      fonts === null
        ? { loadSystemFonts: false }
        : {
            fontBuffers: fonts.files,
            defaultFontFamily: fonts.family,
            sansSerifFamily: fonts.family,
            serifFamily: fonts.family
          }
  })
  try {
    const image = drawing.render()
    const { width, pixels } = image
    image.free()
    return { pixels, stride: width }
  } finally {
    drawing.free()
  }
}
