import type { Worksheet } from 'exceljs'
import type { PageFrame } from './pageOf.ts'
import { columnLetter } from './sheetText.ts'
import { FIRST_ROW, HEAD_ROW, TITLE_ROW, widthOf, type Span } from './table.ts'

/** Characters that one A4 landscape page holds at full size, and at the smallest size that one can read. */
const FULL_PAGE = 140
const READABLE_PAGE = FULL_PAGE / 0.6
const MARGINS = { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 } as const

export interface PrintPlan {
  /** Pages beside each other. */
  pages: number
  /**
   * First and last column that title and notes span: the whole table, or what is not repeated of its first page.
   */
  span: Span
}

/** Whether a table fits on one page in width; if not, the first `pinned` columns repeat on each of several. */
export function planPages(sheet: Worksheet, columns: number, pinned: number): PrintPlan {
  const total = widthOf(sheet, [1, columns])
  if (total <= READABLE_PAGE) return { pages: 1, span: [1, columns] }
  const names = widthOf(sheet, [1, pinned])
  const pages = Math.ceil((total - names) / (READABLE_PAGE - names))
  const room = names + (total - names) / pages
  let firstPage = pinned + 1
  while (firstPage < columns && widthOf(sheet, [1, firstPage + 1]) <= room) firstPage += 1
  return { pages, span: [pinned + 1, firstPage] }
}

/** Text inside a header or footer code: `&` doubled, and within Excel's limit of 255 characters for the whole. */
function code(text: string): string {
  return text.slice(0, 100).replaceAll('&', '&&')
}

/** A4 landscape with the preview mark above and the snapshot id and page numbers below. */
export function framePage(sheet: Worksheet, page: PageFrame): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: 'landscape',
    horizontalCentered: true,
    margins: MARGINS
  }
  sheet.headerFooter = {
    oddHeader: page.pageHeader === '' ? '' : `&C&"黑体,Regular"&12${code(page.pageHeader)}`,
    oddFooter: `&L&9 ${code(page.pageFooter)}&C&"仿宋,Regular"&10第 &P 页 共 &N 页`
  }
}

/** Fit to width, header rows on every page, frozen header and names. */
export function setUpPage(
  sheet: Worksheet,
  page: PageFrame,
  area: { lastColumn: number; lastRow: number; pinned: number; plan: PrintPlan }
): void {
  sheet.views = [
    {
      state: 'frozen',
      xSplit: area.pinned,
      ySplit: HEAD_ROW,
      topLeftCell: `${columnLetter(area.pinned + 1)}${FIRST_ROW}`,
      showGridLines: false
    }
  ]
  sheet.pageSetup = {
    fitToPage: true,
    fitToWidth: area.plan.pages,
    fitToHeight: 0,
    pageOrder: 'overThenDown',
    printTitlesRow: `${TITLE_ROW}:${HEAD_ROW}`,
    ...(area.plan.pages > 1 ? { printTitlesColumn: `A:${columnLetter(area.pinned)}` } : {}),
    // exceljs puts one $ before each corner and LibreOffice ignores a range without the second.
    printArea: `A$${TITLE_ROW}:${columnLetter(area.lastColumn)}$${area.lastRow}`
  }
  framePage(sheet, page)
}
