import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import type { TableCell } from '#shared/domain/report/reportTable.ts'
import { placeholdersIn } from '#shared/domain/report/template/placeholders.ts'
import { fieldKey } from '#shared/domain/report/template/fieldSet.ts'
import type { TemplateData } from '#shared/domain/report/template/templateData.ts'
import type { TemplateRow } from '#shared/domain/report/template/templateLists.ts'
import type { CellEdit } from '../../workbook/fill/fillTypes.ts'
import type { Insertion } from '../../workbook/fill/insertRows.ts'
import { filledCell, type ValueOf } from './filledText.ts'
import type { PatternRow, Segment } from './sheetPlan.ts'
import { constantNumber, spareRows } from './spareRows.ts'
import type { PlannedSheet } from './workbookPlan.ts'

/** How a sheet is filled: first rows are put in, then cells written. */
export interface SheetEdits {
  /** Lowest row first, so that each stands where the plan says. */
  insertions: Insertion[]
  edits: CellEdit[]
}

/** What a list without entries says. */
const NONE = '无'

function editOf(sheet: string, row: number, col: number, value: TableCell): CellEdit {
  const at = { sheet, address: cellAddress(row, col) }
  if (value === null || value === '') return { ...at, set: { kind: 'clear' } }
  if (typeof value === 'string')
    return { ...at, set: { kind: 'text', value }, ...(value.includes('\n') ? { wrap: true } : {}) }
  const { decimals } = value
  const format = decimals === null || decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
  return {
    ...at,
    set: { kind: 'number', value: value.number },
    format: value.signed === true ? `+${format};-${format};${format}` : format
  }
}

/** The cell of an empty list that says so: the unit's, else the first. */
function noneCell({ cells }: Segment): number {
  const asks =
    (name: string) =>
    (text: string): boolean =>
      placeholdersIn(text).some((mark) => fieldKey(mark.name) === name)
  return (cells.find(({ text }) => asks('单位')(text)) ?? cells[0]!).col
}

function segmentEdits(
  sheet: string,
  segment: Segment,
  from: number,
  count: number,
  data: TemplateData
): CellEdit[] {
  const { rows } = segment.list
  const valuesOf =
    (row: TemplateRow): ValueOf =>
    (name) =>
      row.value(name) ?? data.value(name)
  return Array.from({ length: count }, (_, index) => {
    const row = rows[index]
    return segment.cells.map(({ col, text }) => {
      if (row !== undefined) return editOf(sheet, from + index, col, filledCell(text, valuesOf(row)))
      const isNone = rows.length === 0 && index === 0 && col === noneCell(segment)
      return editOf(sheet, from + index, col, isNone ? NONE : null)
    })
  }).flat()
}

/** Numbering that a form has beside the filled cells: goes on over the rows in use and ends with them. */
function numberingEdits(plan: PlannedSheet, pattern: PatternRow, from: number, rows: RowCounts): CellEdit[] {
  const { view, sheet } = plan
  const cols = new Set(pattern.segments.flatMap(({ cells }) => cells.map(({ col }) => col)))
  return view.cellsOf(pattern.row).flatMap((cell): CellEdit[] => {
    if (cols.has(cell.col)) return []
    const first = constantNumber(view.xml, cell)
    const spare = view.cellAt({ row: pattern.row + 1, col: cell.col })
    const second = rows.spare === 0 || spare === null ? null : constantNumber(view.xml, spare)
    const continues = rows.spare === 0 ? first === '1' : first === '1' && second === '2'
    return Array.from({ length: rows.total }, (_, index): CellEdit[] => {
      if (index >= rows.used && second !== null) return [editOf(sheet, from + index, cell.col, null)]
      if (!continues || index >= rows.used) return []
      return [editOf(sheet, from + index, cell.col, { number: String(index + 1), decimals: 0 })]
    }).flat()
  })
}

interface RowCounts {
  /** Rows that the list needs, at least 1. */
  used: number
  /** Blank rows of the form below the pattern row. */
  spare: number
  inserted: number
  /** Rows that are there in the end. */
  total: number
}

function rowCounts(plan: PlannedSheet, pattern: PatternRow): RowCounts {
  const used = Math.max(1, ...pattern.segments.map(({ list }) => list.rows.length))
  const taken = new Set([...plan.patterns, ...plan.singles].map(({ row }) => row))
  const spare = spareRows(plan.view, pattern, taken)
  const inserted = Math.max(0, used - 1 - spare)
  return { used, spare, inserted, total: 1 + spare + inserted }
}

export function sheetEdits(plan: PlannedSheet, data: TemplateData): SheetEdits {
  const { sheet } = plan
  const patterns = plan.patterns
    .toSorted((a, b) => a.row - b.row)
    .map((pattern) => ({ pattern, rows: rowCounts(plan, pattern) }))
  /** Where a row of the template stands when all rows are in. */
  const finalRow = (row: number): number =>
    patterns.reduce((at, { pattern, rows }) => (pattern.row < row ? at + rows.inserted : at), row)
  const repeated = patterns.flatMap(({ pattern, rows }) => {
    const from = finalRow(pattern.row)
    return [
      ...numberingEdits(plan, pattern, from, rows),
      ...pattern.segments.flatMap((segment) => segmentEdits(sheet, segment, from, rows.used, data))
    ]
  })
  const singles = plan.singles.map(({ row, col, text }) =>
    editOf(sheet, finalRow(row), col, filledCell(text, data.value))
  )
  return {
    insertions: patterns
      .toReversed()
      .map(({ pattern, rows }) => ({ sheet, row: pattern.row, count: rows.inserted })),
    edits: [...repeated, ...singles]
  }
}
