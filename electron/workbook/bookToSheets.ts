import type { RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { Problem } from '#shared/problem.ts'
import { unreadable } from './fileError.ts'
import { putBack } from './plainCells.ts'
import type { WorkBook } from './sheetjs.ts'
import { cellsOutside, leftOutSheet, sheetProblems } from './sheetProblems.ts'
import type { PreparedSheet } from './sheetXml.ts'
import { toRawSheet } from './toRawSheet.ts'

const VISIBILITY = ['visible', 'hidden', 'veryHidden'] as const

/** The library keeps a sheet's type only at run time. */
function sheetType(sheet: object): string {
  return '!type' in sheet ? String(sheet['!type']) : 'sheet'
}

/**
 * All sheets of a book with what is to be told about them. A sheet that the library lost without an error, or a
 * book without any cell although the parts hold values, is a failure and not an empty result.
 * @param savedByOffice formula results are what an office program calculated
 * @param scans by the code name that `prepareSheetXml` gave each part; null where the format has no such scan (.xls)
 */
export function bookToSheets(
  book: WorkBook,
  file: string,
  scans: ReadonlyMap<string, PreparedSheet> | null,
  savedByOffice: boolean
): { sheets: RawSheet[]; problems: Problem[] } {
  const sheets: RawSheet[] = []
  const problems: Problem[] = []
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  if (book.SheetNames.length === 0) throw unreadable(file)
  book.SheetNames.forEach((name, index) => {
    const source = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined
    if (source === undefined) throw unreadable(file, undefined, name)
    const type = sheetType(source)
    if (type !== 'sheet') {
      problems.push(leftOutSheet(name, type, file))
      return
    }
    const scan = scans?.get(book.Workbook?.Sheets?.[index]?.CodeName ?? '')
    if (scan?.holdsValues === true && !source['!data']?.length) throw unreadable(file, undefined, name)
    if (scan?.plain) putBack(source, scan.plain)
    const { sheet, outside } = toRawSheet(source, {
      name,
      index,
      visibility: VISIBILITY[book.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? 'visible',
      date1904,
      hiddenRows: scan?.hiddenRows,
      hiddenCols: scan?.hiddenCols
    })
    sheets.push(sheet)
    problems.push(...sheetProblems(sheet, file, savedByOffice))
    if (outside > 0) problems.push(cellsOutside(sheet, outside, file))
  })
  return { sheets, problems }
}
