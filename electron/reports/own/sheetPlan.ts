import type { Problem } from '#shared/problem.ts'
import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import { groupedBy } from '#shared/domain/groupedBy.ts'
import { looseBraces, placeholdersIn, type Placeholder } from '#shared/domain/report/template/placeholders.ts'
import {
  allFieldNames,
  isRowField,
  listForFields,
  type TemplateData
} from '#shared/domain/report/template/templateData.ts'
import type { TemplateList } from '#shared/domain/report/template/templateLists.ts'
import { unknownField, unknownList } from '#shared/domain/report/template/unknownField.ts'

/** A cell that holds placeholders (with plain braces), 0-based. */
export interface TemplateCell {
  row: number
  col: number
  text: string
}

/** Cells of one row that are filled from one list. */
export interface Segment {
  list: TemplateList
  cells: TemplateCell[]
}

/** A row that is repeated; several lists may stand side by side in it. */
export interface PatternRow {
  row: number
  segments: Segment[]
}

/** What stands where in a sheet. */
export interface SheetPlan {
  sheet: string
  singles: TemplateCell[]
  patterns: PatternRow[]
  problems: Problem[]
}

/** Several cells with one list mark in front, or none. */
interface Run {
  list: string | null
  cells: TemplateCell[]
}

/** Cells between list marks. A mark holds for its own cell and those to the right. */
function runsOf(cells: readonly TemplateCell[]): Run[] {
  const runs: Run[] = []
  let run: Run | null = null
  for (const cell of cells) {
    const marks = placeholdersIn(cell.text)
    const open = marks.find(({ kind }) => kind === 'OPEN')
    if (run === null || open !== undefined) {
      run = { list: open?.name ?? null, cells: [] }
      runs.push(run)
    }
    run.cells.push(cell)
    if (marks.some(({ kind }) => kind === 'CLOSE')) run = null
  }
  return runs
}

/** What is wrong with a cell whatever it is filled from. */
function formFaults(sheet: string, { row, col, text }: TemplateCell): Problem[] {
  const place = { sheet, cell: cellAddress(row, col) }
  const fault = (message: string, suggestion: string): Problem => ({
    code: 'BAD_PLACEHOLDER',
    level: 'error',
    message,
    place,
    value: text,
    suggestion
  })
  return [
    ...(looseBraces(text)
      ? [fault('这一格的大括号没有成对。', '占位符前后各要两个大括号，如 {{单位}}。')]
      : []),
    ...(placeholdersIn(text).some(({ kind }) => kind === 'NONE')
      ? [fault('表格模板里不用「{{^…}}」。', '清单没有内容时本程序会写「无」。')]
      : [])
  ]
}

function fieldsOf(cells: readonly TemplateCell[]): { cell: TemplateCell; mark: Placeholder }[] {
  return cells.flatMap((cell) =>
    placeholdersIn(cell.text)
      .filter(({ kind }) => kind === 'FIELD')
      .map((mark) => ({ cell, mark }))
  )
}

/** Tells repeated rows from single cells and names what nothing can fill. */
export function planSheet(sheet: string, cells: readonly TemplateCell[], data: TemplateData): SheetPlan {
  const plan: SheetPlan = { sheet, singles: [], patterns: [], problems: [] }
  const known = allFieldNames(data)
  for (const inRow of groupedBy(cells, ({ row }) => String(row)).values()) {
    const ordered = inRow.toSorted((a, b) => a.col - b.col)
    plan.problems.push(...ordered.flatMap((cell) => formFaults(sheet, cell)))
    const segments: Segment[] = []
    for (const run of runsOf(ordered)) {
      const list = listOf(run, data)
      const fields = fieldsOf(run.cells)
      if (list === undefined) {
        const place = { sheet, cell: cellAddress(run.cells[0]!.row, run.cells[0]!.col) }
        plan.problems.push(
          unknownList(
            run.list!,
            data.lists.map(({ name }) => name),
            place
          )
        )
        continue
      }
      for (const { cell, mark } of fields) {
        if (list?.has(mark.name) === true || data.value(mark.name) !== undefined) continue
        plan.problems.push(unknownField(mark.name, known, { sheet, cell: cellAddress(cell.row, cell.col) }))
      }
      if (list === null) plan.singles.push(...run.cells)
      else segments.push({ list, cells: run.cells })
    }
    if (segments.length > 0) plan.patterns.push({ row: ordered[0]!.row, segments })
  }
  return plan
}

/** The list that a run is filled from: null for none (single cells), undefined where its mark names none. */
function listOf(run: Run, data: TemplateData): TemplateList | null | undefined {
  if (run.list !== null) return data.list(run.list)
  const names = fieldsOf(run.cells).map(({ mark }) => mark.name)
  const ofRows = names.filter((name) => isRowField(data, name))
  return ofRows.length === 0 ? null : (listForFields(data, ofRows) ?? data.lists[0]!)
}
