import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { finishPackage } from '#electron/reports/xlsx/finishPackage.ts'

/** How an office writes a table: title in 小标宋, heads in 黑体, body in 仿宋, thin lines (domain.md §3.5). */
const TITLE = '方正小标宋简体'
const HEAD = '黑体'
const BODY = '仿宋_GB2312'

/** Fixed, so that the same generator gives the same bytes. */
export const AT = new Date('2026-01-01T00:00:00Z')

const LINE: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF000000' } }
const BOX: Partial<ExcelJS.Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE }

export interface OfficeColumn {
  head: string
  /** Placeholder of the repeated row. */
  field: string
  width: number
  align?: 'left' | 'center' | 'right'
  bold?: boolean
}

export interface OfficeSheet {
  name: string
  title: string
  /** Left and right of the line under the title. */
  left: string
  right: string
  /** In front of the first column of the repeated row: `{{#加减分}}`; '' lets the fields say it. */
  list?: string
  columns: readonly OfficeColumn[]
  /** Rows beneath the repeated one. */
  foot?: readonly Readonly<Record<number, string | { formula: string }>>[]
  notes?: readonly string[]
  signatures?: readonly string[]
  landscape: boolean
  /** Points. */
  titleSize?: number
  bodySize?: number
  rowHeight?: number
}

export const PATTERN_ROW = 4

const letter = (column: number): string => String.fromCharCode(64 + column)

function boxed(
  cell: ExcelJS.Cell,
  font: Partial<ExcelJS.Font>,
  align: OfficeColumn['align'] = 'center'
): void {
  cell.border = BOX
  cell.font = font
  // Letters do not touch the lines.
  const indent = align === 'center' ? 0 : 1
  cell.alignment = { horizontal: align, vertical: 'middle', wrapText: true, indent }
}

function page(sheet: ExcelJS.Worksheet, { landscape, columns }: OfficeSheet, lastRow: number): void {
  sheet.pageSetup = {
    paperSize: 9,
    orientation: landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.4 },
    printTitlesRow: `1:${PATTERN_ROW - 1}`,
    printArea: `A$1:${letter(columns.length)}$${lastRow}`
  }
  sheet.headerFooter.oddFooter = '&L&9快照 {{快照}}&C&10第 &P 页，共 &N 页'
  sheet.views = [{ state: 'frozen', ySplit: PATTERN_ROW - 1, showGridLines: false }]
}

/** Title, meta line, heads, the row that is repeated, what stands beneath it. */
export function addOfficeSheet(book: ExcelJS.Workbook, made: OfficeSheet): ExcelJS.Worksheet {
  const { columns, titleSize = 20, bodySize = 11, rowHeight = 24 } = made
  const sheet = book.addWorksheet(made.name)
  const last = columns.length
  sheet.columns = columns.map(({ width }) => ({ width }))
  sheet.mergeCells(1, 1, 1, last)
  Object.assign(sheet.getCell(1, 1), {
    value: made.title,
    font: { name: TITLE, size: titleSize },
    alignment: { horizontal: 'center', vertical: 'middle' }
  })
  sheet.getRow(1).height = titleSize * 2
  const half = Math.ceil(last / 2)
  sheet.mergeCells(2, 1, 2, half)
  sheet.mergeCells(2, half + 1, 2, last)
  Object.assign(sheet.getCell(2, 1), { value: made.left, font: { name: BODY, size: 11 } })
  Object.assign(sheet.getCell(2, half + 1), {
    value: made.right,
    font: { name: BODY, size: 11 },
    alignment: { horizontal: 'right' }
  })
  sheet.getRow(2).height = 20
  sheet.getRow(3).height = 32
  sheet.getRow(PATTERN_ROW).height = rowHeight
  columns.forEach(({ head, field, align, bold }, index) => {
    const mark = index === 0 ? (made.list ?? '') : ''
    sheet.getCell(3, index + 1).value = head
    boxed(sheet.getCell(3, index + 1), { name: HEAD, size: bodySize })
    sheet.getCell(PATTERN_ROW, index + 1).value = `${mark}{{${field}}}`
    boxed(sheet.getCell(PATTERN_ROW, index + 1), { name: BODY, size: bodySize, bold: bold ?? false }, align)
  })
  let row = PATTERN_ROW
  for (const cells of made.foot ?? []) {
    row += 1
    sheet.getRow(row).height = rowHeight
    for (let column = 1; column <= last; column++) {
      const cell = sheet.getCell(row, column)
      cell.value = cells[column] ?? null
      boxed(cell, { name: HEAD, size: bodySize }, columns[column - 1]!.align)
    }
  }
  for (const note of made.notes ?? []) {
    row += 1
    sheet.mergeCells(row, 1, row, last)
    Object.assign(sheet.getCell(row, 1), {
      value: note,
      font: { name: BODY, size: 10 },
      alignment: { wrapText: true, vertical: 'top' }
    })
    sheet.getRow(row).height = note.includes('说明') ? 72 : 18
  }
  if (made.signatures !== undefined) {
    row += 2
    const step = Math.max(1, Math.floor(last / made.signatures.length))
    made.signatures.forEach((text, index) => {
      Object.assign(sheet.getCell(row, 1 + index * step), { value: text, font: { name: BODY, size: 11 } })
    })
  }
  page(sheet, made, row)
  return sheet
}

export function newBook(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook()
  book.creator = '亮绩赛马'
  book.created = AT
  book.modified = AT
  return book
}

const BAR_ID = '{6D2C1E5A-0B7F-4C39-9A41-5E8F2B3D7C10}'

type ChartSheets = Parameters<typeof finishPackage>[1]

export async function finished(book: ExcelJS.Workbook, charts: ChartSheets = []): Promise<Uint8Array> {
  const bytes = await finishPackage(new Uint8Array(await book.xlsx.writeBuffer()), charts, AT)
  return withFixedIds(bytes)
}

/** exceljs gives data bars ids by chance. */
async function withFixedIds(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  for (const [path, entry] of Object.entries(zip.files)) {
    if (!path.startsWith('xl/worksheets/sheet')) continue
    const xml = await entry.async('string')
    const fixed = xml.replace(/\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}/gi, BAR_ID)
    if (fixed !== xml) zip.file(path, fixed)
  }
  for (const entry of Object.values(zip.files)) entry.date = AT
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
