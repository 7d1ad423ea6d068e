import * as XLSX from 'xlsx'
import type { Book, Sheet } from './sheet.ts'

/** Writes a book as .xls (BIFF8), as an old office PC would save it. No styles: the library writes none. */
export function toXls(book: Book): Uint8Array {
  const workbook = XLSX.utils.book_new()
  for (const sheet of book.sheets) XLSX.utils.book_append_sheet(workbook, sheetOf(sheet), sheet.name)
  return new Uint8Array(
    XLSX.write(workbook, { type: 'array', bookType: 'biff8', bookSST: true }) as ArrayBuffer
  )
}

function sheetOf(sheet: Sheet): XLSX.WorkSheet {
  const rows = sheet.rows.map((row) => row.map((content) => content?.value ?? null))
  const target = XLSX.utils.aoa_to_sheet(rows)
  sheet.rows.forEach((row, r) =>
    row.forEach((content, c) => {
      const written = target[XLSX.utils.encode_cell({ r, c })] as XLSX.CellObject | undefined
      if (written && content?.format !== undefined) written.z = content.format
    })
  )
  target['!merges'] = sheet.merges.map(([top, left, bottom, right]) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right }
  }))
  target['!cols'] = sheet.widths.map((wch) => ({ wch }))
  return target
}
