import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type FileChild
} from 'docx'
import { drawChart } from '#shared/domain/report/chart/drawChart.ts'
import { groupedBy } from '#shared/domain/groupedBy.ts'
import type { PaperBlock, PaperSection } from '#shared/domain/report/reportContent.ts'
import { chartPngs, chartsHaveText, type DrawnChart } from '../chart/chartPng.ts'
import { geometryOf, twipsOfMm, type PageGeometry } from './paperFormat.ts'
import { paragraph } from './paragraphs.ts'
import { cleanText } from './text.ts'

/** Between charts that stand side by side. */
const GAP = twipsOfMm(4)
const pxOfTwips = (twips: number): number => (twips * 96) / 1440

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A chart in both forms, at the size at which it stands. */
interface Picture extends DrawnChart {
  title: string
  png: Uint8Array
}

export type Pictures = ReadonlyMap<PaperBlock, readonly Picture[]>

/** Every chart of a document, drawn at once: most of the time a drawing takes goes into reading the fonts. */
export async function picturesOf(sections: readonly PaperSection[]): Promise<Pictures> {
  const drawn = sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.type !== 'charts'
        ? []
        : block.charts.map((chart) => {
            const size = sizeOf(block, geometryOf(section))
            return { block, title: cleanText(chart.title), svg: drawChart(chart, size), ...size }
          })
    )
  )
  const pngs = await chartPngs(drawn)
  const pictures = drawn.map(({ block, ...chart }, index) => ({ block, ...chart, png: pngs[index]! }))
  return groupedBy(pictures, ({ block }) => block)
}

type ChartsBlock = Extract<PaperBlock, { type: 'charts' }>

/** Of each chart of a block, in px. */
function sizeOf(
  { charts, height }: ChartsBlock,
  { textWidth, textHeight }: PageGeometry
): { width: number; height: number } {
  const width = Math.floor((textWidth - GAP * (charts.length - 1)) / Math.max(1, charts.length))
  // Room for a note and the line that ends a section.
  const most = Math.min(twipsOfMm(height), textHeight - twipsOfMm(15))
  return { width: Math.round(pxOfTwips(width)), height: Math.round(pxOfTwips(most)) }
}

function image({ svg, png, title, width, height }: Picture): ImageRun {
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svg, 'utf8'),
    fallback: { type: 'png', data: Buffer.from(png) },
    transformation: { width, height },
    altText: { name: title, title, description: title }
  })
}

/** Charts side by side, each as SVG with a PNG for programs that do not draw it. */
export async function chartsBlock(
  block: ChartsBlock,
  pictures: Pictures,
  { textWidth }: PageGeometry
): Promise<FileChild[]> {
  const note = '本机没有中文字体，图中的文字只在 Word 2016 以后的版本里显示。'
  return [
    ...row(
      (pictures.get(block) ?? []).map((picture) => [
        new Paragraph({ alignment: AlignmentType.CENTER, children: [image(picture)] })
      ]),
      textWidth,
      false
    ),
    ...((await chartsHaveText()) ? [] : [paragraph('Note', note)])
  ]
}

/** Boxes in one row: 名次 2 / 14, 总得分 95.10. */
export function figuresBlock(
  { items }: Extract<PaperBlock, { type: 'figures' }>,
  { textWidth }: PageGeometry
): FileChild[] {
  return row(
    items.map(({ label, value, note }) => [
      paragraph('FigureLabel', label),
      paragraph('FigureValue', value),
      ...(note === '' ? [] : [paragraph('FigureLabel', note)])
    ]),
    textWidth,
    true
  )
}

/** Cells of equal width in a row that is not split, with a small gap beneath. */
function row(cells: readonly Paragraph[][], width: number, ruled: boolean): FileChild[] {
  if (cells.length === 0) return []
  const own = Math.floor(width / cells.length)
  const border = ruled ? LINE : NONE
  return [
    new Table({
      width: { size: width, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: cells.map(() => own),
      rows: [
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: own, type: WidthType.DXA },
                verticalAlign: VerticalAlignTable.CENTER,
                margins: {
                  top: ruled ? 60 : 0,
                  bottom: ruled ? 60 : 0,
                  left: 0,
                  right: 0,
                  marginUnitType: WidthType.DXA
                },
                borders: {
                  top: border,
                  bottom: border,
                  left: index === 0 ? border : NONE,
                  right: border
                },
                children
              })
          )
        })
      ]
    }),
    paragraph('Gap', '')
  ]
}
