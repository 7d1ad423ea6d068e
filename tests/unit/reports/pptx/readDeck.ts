import XLSX from 'xlsx'
import JSZip from 'jszip'
import { parse, relations, type Opened } from '../openPackage.ts'

/** A written presentation in the eyes of a reader that had no part in writing it. */
export interface ReadChart {
  title: string
  categories: string[]
  /** By series, as the chart's own cache has them. */
  values: (string | null)[][]
  /** The embedded workbook, first row: heads. */
  sheet: (string | number | null)[][]
  description: string
}

export interface ReadSlide {
  path: string
  layout: string
  title: string
  /** Paragraphs of shapes, not of tables. */
  texts: string[]
  /** Rows of cells. */
  tables: string[][][]
  charts: ReadChart[]
  notes: string
  /** Sizes of type in points: of table cells and of bullets. */
  cellSizes: number[]
  bulletSizes: number[]
  /** Right and lower edges of what stands on the slide, in EMU. */
  edges: { right: number; bottom: number }[]
}

export interface ReadDeck {
  opened: Opened
  width: number
  height: number
  slides: ReadSlide[]
}

const A = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const P = 'http://schemas.openxmlformats.org/presentationml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Node = Element | Document
const all = (node: Node, space: string, name: string): Element[] => [
  ...node.getElementsByTagNameNS(space, name)
]
const textOf = (node: Element): string =>
  all(node, A, 't')
    .map((each) => each.textContent)
    .join('')

function pointsOf(node: Element): (string | null)[] {
  const count = Number(all(node, C, 'ptCount')[0]!.getAttribute('val'))
  const values = Array.from({ length: count }, (): string | null => null)
  for (const point of all(node, C, 'pt'))
    values[Number(point.getAttribute('idx'))] = all(point, C, 'v')[0]!.textContent
  return values
}

async function readChart(opened: Opened, zip: JSZip, path: string, description: string): Promise<ReadChart> {
  const document = parse(opened.parts.get(path)!)
  const series = all(document, C, 'ser')
  const book = [...relations(opened, path).values()].find((target) => target.endsWith('.xlsx'))!
  const workbook = XLSX.read(await zip.file(book)!.async('uint8array'))
  const sheet = workbook.Sheets[workbook.SheetNames[0]!]!
  return {
    title: textOf(all(document, C, 'title')[0]!),
    categories: pointsOf(all(series[0]!, C, 'cat')[0]!).map(String),
    values: series.map((each) => pointsOf(all(each, C, 'val')[0]!)),
    sheet: XLSX.utils.sheet_to_json(sheet, { header: 1, defval: null }),
    description
  }
}

function sizesIn(nodes: readonly Element[]): number[] {
  return nodes.flatMap((node) =>
    [...all(node, A, 'rPr'), ...all(node, A, 'endParaRPr')].flatMap((each) => {
      const size = each.getAttribute('sz')
      return size === null ? [] : [Number(size) / 100]
    })
  )
}

async function readSlide(opened: Opened, zip: JSZip, path: string): Promise<ReadSlide> {
  const document = parse(opened.parts.get(path)!)
  const targets = relations(opened, path)
  const shapes = all(document, P, 'sp')
  const isTitle = (shape: Element): boolean =>
    all(shape, P, 'ph').some((ph) => ['title', 'ctrTitle'].includes(ph.getAttribute('type') ?? ''))
  const frames = all(document, P, 'graphicFrame')
  const charts = await Promise.all(
    frames.flatMap((frame) =>
      all(frame, C, 'chart').map((chart) =>
        readChart(
          opened,
          zip,
          targets.get(chart.getAttributeNS(R, 'id')!)!,
          all(frame, P, 'cNvPr')[0]!.getAttribute('descr') ?? ''
        )
      )
    )
  )
  const notes = [...targets.values()].find((target) => target.includes('notesSlides/'))!
  const bullets = shapes.filter((shape) => all(shape, A, 'buChar').length > 0)
  const tables = all(document, A, 'tbl')
  return {
    path,
    layout: [...targets.values()].find((target) => target.includes('slideLayouts/'))!,
    title: shapes.filter(isTitle).map(textOf).join(''),
    texts: shapes.flatMap((shape) => all(shape, A, 'p').map(textOf)),
    tables: tables.map((table) =>
      all(table, A, 'tr').map((row) =>
        all(row, A, 'tc')
          .filter((cell) => cell.getAttribute('hMerge') !== '1')
          .map(textOf)
      )
    ),
    charts,
    notes: all(parse(opened.parts.get(notes)!), A, 'p')
      .map(textOf)
      .join('\n'),
    cellSizes: sizesIn(tables),
    bulletSizes: sizesIn(bullets),
    edges: [...all(document, A, 'xfrm'), ...all(document, P, 'xfrm')].map((frame) => {
      const [off, ext] = [all(frame, A, 'off')[0]!, all(frame, A, 'ext')[0]!]
      return {
        right: Number(off.getAttribute('x')) + Number(ext.getAttribute('cx')),
        bottom: Number(off.getAttribute('y')) + Number(ext.getAttribute('cy'))
      }
    })
  }
}

export async function readDeck(bytes: Uint8Array): Promise<ReadDeck> {
  const opened = await openParts(bytes)
  const zip = await JSZip.loadAsync(bytes)
  const presentation = parse(opened.parts.get('ppt/presentation.xml')!)
  const targets = relations(opened, 'ppt/presentation.xml')
  const size = all(presentation, P, 'sldSz')[0]!
  const slides = all(presentation, P, 'sldId').map((each) => targets.get(each.getAttributeNS(R, 'id')!)!)
  return {
    opened,
    width: Number(size.getAttribute('cx')),
    height: Number(size.getAttribute('cy')),
    slides: await Promise.all(slides.map((path) => readSlide(opened, zip, path)))
  }
}

/** Parts as text; a presentation has no sheets of its own. */
async function openParts(bytes: Uint8Array): Promise<Opened> {
  const zip = await JSZip.loadAsync(bytes)
  const parts = new Map<string, string>()
  for (const [path, entry] of Object.entries(zip.files))
    if (!entry.dir) parts.set(path, await entry.async('string'))
  return { bytes, book: XLSX.utils.book_new(), parts }
}

/** Everything that a reader can read on a slide. */
export function wordsOf(slide: ReadSlide): string {
  return [
    ...slide.texts,
    ...slide.tables.flat(2),
    ...slide.charts.flatMap((chart) => [chart.title, ...chart.categories])
  ].join('\n')
}
