import type { TemplateData } from '#shared/domain/report/template/templateData.ts'
import type { TemplatePlaces } from '#shared/domain/report/template/templatePlaces.ts'
import { withPlainBraces } from '#shared/domain/report/template/placeholders.ts'
import type { Problem } from '#shared/problem.ts'
import { columnIndex, parseAddress } from '../../workbook/fill/a1Ref.ts'
import type { BookPackage } from '../../workbook/fill/bookPackage.ts'
import { cellTexts } from '../../workbook/fill/sharedTexts.ts'
import { SheetView } from '../../workbook/fill/sheetView.ts'
import { planSheet, type SheetPlan, type TemplateCell } from './sheetPlan.ts'

/** The plan of a sheet together with the sheet as it stands. */
export interface PlannedSheet extends SheetPlan {
  view: SheetView
}

export interface WorkbookPlan {
  sheets: PlannedSheet[]
  problems: Problem[]
}

/** Cells whose text holds braces. */
function writtenCells(view: SheetView, textOf: ReturnType<typeof cellTexts>): TemplateCell[] {
  return view.rows.flatMap(({ row }) =>
    view.cellsOf(row).flatMap((cell): TemplateCell[] => {
      const text = withPlainBraces(textOf(view.xml, cell) ?? '')
      return text.includes('{{') || text.includes('}}') ? [{ row, col: cell.col, text }] : []
    })
  )
}

/** Picked places of a sheet as cells with placeholders; the first of a row carries the mark of its list. */
function pickedCells(sheet: string, { cells, rows }: TemplatePlaces): TemplateCell[] {
  const single = cells.flatMap((picked): TemplateCell[] => {
    const point = picked.sheet === sheet ? parseAddress(picked.address) : null
    return point === null ? [] : [{ ...point, text: `{{${picked.field}}}` }]
  })
  const repeated = rows.flatMap((picked): TemplateCell[] => {
    if (picked.sheet !== sheet) return []
    const placed = picked.columns
      .flatMap(({ column, field }) => {
        const col = columnIndex(column)
        return col === null ? [] : [{ row: picked.row - 1, col, text: `{{${field}}}` }]
      })
      .toSorted((a, b) => a.col - b.col)
    return placed.map((cell, index) =>
      index === 0 ? { ...cell, text: `{{#${picked.list}}}${cell.text}` } : cell
    )
  })
  return [...single, ...repeated]
}

const keyOf = ({ row, col }: TemplateCell): string => `${row},${col}`

/** What a template workbook asks for, as written in its cells and as picked on its grid. */
export function planWorkbook(book: BookPackage, places: TemplatePlaces, data: TemplateData): WorkbookPlan {
  const textOf = cellTexts(book)
  const parts = book.sheets().filter(({ isWorksheet }) => isWorksheet)
  const sheets = parts.map((part): PlannedSheet => {
    const view = new SheetView(book, part)
    const picked = pickedCells(part.name, places)
    const taken = new Set(picked.map(keyOf))
    const written = writtenCells(view, textOf).filter((cell) => !taken.has(keyOf(cell)))
    return { ...planSheet(part.name, [...written, ...picked], data), view }
  })
  const names = new Set(parts.map(({ name }) => name))
  const gone = [...places.cells, ...places.rows].filter(({ sheet }) => !names.has(sheet))
  return {
    sheets,
    problems: [
      ...sheets.flatMap((sheet) => sheet.problems),
      ...sheets.flatMap(crossingMerges),
      ...[...new Set(gone.map(({ sheet }) => sheet))].map((sheet): Problem => ({
        code: 'NO_SHEET',
        level: 'error',
        message: `点选的位置在工作表「${sheet}」上，可是文件里没有这张表。`,
        place: { sheet },
        suggestion: '请重新点选这些位置。'
      }))
    ]
  }
}

/** A filled cell that is merged with the row below cannot be repeated row by row. */
function crossingMerges({ sheet, patterns, view }: PlannedSheet): Problem[] {
  return patterns.flatMap(({ row, segments }) =>
    segments
      .flatMap(({ cells }) => cells)
      .filter(({ col }) =>
        view.merges.some(
          (merge) => merge.top === row && merge.bottom > row && col >= merge.left && col <= merge.right
        )
      )
      .slice(0, 1)
      .map((): Problem => ({
        code: 'MERGED_ROWS',
        level: 'error',
        message: `第 ${row + 1} 行要重复，可是这一行有单元格和下一行合并在一起。`,
        place: { sheet, row: row + 1 },
        suggestion: '请把重复的一行里跨行的合并取消。'
      }))
  )
}
