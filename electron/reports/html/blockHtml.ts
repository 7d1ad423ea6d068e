import { drawChart } from '#shared/domain/report/chart/drawChart.ts'
import { escapeMarkup } from '#shared/domain/report/escapeMarkup.ts'
import type { ReportChart } from '#shared/domain/report/reportChart.ts'
import type { PaperBlock, TextRun } from '#shared/domain/report/reportContent.ts'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import { textWidth } from '../xlsx/sheetText.ts'
import type { PageGeometry } from './pageGeometry.ts'

const PX_PER_MM = 96 / 25.4
/** Between charts that stand side by side, in mm. */
const CHART_GAP = 5
/** 成文日期 stands four characters from the right (S69). */
const DATE_RIGHT = 4

function runHtml({ text, bold, kai }: TextRun): string {
  const names = [bold === true && 'b', kai === true && 'kai'].filter(Boolean).join(' ')
  const escaped = escapeMarkup(text)
  return names === '' ? escaped : `<span class="${names}">${escaped}</span>`
}

/** The name is centred above the date; one too long for that ends at the margin, and the date stands under its middle. */
function closingHtml(organisation: string, date: string): string {
  const [name, day] = [textWidth(organisation) / 2, textWidth(date) / 2]
  const fits = name <= day + 2 * DATE_RIGHT
  const dateRight = fits ? DATE_RIGHT : (name - day) / 2
  const nameRight = fits ? DATE_RIGHT + (day - name) / 2 : 0
  const line = (text: string, right: number): string =>
    `<p style="padding-right:${right}em">${escapeMarkup(text)}</p>`
  return `<div class="closing">${line(organisation, nameRight)}${line(date, dateRight)}</div>`
}

/** 附件： with its names beneath each other; a single one has no number (GB/T 9704, 7.3.4). */
function attachmentsHtml(items: readonly string[]): string {
  const rows = items.map((item, index) => {
    const number = items.length === 1 ? '' : `<span>${index + 1}.</span>`
    return `<li>${number}<span>${escapeMarkup(item)}</span></li>`
  })
  return `<div class="attachments"><span>附件：</span><ul>${rows.join('')}</ul></div>`
}

function chartsHtml(charts: readonly ReportChart[], height: number, { width }: PageGeometry): string {
  const each = (width - CHART_GAP * (charts.length - 1)) / charts.length
  const size = { width: Math.floor(each * PX_PER_MM), height: Math.floor(height * PX_PER_MM) }
  const figures = charts.map(
    (chart) =>
      `<figure role="img" aria-label="${escapeMarkup(chart.title)}">${drawChart(chart, size)}</figure>`
  )
  return `<div class="charts">${figures.join('')}</div>`
}

function figuresHtml(items: readonly { label: string; value: string; note: string }[]): string {
  const cells = items.map(
    ({ label, value, note }) =>
      `<div><span>${escapeMarkup(label)}</span><b>${escapeMarkup(value)}</b><span>${escapeMarkup(note)}</span></div>`
  )
  return `<div class="figures">${cells.join('')}</div>`
}

/** One block of a document, everything from data escaped. `tableOf` writes a table, which other tables have a say in. */
export function blockHtml(
  block: PaperBlock,
  page: PageGeometry,
  tableOf: (table: ReportTable) => string
): string {
  switch (block.type) {
    case 'docNumber':
      return `<p class="doc-number">${escapeMarkup(block.text)}</p>`
    case 'title':
      return `<h1>${escapeMarkup(block.text)}</h1>`
    case 'recipients':
      return `<p class="flush">${escapeMarkup(block.text)}</p>`
    case 'heading':
      return `<h${block.level + 1} class="h${block.level}">${escapeMarkup(block.text)}</h${block.level + 1}>`
    case 'paragraph':
      return `<p>${block.runs.map(runHtml).join('')}</p>`
    case 'attachments':
      return attachmentsHtml(block.items)
    case 'contact':
      return `<p>${escapeMarkup(block.text)}</p>`
    case 'closing':
      return closingHtml(block.organisation, block.date)
    case 'attachmentLabel':
      return `<p class="attachment-label">${escapeMarkup(block.text)}</p>`
    case 'table':
      return tableOf(block.table)
    case 'charts':
      return chartsHtml(block.charts, block.height, page)
    case 'figures':
      return figuresHtml(block.items)
    case 'caption':
      return `<h3 class="caption">${escapeMarkup(block.text)}</h3>`
    case 'note':
      return `<p class="note">${escapeMarkup(block.text)}</p>`
  }
}
