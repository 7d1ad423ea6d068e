import { fieldOf } from '../header/headerKeywords.ts'
import { indicatorProblem, unitProblem } from '../names/nameProblems.ts'
import { normaliseLabel, tidy } from '../names/normaliseLabel.ts'
import type { PlannedColumn } from '../columns/plannedColumn.ts'
import { raterLabel, type RaterLabel } from '../names/raterLabel.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { ReadingField } from '../../scoring/reading.ts'
import type { SheetScope } from './sheetScope.ts'

/** A name that a row gives: found, left out by the clerk, reported as a problem, or not given at all. */
export type KeyResult =
  | { state: 'FOUND'; code: string; measure?: string | null }
  | { state: 'SKIP' }
  | { state: 'BAD' }
  | { state: 'NONE' }

export interface RowKeys {
  unit: KeyResult
  indicator: KeyResult
  rater: RaterLabel | null
  field: ReadingField | null
  /** The row says that its numbers are something else than a reading (完成率 under 目标 and 完成). */
  other: RawCell | null
  measure: string | null
}

export interface RowKeyReader {
  read(row: number, block: number): RowKeys
}

const NONE: KeyResult = { state: 'NONE' }

/** Reads the names at the side of the rows. Vertical merges fill down; a merged name is reported once. */
export function rowKeyReader(scope: SheetScope): RowKeyReader {
  const reported = new Set<string>()
  const lastUnit = new Map<number, { code: string; text: string; row: number }>()
  const { grid, context, sink } = scope

  const columnOf = keyColumns(scope)
  const cellOf = (role: string, row: number, block: number): RawCell | null => {
    const columns = columnOf(role, block)
    return columns[0] ? grid.at(row, columns[0].col) : null
  }

  function report(cell: RawCell, problem: ReturnType<typeof unitProblem>): KeyResult {
    if (problem && !reported.has(cell.address)) sink.add(cell, problem)
    reported.add(cell.address)
    return { state: 'BAD' }
  }

  function unitOf(row: number, block: number): KeyResult {
    const cell = cellOf('unit', row, block)
    if (!cell) return scope.layout === 'LONG_LIST' ? unitFromAbove(row, block) : NONE
    const match = context.units.match(cell.value)
    if (match.status === 'SKIP') {
      lastUnit.delete(block)
      return { state: 'SKIP' }
    }
    if (match.status !== 'FOUND') {
      lastUnit.delete(block)
      return report(cell, unitProblem(cell.value, match, context))
    }
    lastUnit.set(block, { code: match.code, text: tidy(cell.value), row })
    return { state: 'FOUND', code: match.code }
  }

  /** CSV loses merges: an empty unit under a named one is that unit's, but the clerk must see it. */
  function unitFromAbove(row: number, block: number): KeyResult {
    const above = lastUnit.get(block)
    const label = cellOf('indicator', row, block)
    // A blank line or a total ends what belongs to a unit.
    if (!above || !label || row !== above.row + 1) return NONE
    lastUnit.set(block, { ...above, row })
    sink.add(label, {
      code: 'FILLED_DOWN',
      level: 'confirm',
      message: `第 ${row + 1} 行没有写单位，按上面的「${above.text}」计。`,
      suggestion: '请核对这些行是不是同一个单位的。',
      group: `FILLED_DOWN:${scope.sheet}`
    })
    return { state: 'FOUND', code: above.code }
  }

  return {
    read: (row, block) => {
      const indicator = indicatorOf(scope, row, columnOf('indicator', block), report)
      const named = indicator.state === 'FOUND' ? (indicator.measure ?? null) : null
      return {
        unit: unitOf(row, block),
        indicator,
        rater: raterOf(columnOf('rater', block).map(({ col }) => grid.at(row, col))),
        ...fieldIn(cellOf('field', row, block)),
        measure: measureIn(cellOf('measure', row, block)) ?? named
      }
    }
  }
}

/** The columns of a role that a block of columns goes by: its own, or those of the first block that has any. */
function keyColumns(scope: SheetScope): (role: string, block: number) => readonly PlannedColumn[] {
  const byRole = new Map<string, Map<number, PlannedColumn[]>>()
  for (const column of scope.columns) {
    if (column.role.role === 'value' || column.role.role === 'ignore') continue
    const blocks = byRole.get(column.role.role) ?? new Map<number, PlannedColumn[]>()
    byRole.set(column.role.role, blocks.set(column.block, [...(blocks.get(column.block) ?? []), column]))
  }
  return (role, block) => byRole.get(role)?.get(block) ?? byRole.get(role)?.values().next().value ?? []
}

/** The finest level of an indicator tree that is known; a row whose finest text is unknown is asked about. */
function indicatorOf(
  scope: SheetScope,
  row: number,
  columns: readonly PlannedColumn[],
  report: (cell: RawCell, problem: ReturnType<typeof indicatorProblem>) => KeyResult
): KeyResult {
  const cells = columns.map((column) => scope.grid.at(row, column.col)).filter((cell) => cell !== null)
  const matches = cells
    .toReversed()
    .map((cell) => ({ cell, match: scope.context.indicators.match(cell.value) }))
  for (const [level, { cell, match }] of matches.entries()) {
    if (match.status === 'FOUND')
      tellFiner(
        matches.slice(0, level).map((finer) => finer.cell),
        cell,
        scope
      )
    if (match.status === 'FOUND')
      return { state: 'FOUND', code: match.code, measure: normaliseLabel(cell.value).unitText }
    if (match.status === 'SKIP') return { state: 'SKIP' }
  }
  const finest = matches.find(({ match }) => match.status === 'AMBIGUOUS') ?? matches[0]
  return finest ? report(finest.cell, indicatorProblem(finest.cell.value, finest.match, scope.context)) : NONE
}

/** Longer texts say how an indicator is judged; short ones may be indicators of their own. */
const MAX_NAME = 12

/** 网站更新 under 政务公开, and the scheme knows only 政务公开: its number would pass for the whole. */
function tellFiner(finer: readonly RawCell[], known: RawCell, { sink, sheet }: SheetScope): void {
  const name = finer.find(
    (cell) => cell.kind === 'text' && cell.address !== known.address && tidy(cell.value).length <= MAX_NAME
  )
  if (!name) return
  sink.add(name, {
    code: 'FINER_ROW',
    level: 'confirm',
    message: `「${tidy(name.value)}」不是方案里的指标，这一行的数记在它上面的「${tidy(known.value)}」名下。`,
    suggestion: '请核对；只是其中一部分的，请不导入这一行的数。',
    group: `FINER_ROW:${sheet}`
  })
}

/** One column names the rater; of two, one names the evaluator group or circumstance. */
function raterOf(cells: readonly (RawCell | null)[]): RaterLabel | null {
  const [first, second] = cells.filter((cell) => cell !== null)
  if (!first) return null
  if (second) return { group: tidy(first.value), name: tidy(second.value) }
  return raterLabel([first.value]) ?? { group: '', name: tidy(first.value) }
}

function fieldIn(cell: RawCell | null): Pick<RowKeys, 'field' | 'other'> {
  const field = cell ? fieldOf(cell.value) : null
  return { field, other: field === null ? cell : null }
}

function measureIn(cell: RawCell | null): string | null {
  return cell && cell.value.length <= 12 ? tidy(cell.value) : null
}
