import type { Worksheet } from 'exceljs'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import { TITLE_ROW, type SheetFrame } from './frame.ts'
import { columnLetter } from './sheetText.ts'
import { widthOf, type Span } from './table.ts'

export type Orientation = ReportTable['orientation']

/** Characters that one A4 page holds at full size, and how small one can still read it. */
const FULL_PAGE: Record<Orientation, number> = { LANDSCAPE: 140, PORTRAIT: 95 }
const SMALLEST = 0.6
const MARGINS = { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 } as const

export interface PrintPlan {
  /** Pages beside each other. */
  pages: number
  /** First and last column that title and notes span: the whole table, or what is not repeated of its first page. */
  span: Span
}

/** Whether a table fits on one page in width; if not, the first `pinned` columns repeat on each of several. */
export function planPages(
  sheet: Worksheet,
  columns: number,
  pinned: number,
  orientation: Orientation
): PrintPlan {
  const page = FULL_PAGE[orientation] / SMALLEST
  const total = widthOf(sheet, [1, columns])
  if (total <= page) return { pages: 1, span: [1, columns] }
  const names = widthOf(sheet, [1, pinned])
  const pages = Math.ceil((total - names) / (page - names))
  const room = names + (total - names) / pages
  let firstPage = pinned + 1
  while (firstPage < columns && widthOf(sheet, [1, firstPage + 1]) <= room) firstPage += 1
  return { pages, span: [pinned + 1, firstPage] }
}

/** Text inside a header or footer code: `&` doubled, and within Excel's limit of 255 characters for the whole. */
function code(text: string): string {
  return text.slice(0, 100).replaceAll('&', '&&')
}

/** A4 with the preview mark above and the snapshot id and page numbers below. */
export function framePage(sheet: Worksheet, frame: SheetFrame, orientation: Orientation): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: orientation === 'LANDSCAPE' ? 'landscape' : 'portrait',
    horizontalCentered: true,
    margins: MARGINS
  }
  sheet.headerFooter = {
    oddHeader: frame.mark === '' ? '' : `&C&"黑体,Regular"&12${code(frame.mark)}`,
    oddFooter: `&L&9 ${code(frame.provenance)}&C&"仿宋,Regular"&10第 &P 页 共 &N 页`
  }
}

interface PrintArea {
  lastColumn: number
  lastRow: number
  lastHead: number
  pinned: number
  orientation: Orientation
  plan: PrintPlan
}

/** Fit to width, header rows on every page, frozen header and names. */
export function setUpPage(sheet: Worksheet, frame: SheetFrame, area: PrintArea): void {
  sheet.views = [
    {
      state: 'frozen',
      xSplit: area.pinned,
      ySplit: area.lastHead,
      topLeftCell: `${columnLetter(area.pinned + 1)}${area.lastHead + 1}`,
      showGridLines: false
    }
  ]
  sheet.pageSetup = {
    fitToPage: true,
    fitToWidth: area.plan.pages,
    fitToHeight: 0,
    pageOrder: 'overThenDown',
    printTitlesRow: `${TITLE_ROW}:${area.lastHead}`,
    ...(area.plan.pages > 1 && area.pinned > 0
      ? { printTitlesColumn: `A:${columnLetter(area.pinned)}` }
      : {}),
    // exceljs puts one $ before each corner and LibreOffice ignores a range without the second.
    printArea: `A$${TITLE_ROW}:${columnLetter(area.lastColumn)}$${area.lastRow}`
  }
  framePage(sheet, frame, area.orientation)
}
