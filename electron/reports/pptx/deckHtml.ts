import { drawChart } from '#shared/domain/report/chart/drawChart.ts'
import type { DeckContent, Slide } from '#shared/domain/report/deck/deckContent.ts'
import { cellsOf, headText } from '#shared/domain/report/deck/fitTable.ts'
import { paginate } from '#shared/domain/report/deck/paginate.ts'
import { HEADING_HEIGHT, placeSlide, type Placed } from '#shared/domain/report/deck/placeSlide.ts'
import {
  BODY_AREA,
  FOOT_AREA,
  markArea,
  SLIDE,
  TITLE_AREA,
  TITLE_SIZES,
  type Box
} from '#shared/domain/report/deck/slideRoom.ts'
import { titleSizeFor } from '#shared/domain/report/deck/slideText.ts'
import { escapeMarkup } from '#shared/domain/report/escapeMarkup.ts'
import type { ReportRow } from '#shared/domain/report/reportTable.ts'
import { footerText } from './deckSlide.ts'
import { DECK_STYLE } from './deckStyle.ts'
import { COVER_PLACES } from './ownLayouts.ts'

type PlacedOf<T extends Placed['type']> = Extract<Placed, { type: T }>

const COVER_TEXT_SIZE = 20

function at({ x, y, width, height }: Box, more = ''): string {
  const [left, top, wide, high] = [x, y, width, height].map((value) => Number(value.toFixed(2)))
  return `style="left:${left}pt;top:${top}pt;width:${wide}pt;height:${high}pt${more}"`
}

function classes(...names: (string | false)[]): string {
  const list = names.filter((name) => name !== false)
  return list.length === 0 ? '' : ` class="${list.join(' ')}"`
}

function rowHtml(row: ReportRow, { part }: PlacedOf<'table'>, height: number): string {
  const { columns } = part.table
  const cells = cellsOf(row, columns).map(({ text, span, at: index, align }) => {
    const column = columns[index]!
    const look = classes(
      align,
      (column.bold === true || row.band !== undefined) && 'bold',
      column.tint === true && span === 1 && 'tint',
      row.red?.includes(column.id) === true && 'red'
    )
    return `<td${span > 1 ? ` colspan="${span}"` : ''}${look}>${escapeMarkup(text)}</td>`
  })
  return `<tr${classes(row.opens === true && 'opens')} style="height:${height.toFixed(2)}pt">${cells.join('')}</tr>`
}

function tableHtml(placed: PlacedOf<'table'>): string {
  const { part, box, fit } = placed
  const { columns, rows, foot } = part.table
  const above = { ...box, y: box.y - HEADING_HEIGHT, height: HEADING_HEIGHT }
  const heading = part.heading === undefined ? '' : `<h2 ${at(above)}>${escapeMarkup(part.heading)}</h2>`
  const grid = fit.widths.map((width) => `<col style="width:${width.toFixed(2)}pt">`).join('')
  const heads = columns.map((column) => `<th${classes(column.align)}>${escapeMarkup(headText(column))}</th>`)
  const line = (row: ReportRow, index: number): string => rowHtml(row, placed, fit.heights[index]!)
  const body = rows.map(line).join('')
  const feet = foot.map((row, index) => line(row, rows.length + index)).join('')
  return (
    `${heading}<table style="left:${box.x}pt;top:${box.y.toFixed(2)}pt;width:${box.width.toFixed(2)}pt;font-size:${fit.size}pt">` +
    `<colgroup>${grid}</colgroup><thead><tr style="height:${fit.headHeight.toFixed(2)}pt">${heads.join('')}</tr></thead>` +
    `<tbody>${body}</tbody>${feet === '' ? '' : `<tfoot>${feet}</tfoot>`}</table>`
  )
}

function figuresHtml({ part, box }: PlacedOf<'figures'>): string {
  const width = box.width / part.items.length
  return part.items
    .map(({ label, value, note }, index) => {
      const cell = { ...box, x: box.x + index * width, width: width - 8 }
      return `<div class="figure" ${at(cell)}><span>${escapeMarkup(label)}</span><span><b>${escapeMarkup(value)}</b> ${escapeMarkup(note)}</span></div>`
    })
    .join('')
}

function partHtml(placed: Placed): string {
  switch (placed.type) {
    case 'bullets': {
      const items = placed.part.items.map((item) => `<li>${escapeMarkup(item)}</li>`).join('')
      return `<ul ${at(placed.box, `;font-size:${placed.size}pt`)}>${items}</ul>`
    }
    case 'figures':
      return figuresHtml(placed)
    case 'table':
      return tableHtml(placed)
    case 'chart': {
      // Drawn as if points were pixels: its letters of 12 px are shown as 12 pt.
      const { width, height } = placed.box
      return `<div class="chart" ${at(placed.box)}>${drawChart(placed.part.chart, { width, height })}</div>`
    }
    case 'note':
      return `<p class="note" ${at(placed.box)}>${escapeMarkup(placed.part.text)}</p>`
  }
}

function footHtml(deck: DeckContent, box: Box, number: string): string {
  return (
    `<div class="foot" ${at(box)}>${escapeMarkup(footerText(deck))}</div>` +
    (number === '' ? '' : `<div class="foot number" ${at(FOOT_AREA)}>${number}</div>`)
  )
}

function markHtml({ mark }: DeckContent): string {
  return mark === '' ? '' : `<div class="preview" ${at(markArea(SLIDE.width))}>${escapeMarkup(mark)}</div>`
}

function contentHtml(slide: Slide, deck: DeckContent, number: number): string {
  const size = titleSizeFor(slide.title, TITLE_AREA, TITLE_SIZES)
  const bar = { x: 0, y: TITLE_AREA.y + 8, width: 12, height: TITLE_AREA.height - 16 }
  const rule = { ...BODY_AREA, y: TITLE_AREA.y + TITLE_AREA.height + 4, height: 1 }
  return (
    `<section class="slide"><div class="mark" ${at(bar)}></div><div class="rule" ${at(rule)}></div>` +
    `<h1 ${at(TITLE_AREA, `;font-size:${size}pt`)}>${escapeMarkup(slide.title)}</h1>` +
    `${placeSlide(slide, BODY_AREA).map(partHtml).join('')}${footHtml(deck, FOOT_AREA, String(number))}${markHtml(deck)}</section>`
  )
}

function coverHtml(slide: Slide, deck: DeckContent): string {
  const { title, text, side, rule, sizes } = COVER_PLACES
  const size = titleSizeFor(slide.title, title, sizes)
  const lines = [slide.subtitle, deck.organisation, deck.date].filter((line) => line !== '')
  const paragraphs = lines.map((line) => `<p>${escapeMarkup(line)}</p>`).join('')
  const foot = { ...FOOT_AREA, x: title.x, width: title.width }
  return (
    `<section class="slide cover"><div class="side" ${at(side)}></div><div class="rule strong" ${at(rule)}></div>` +
    `<h1 ${at(title, `;font-size:${size}pt`)}>${escapeMarkup(slide.title)}</h1>` +
    `<div ${at(text, `;font-size:${COVER_TEXT_SIZE}pt`)}>${paragraphs}</div>${footHtml(deck, foot, '')}${markHtml(deck)}</section>`
  )
}

/** The slides as pages of 16:9, for the preview and the PDF: the look of the presentation on our own master. No scripts. */
export function deckHtml(deck: DeckContent): string {
  const slides = deck.slides.flatMap((slide) =>
    slide.layout === 'CONTENT' ? paginate(slide, BODY_AREA) : [slide]
  )
  const pages = slides.map((slide, index) =>
    slide.layout === 'CONTENT' ? contentHtml(slide, deck, index + 1) : coverHtml(slide, deck)
  )
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeMarkup(deck.title)}</title>` +
    `<style>${DECK_STYLE}</style></head><body>${pages.join('')}</body></html>`
  )
}
