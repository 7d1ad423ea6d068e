import { cellText } from '#shared/domain/report/cellText.ts'
import { escapeMarkup } from '#shared/domain/report/escapeMarkup.ts'
import type { ReportColumn, ReportRow, ReportTable } from '#shared/domain/report/reportTable.ts'
import type { ColumnLayout, ColumnPart } from './columnLayout.ts'
import { covered, rowHeight } from './tableMeasure.ts'

const ALIGN = { left: 'l', center: 'c', right: 'r' } as const
function classes(...names: (string | false | undefined)[]): string {
  const used = names.filter(Boolean).join(' ')
  return used === '' ? '' : ` class="${used}"`
}

function headCell({ head, fullMark }: ReportColumn, span: string): string {
  const mark = fullMark == null ? '' : `<br>(${escapeMarkup(fullMark)})`
  return `<th scope="col"${span}>${escapeMarkup(head)}${mark}</th>`
}

/** Neighbours of one band stand under one upper head. */
function headHtml(columns: readonly ReportColumn[]): string {
  if (columns.every(({ band }) => band === undefined))
    return `<thead><tr>${columns.map((column) => headCell(column, '')).join('')}</tr></thead>`
  const upper: string[] = []
  const lower: string[] = []
  columns.forEach((column, index) => {
    if (column.band === undefined) {
      upper.push(headCell(column, ' rowspan="2"'))
      return
    }
    lower.push(headCell(column, ''))
    if (columns[index - 1]?.band === column.band) return
    const end = columns.findIndex((other, at) => at > index && other.band !== column.band)
    const span = (end === -1 ? columns.length : end) - index
    upper.push(`<th scope="colgroup" colspan="${span}">${escapeMarkup(column.band)}</th>`)
  })
  return `<thead><tr>${upper.join('')}</tr><tr>${lower.join('')}</tr></thead>`
}

function rowHtml(row: ReportRow, all: readonly ReportColumn[], at: readonly number[]): string {
  const opens = row.opens === true && 'opens'
  if (row.band !== undefined)
    return `<tr${classes('band', opens)}><td colspan="${at.length}">${escapeMarkup(row.band)}</td></tr>`
  const under = covered(row, all, at)
  const cells = at.map((index) => {
    if (index === under[0])
      return `<td class="c" colspan="${under.length}">${escapeMarkup(row.merged!.text)}</td>`
    if (under.includes(index)) return ''
    const { id, align, bold } = all[index]!
    const look = classes(ALIGN[align], bold === true && 'b', row.red?.includes(id) === true && 'red')
    return `<td${look}>${escapeMarkup(cellText(row.cells[id]))}</td>`
  })
  return `<tr${classes(opens)}>${cells.join('')}</tr>`
}

/** `tail` stands in a row of its own: so the last rows come with it when it goes to the next page. */
function partHtml(table: ReportTable, part: ColumnPart, size: number, row: number, tail: string): string {
  const columns = part.shares.map((share) => `<col style="width:${share.toFixed(3)}%">`).join('')
  const rows = (several: readonly ReportRow[]): string =>
    several.map((each) => rowHtml(each, table.columns, part.at)).join('')
  const head = headHtml(part.at.map((index) => table.columns[index]!))
  const foot = table.foot.length === 0 ? '' : `<tbody class="foot">${rows(table.foot)}</tbody>`
  const end =
    tail === '' ? '' : `<tbody class="end"><tr><td colspan="${part.at.length}">${tail}</td></tr></tbody>`
  const style = `font-size:${size}pt;--row:${row.toFixed(2)}em`
  return `<table style="${style}"><colgroup>${columns}</colgroup>${head}<tbody>${rows(table.rows)}</tbody>${foot}${end}</table>`
}

function tailHtml({ remarks, signatures }: ReportTable): string {
  const paragraphs = remarks.map((text) => `<p class="remark">${escapeMarkup(text)}</p>`)
  const names = signatures.map((text) => `<span>${escapeMarkup(text)}</span>`)
  return paragraphs.join('') + (names.length === 0 ? '' : `<p class="signs">${names.join('')}</p>`)
}

function frameHtml({ title, left, right }: ReportTable, continued: string): string {
  const heading = title === '' ? '' : `<h2 class="table-title">${escapeMarkup(title)}${continued}</h2>`
  const meta =
    left === '' && right === ''
      ? ''
      : `<p class="meta"><span>${escapeMarkup(left)}</span><span>${escapeMarkup(right)}</span></p>`
  return heading + meta
}

/**
 * A table with its title, meta line, remarks and signatures.
 * @param room of the page that the table has for itself in mm; null where it stands among other things
 */
export function tableHtml(
  table: ReportTable,
  layout: ColumnLayout,
  room: { width: number; height: number } | null
): string {
  const parts = layout.parts.map((part, index) => {
    const continued = index === 0 ? '' : `<small>（续 ${index + 1} / ${layout.parts.length}）</small>`
    const tail = index === layout.parts.length - 1 ? tailHtml(table) : ''
    const row = rowHeight(table, part, layout.size, room)
    const rows = partHtml(table, part, layout.size, row, tail)
    return `<div class="table${index === 0 ? '' : ' more'}">${frameHtml(table, continued)}${rows}</div>`
  })
  return parts.join('')
}
