import type { ReportChart } from '../reportChart.ts'
import type { Slide, SlidePart } from './deckContent.ts'
import { placeSlide, type Placed } from './placeSlide.ts'
import type { Box } from './slideRoom.ts'
import { BULLET_SIZES } from './slideRoom.ts'
import { bulletsThatFit } from './slideText.ts'

const CONTINUED = '（续）'

/** How many rows or items of a part stand on this slide; null: all, or it cannot be cut. */
function fitting(placed: Placed): number | null {
  if (placed.type === 'table') return placed.fit.fits ? null : placed.fit.rowsThatFit
  if (placed.type !== 'bullets' || placed.fits) return null
  return bulletsThatFit(placed.part.items, placed.box, BULLET_SIZES.at(-1)!)
}

/** A chart beside a table is cut as the table is, where it has a bar for each row. */
function cutChart(chart: ReportChart, rows: number, from: number, to: number): ReportChart | null {
  if (chart.kind === 'BARS' && chart.bars.length === rows)
    return { ...chart, bars: chart.bars.slice(from, to) }
  if (chart.kind === 'PROFILE' && chart.rows.length === rows)
    return { ...chart, rows: chart.rows.slice(from, to) }
  return from === 0 ? chart : null
}

function cut(part: SlidePart, cutting: SlidePart, rows: number, from: number, to: number): SlidePart[] {
  if (part === cutting && part.type === 'table') {
    const { table } = part
    return [
      { ...part, table: { ...table, rows: table.rows.slice(from, to), foot: to < rows ? [] : table.foot } }
    ]
  }
  if (part === cutting && part.type === 'bullets') return [{ ...part, items: part.items.slice(from, to) }]
  if (part.type === 'chart') {
    const chart = cutChart(part.chart, rows, from, to)
    return chart === null ? [] : [{ ...part, chart }]
  }
  if (part.type === 'note') return to < rows ? [] : [part]
  return from === 0 ? [part] : []
}

/**
 * A slide as the slides that its parts need in this area: what no type that can be read makes fit goes on on the next
 * one. Nothing is left out.
 */
export function paginate(slide: Slide, area: Box): Slide[] {
  const placed = placeSlide(slide, area)
  const over = placed.find((each) => fitting(each) !== null)
  if (over === undefined) return [slide]
  const cutting = over.part
  const to = fitting(over)!
  const rows =
    cutting.type === 'table'
      ? cutting.table.rows.length
      : cutting.type === 'bullets'
        ? cutting.items.length
        : 0
  if (to >= rows) return [slide]
  const title = slide.title.endsWith(CONTINUED) ? slide.title : `${slide.title}${CONTINUED}`
  const first = { ...slide, parts: slide.parts.flatMap((part) => cut(part, cutting, rows, 0, to)) }
  const rest = { ...slide, title, parts: slide.parts.flatMap((part) => cut(part, cutting, rows, to, rows)) }
  return [...paginate(first, area), ...paginate(rest, area)]
}
