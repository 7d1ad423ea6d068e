import type { SheetAnalysis } from '../analysis.ts'
import type { StagedReading } from '../importPlan.ts'
import { cellAddress } from '../grid/a1.ts'
import { emptyWordMeaning } from '../values/emptyWords.ts'
import { keywordsOf } from '../header/headerKeywords.ts'
import { tidy } from '../names/normaliseLabel.ts'
import { defaultField } from '../columns/planValueColumn.ts'
import type { PlannedColumn } from '../columns/plannedColumn.ts'
import { raterLabel } from '../names/raterLabel.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { Reported } from '../problems/problemSink.ts'
import { settleRater } from '../columns/settleRater.ts'
import { headerTexts, rowKind, type RowScope } from '../header/rowKind.ts'
import { checkSpan, isColumnOfRow } from './checkSpan.ts'
import { compareTotals } from './compareTotals.ts'
import { parseCell, stageCell } from './readCell.ts'
import { isOthersPart, unusedPart } from './othersPart.ts'
import { rowKeyReader, type RowKeys } from './rowKeys.ts'
import type { Coordinates, SheetScope } from './sheetScope.ts'
import { columnSums, type ColumnSums } from './columnSums.ts'
import { restsOnUnit, soundsLikeUnit, switchSheetUnit } from './switchSheetUnit.ts'

export interface Extracted {
  readings: StagedReading[]
  adjustments: SheetAnalysis['adjustments']
  skippedRows: SheetAnalysis['skippedRows']
  /** Where another table begins, and its header row; null when this one reaches to the end of the sheet. */
  next: NextTable | null
}

export interface NextTable {
  first: number
  header: number
  /** The unit that the rows above belonged to, and that a table without one of its own belongs to as well. */
  unit: string | null
}

interface Work extends Extracted {
  byAddress: Map<string, StagedReading>
}

/**
 * Reads the body of every layout but the ledger. Where a value belongs is joined from its column's role, the names at the
 * side of its row, and what is known of the sheet as a whole; so one walk serves all of them.
 */
export function extractValues(scope: SheetScope): Extracted {
  const result: Work = { readings: [], adjustments: [], skippedRows: [], next: null, byAddress: new Map() }
  const values = scope.columns.filter((column) => column.role.role === 'value')
  const rows = rowScope(scope, values)
  const sums = columnSums(scope)
  let keys = rowKeyReader(scope)
  let current = scope
  let lastUsed = scope.header.last
  for (const row of scope.grid.rows) {
    if (row <= scope.header.last) continue
    const kind = rowKind(row, rows)
    if (kind.kind === 'NEXT_TABLE') {
      result.next = { first: lastUsed + 1, header: row, unit: current.sheetUnit }
      break
    }
    if (kind.kind === 'DATA' || kind.kind === 'TOTAL') lastUsed = row
    if (kind.kind === 'SKIP') result.skippedRows.push({ row, reason: kind.reason })
    else if (kind.kind === 'UNIT_LINE') {
      result.skippedRows.push({ row, reason: `「${kind.pair.key}」行` })
      current = switchSheetUnit(current, kind.pair.value, kind.cell)
      keys = rowKeyReader(current)
    } else if (kind.kind === 'TOTAL') {
      result.skippedRows.push({ row, reason: `${kind.label}行，不是单位的数` })
      compareTotals(row, kind, values, sums, current)
    } else {
      const reason = readRow(row, values, keys, sums, current, result)
      if (reason) result.skippedRows.push({ row, reason })
    }
  }
  const { readings, adjustments, skippedRows, next } = result
  return {
    readings,
    adjustments,
    next,
    skippedRows: skippedRows.filter(({ row }) => row < (next?.first ?? Infinity))
  }
}

function rowScope(scope: SheetScope, values: readonly PlannedColumn[]): RowScope {
  const { units, indicators } = scope.context
  return {
    grid: scope.grid,
    header: scope.header,
    valueColumns: new Set(values.map((column) => column.col)),
    known: (text) =>
      units.match(text).status !== 'UNKNOWN' ||
      indicators.match(text).status !== 'UNKNOWN' ||
      raterLabel([text]) !== null ||
      scope.context.parts.hits(text).length > 0,
    isUnit: restsOnUnit(scope) && scope.sheetUnit === null ? (text) => soundsLikeUnit(text, scope) : null,
    headerTexts: headerTexts(scope.grid, scope.header)
  }
}

/** Stages the values of one row; returns why when the row as a whole is left out. */
function readRow(
  row: number,
  values: readonly PlannedColumn[],
  reader: ReturnType<typeof rowKeyReader>,
  sums: ColumnSums,
  scope: SheetScope,
  result: Work
): string | null {
  const byBlock = new Map<number, RowKeys>()
  const outcomes = new Set<Located['left']>()
  const orphans: RawCell[] = []
  for (const column of values) {
    const keys = byBlock.get(column.block) ?? reader.read(row, column.block)
    byBlock.set(column.block, keys)
    if (keys.other) return otherRow(row, keys.other, values, scope)
    const target = locate(column, keys, scope)
    const cell = scope.grid.own(row, column.col) ?? sharedWord(row, column, scope)
    const definition =
      target.indicator === null ? null : (scope.context.indicatorOf.get(target.indicator) ?? null)
    const rater = target.left === null ? target.at.rater : null
    const stated = keys.measure ?? column.unitText
    const parsed = parseCell(cell, definition, target.field, stated, scope, rater)
    if (!isColumnOfRow(row, column, definition, scope)) {
      outcomes.add(null)
      continue
    }
    if (cell) sums.add(column, target.indicator, cell, parsed)
    if (target.left !== null) {
      if (cell && target.problem) scope.sink.add(cell, target.problem)
      if (cell || target.left !== 'NONE') outcomes.add(target.left)
      if (cell && target.left === 'NONE') orphans.push(cell)
      continue
    }
    outcomes.add(null)
    if (cell === null && isShadow(row, column, target.at, scope, result)) continue
    const staged = stageCell({ row, col: column.col, cell }, parsed, target.at, scope)
    if (staged) {
      result.readings.push(staged)
      result.byAddress.set(staged.address, staged)
      if (cell && definition) checkSpan(cell, column, target.at, definition, scope)
    }
  }
  sums.endRow(row)
  if (outcomes.has(null) || outcomes.has('BAD') || outcomes.has('UNUSED')) return null
  if (outcomes.has('SKIP')) return '经办人选择不导入'
  if (values.length === 0) return '表头里没有认出要导入的列'
  if (orphans.length === 0) return '没有单位或指标，也没有数'
  reportOrphans(orphans, byBlock, scope)
  return null
}

/** A row of rates or differences beside its 目标 and 完成; a word that nobody knows is told. */
function otherRow(row: number, word: RawCell, values: readonly PlannedColumn[], scope: SheetScope): string {
  const text = tidy(word.value)
  const filled = values.some((column) => scope.grid.own(row, column.col) !== null)
  if (filled && keywordsOf(word.value).size === 0) {
    scope.sink.add(word, {
      code: 'UNKNOWN_ROW',
      level: 'confirm',
      message: `「${text}」这一行看不出是目标还是完成，里面的数没有导入。`,
      suggestion: '如果要用，请在原表改成「目标」或「完成」后重新导入。',
      group: `UNKNOWN_ROW:${text}`
    })
  }
  return `「${text}」行，不是目标也不是完成`
}

/** 「未报」 merged over several cells speaks for each of them; a number does not. */
function sharedWord(row: number, column: PlannedColumn, scope: SheetScope): RawCell | null {
  const cell = scope.grid.at(row, column.col)
  if (cell?.kind !== 'text') return null
  const meaning = emptyWordMeaning(cell.value, scope.context.emptyWords)
  return meaning === 'NA' || meaning === 'MISSING' ? cell : null
}

type Located =
  | { left: null; at: Coordinates; indicator: string; field: Coordinates['field'] }
  | {
      left: 'SKIP' | 'BAD' | 'NONE' | 'UNUSED'
      indicator: string | null
      field: Coordinates['field']
      problem?: Reported
    }

/** Joins column, row and sheet. `left` says why the cell belongs nowhere. */
function locate(column: PlannedColumn, keys: RowKeys, scope: SheetScope): Located {
  if (column.role.role !== 'value') throw new RangeError('not a value column')
  const role = column.role
  const unit = pick(role.unit, keys.unit, scope.sheetUnit)
  const indicator = pick(role.indicator, keys.indicator, scope.sheetIndicator)
  const definition = indicator.state === 'FOUND' ? scope.context.indicatorOf.get(indicator.code) : undefined
  const field =
    role.field === 'rating'
      ? 'rating'
      : (keys.field ?? (column.explicitField || !definition ? role.field : defaultField(definition)))
  if (unit.state === 'FOUND' && indicator.state === 'FOUND' && definition) {
    // On one rater's own sheet the 得分 is that rater's mark.
    const marked = field === 'score' && scope.sheetRater !== null && definition.fields.includes('rating')
    const read = marked ? 'rating' : field
    const named = [role.rater, keys.rater, scope.sheetRater, { group: scope.sheetGroup ?? '', name: '' }]
    if (read === 'rating' && isOthersPart(column, definition, scope))
      return {
        left: 'UNUSED',
        indicator: indicator.code,
        field: read,
        problem: unusedPart(column, definition)
      }
    const settled = read === 'rating' ? settleRater(definition, named, scope.context.parts) : null
    if (settled?.problem)
      return { left: 'BAD', indicator: indicator.code, field: read, problem: settled.problem }
    return {
      left: null,
      at: { unit: unit.code, indicator: indicator.code, field: read, rater: settled?.rater ?? null },
      indicator: indicator.code,
      field: read
    }
  }
  const states = [unit.state, indicator.state]
  const left = states.includes('SKIP') ? 'SKIP' : states.includes('BAD') ? 'BAD' : 'NONE'
  return { left, indicator: indicator.state === 'FOUND' ? indicator.code : null, field }
}

function pick(column: string | null, row: RowKeys['unit'], sheet: string | null): RowKeys['unit'] {
  if (column !== null) return { state: 'FOUND', code: column }
  if (row.state !== 'NONE') return row
  return sheet === null ? row : { state: 'FOUND', code: sheet }
}

/**
 * A value merged over several rows or columns: where all belong to the same thing it counts once, at its anchor; where
 * they differ nobody can know whether they share it.
 */
function isShadow(
  row: number,
  column: PlannedColumn,
  at: Coordinates,
  scope: SheetScope,
  result: Work
): boolean {
  const merge = scope.grid.mergeAt(row, column.col)
  if (!merge || (merge.top === row && merge.left === column.col)) return false
  const address = cellAddress(row, column.col)
  if (Object.hasOwn(scope.context.fixes.cells, `${scope.sheet}!${address}`)) return false
  const anchor = scope.grid.own(merge.top, merge.left)
  if (!anchor) return false
  const counted = result.byAddress.get(anchor.address)
  const same = counted?.unit === at.unit && counted.indicator === at.indicator && counted.field === at.field
  if (!same) {
    scope.sink.add(
      { address, value: anchor.value },
      {
        code: 'MERGED_VALUE',
        level: 'error',
        message: `这一格与 ${anchor.address} 合并，看不出「${anchor.value}」是不是共用的数。`,
        suggestion: '请分别填入数值，或标不适用。',
        group: `MERGED_VALUE:${scope.sheet}!${anchor.address}`
      }
    )
  }
  return true
}

/** Numbers beside an empty name. Where the sheet as a whole lacks its unit or indicator, that has been told once. */
function reportOrphans(
  cells: readonly RawCell[],
  byBlock: ReadonlyMap<number, RowKeys>,
  scope: SheetScope
): void {
  const keys = [...byBlock.values()]
  const lacks = (role: 'unit' | 'indicator'): boolean =>
    scope.columns.some((column) => column.role.role === role) &&
    keys.some((key) => key[role].state === 'NONE')
  if (!lacks('unit') && !lacks('indicator')) return
  for (const cell of cells) {
    if (scope.context.fixes.cells[`${scope.sheet}!${cell.address}`]?.as === 'SKIP') continue
    scope.sink.add(cell, {
      code: 'NO_KEY',
      level: 'error',
      message: `第 ${cell.row + 1} 行有数，但没有写${lacks('unit') ? '单位' : '指标'}。`,
      suggestion: '请在原表补上后重新导入，或不导入这一行的数。',
      group: `NO_KEY:${scope.sheet}!${cell.row + 1}`
    })
  }
}
