import { columnLetter } from '#shared/domain/importing/grid/a1.ts'
import type { RawCell, RawSheet, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { isReturnSheet, RETURN_COLUMN, RETURN_SHEET } from '#shared/domain/importing/grid/returned.ts'
import type { Problem } from '#shared/problem.ts'
import { isInside, parseAddress } from '../../workbook/fill/a1Ref.ts'
import { forDepartment } from './forDepartment.ts'

/** Excel's last column, 0-based. */
const LAST_COLUMN = 16_383
/** A merge wider than this is a filled-down format, not a title. */
const WIDEST_TITLE = 200

/** How the sheets of a batch were understood: 0-based rows of the last header line of each table. */
export type HeaderRows = ReadonlyMap<string, readonly number[]>

/** A cell that was left out, or a whole sheet or file where `address` or `sheet` is null. */
export interface RejectedCell {
  sheet: string | null
  address: string | null
  value: string
  why: string
  todo: string
}

/** What is written into one sheet of the workbook that goes back. Rows and columns 0-based. */
export interface SheetReturn {
  sheet: RawSheet
  /** Addresses to mark. */
  marks: string[]
  /** Where the reasons stand, beside everything that the sheet holds; null where there is no room. */
  reasonColumn: number | null
  /** Rows in which the column gets its heading. */
  headings: number[]
  reasons: Map<number, string>
  /** Reasons of an earlier return in that column, which no longer hold. */
  outdated: RawCell[]
}

export interface ReturnPlan {
  raw: RawWorkbook
  cells: RejectedCell[]
  sheets: SheetReturn[]
  /** The explanation of an earlier return, to be replaced. */
  oldExplanation: RawSheet | null
}

/** Plans the return of a workbook: every `error` is a cell, a sheet or a file that was left out. */
export function planReturn(raw: RawWorkbook, problems: readonly Problem[], headers: HeaderRows): ReturnPlan {
  const errors = problems.filter((problem) => problem.level === 'error')
  const sheets = new Map(raw.sheets.map((sheet) => [sheet.name, sheet]))
  return {
    raw,
    cells: errors.map((problem) => rejectedCell(problem, sheets)),
    sheets: raw.sheets.flatMap((sheet) => {
      const own = errors.filter((problem) => problem.place.sheet === sheet.name)
      return own.length === 0 ? [] : [sheetReturn(sheet, own, headers.get(sheet.name) ?? [])]
    }),
    oldExplanation: raw.sheets.find(isReturnSheet) ?? null
  }
}

function rejectedCell(problem: Problem, sheets: ReadonlyMap<string, RawSheet>): RejectedCell {
  const { sheet = null, cell = null } = problem.place
  const found =
    sheet === null || cell === null
      ? undefined
      : sheets.get(sheet)?.cells.find((candidate) => candidate.address === cell)
  return {
    sheet,
    address: cell,
    value: found?.shown ?? problem.value ?? '',
    why: problem.message,
    todo: forDepartment(problem.code)
  }
}

function sheetReturn(sheet: RawSheet, problems: readonly Problem[], headers: readonly number[]): SheetReturn {
  const earlier = sheet.cells.filter((cell) => cell.value.trim() === RETURN_COLUMN)
  const reasonColumn = earlier[0]?.col ?? freeColumn(sheet)
  const marks: string[] = []
  const reasons = new Map<number, string>()
  for (const { place, message } of problems) {
    if (place.cell === undefined) continue
    const { row, address } = anchorOf(sheet, place.cell)
    if (!marks.includes(address)) marks.push(address)
    const text = `${place.cell}：${message}`
    const before = reasons.get(row)
    reasons.set(row, before === undefined ? text : `${before}\n${text}`)
  }
  const above = Math.min(...reasons.keys())
  const headings = headers.length > 0 ? [...headers] : Number.isFinite(above) && above > 0 ? [above - 1] : []
  return {
    sheet,
    marks,
    reasonColumn,
    headings: headings.filter((row) => !reasons.has(row)),
    reasons,
    outdated: sheet.cells.filter(
      (cell) => earlier.length > 0 && cell.col === reasonColumn && !earlier.includes(cell)
    )
  }
}

/** The first column to the right of all cells and titles that is not hidden. */
function freeColumn(sheet: RawSheet): number | null {
  const right = sheet.merges
    .filter((merge) => merge.right - merge.left < WIDEST_TITLE)
    .reduce((most, merge) => Math.max(most, merge.right + 1), sheet.colCount)
  const hidden = new Set(sheet.hiddenCols)
  for (let col = right; col <= LAST_COLUMN; col += 1) if (!hidden.has(col)) return col
  return null
}

/** Row and address that stand for a cell: of a merge its top left one. */
function anchorOf(sheet: RawSheet, address: string): { row: number; address: string } {
  const point = parseAddress(address)
  if (point === null) throw new RangeError(`no address: ${address}`)
  const merge = sheet.merges.find((range) => isInside(range, point))
  if (merge === undefined) return { row: point.row, address }
  return { row: merge.top, address: `${columnLetter(merge.left)}${merge.top + 1}` }
}

/** Light red. */
export const MARK = 'FFC7CE'
/** Characters. */
export const REASON_WIDTH = 40
/** Widths of the explanation's columns in characters. */
export const EXPLANATION_WIDTHS = [6, 16, 10, 20, 44, 44] as const
/** 0-based row of its heading. */
export const EXPLANATION_HEADING = 3

/** The explanation: title, what to do with the file, then one line for each thing that was left out. */
export function explanationRows(plan: ReturnPlan, notes: readonly string[] = []): string[][] {
  const lines = plan.cells.map((cell, index) => [
    String(index + 1),
    cell.sheet ?? '整个文件',
    cell.address ?? (cell.sheet === null ? '' : '整张表'),
    cell.value,
    cell.why,
    cell.todo
  ])
  return [
    [RETURN_SHEET],
    [`《${plan.raw.fileName}》有 ${plan.cells.length} 处没有导入，列在下面，原表里已标红并在右边写明原因。`],
    [['请在原表里改好，把这个文件直接交回；本表和「退回原因」一列不用删。', ...notes].join('')],
    ['序号', '工作表', '单元格', '原来填的', '为什么退回', '怎么改'],
    ...lines
  ]
}
