import { quarterOf, periodDays } from '../../period/periodKey.ts'
import type { StagedAdjustment } from '../importPlan.ts'
import { parseDateCell } from '../values/parseDate.ts'
import { raterLabel } from '../names/raterLabel.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { headerTexts, rowKind, type RowScope } from '../header/rowKind.ts'
import { isBlank } from '../grid/sheetGrid.ts'
import { tidy } from '../names/normaliseLabel.ts'
import { classOf } from './adjustmentClass.ts'
import { readPoints, type Points } from './readPoints.ts'
import { rowKeyReader } from './rowKeys.ts'
import type { SheetScope } from './sheetScope.ts'
import type { Extracted } from './values.ts'

/** Reads a 加减分台账: one event a row, two when both 加分 and 减分 are filled. */
export function extractAdjustments(scope: SheetScope): Extracted {
  const result: Extracted = { readings: [], adjustments: [], skippedRows: [], next: null }
  const pointColumns = scope.columns.filter((column) => column.role.role === 'points')
  const rows: RowScope = {
    grid: scope.grid,
    header: scope.header,
    valueColumns: new Set(pointColumns.map((column) => column.col)),
    known: (text) => scope.context.units.match(text).status !== 'UNKNOWN' || raterLabel([text]) !== null,
    isUnit: null,
    headerTexts: headerTexts(scope.grid, scope.header)
  }
  const keys = rowKeyReader(scope)
  for (const row of scope.grid.rows) {
    if (row <= scope.header.last) continue
    const kind = rowKind(row, rows)
    if (kind.kind === 'NEXT_TABLE') {
      result.next = { first: row, header: row, unit: scope.sheetUnit }
      break
    }
    if (kind.kind !== 'DATA') {
      result.skippedRows.push({ row, reason: kind.kind === 'SKIP' ? kind.reason : '合计或填报行' })
      continue
    }
    const reason = readEvent(
      row,
      pointColumns.map((column) => column.col),
      keys,
      scope,
      result.adjustments
    )
    if (reason) result.skippedRows.push({ row, reason })
  }
  return { ...result, adjustments: withoutRepeats(result.adjustments, scope) }
}

function readEvent(
  row: number,
  pointColumns: readonly number[],
  keys: ReturnType<typeof rowKeyReader>,
  scope: SheetScope,
  adjustments: StagedAdjustment[]
): string | null {
  const named = keys.read(row, 0).unit
  const unit =
    named.state === 'NONE' && scope.sheetUnit !== null
      ? { state: 'FOUND' as const, code: scope.sheetUnit }
      : named
  if (unit.state === 'SKIP') return '经办人选择不导入'
  if (unit.state === 'BAD') return null
  const cells = pointColumns
    .map((col) => scope.grid.own(row, col))
    .filter((cell): cell is RawCell => !isBlank(cell))
  const points = cells
    .map((cell) => readPoints(cell, signOf(cell.col, scope), scope))
    .filter((one) => one !== null)
  if (cells.length === 0) return noPoints(row, scope)
  const counted = points.filter((one) => one.kind === 'POINTS')
  if (unit.state === 'NONE' && counted.length === 0) return '没有加减分'
  if (unit.state === 'NONE') {
    scope.sink.add(counted[0]!.cell, {
      code: 'NO_KEY',
      level: 'error',
      message: `第 ${row + 1} 行有分，但没有写单位。`,
      suggestion: '请在原表补上后重新导入，或不导入这一格。'
    })
    return null
  }
  for (const one of counted) {
    const staged = stageEvent(row, unit.code, one, scope)
    if (staged) adjustments.push(staged)
  }
  return counted.length === 0 && points.length === cells.length ? '没有加减分' : null
}

function signOf(col: number, scope: SheetScope): 'BONUS' | 'DEDUCTION' | 'SIGNED' {
  const role = scope.columns.find((column) => column.col === col)?.role
  return role?.role === 'points' ? role.sign : 'SIGNED'
}

function noPoints(row: number, scope: SheetScope): string | null {
  const reason = cellOf('reason', row, scope) ?? cellOf('adjustmentClass', row, scope)
  if (!reason) return '没有事由，也没有分'
  if (scope.context.fixes.cells[`${scope.sheet}!${reason.address}`]?.as === 'SKIP') return '经办人选择不导入'
  scope.sink.add(reason, {
    code: 'NO_POINTS',
    level: 'error',
    message: `第 ${row + 1} 行写了事由，没有写加减多少分。`,
    suggestion: '请在原表补上分值后重新导入，或不导入这一行。'
  })
  return null
}

function stageEvent(
  row: number,
  unit: string,
  points: Extract<Points, { kind: 'POINTS' }>,
  scope: SheetScope
): StagedAdjustment | null {
  const classCode = classOf(cellOf('adjustmentClass', row, scope), points, scope)
  if (classCode === null) return null
  const reason = textOf('reason', row, scope)
  if (reason === null) {
    scope.sink.add(points.cell, {
      code: 'NO_REASON',
      level: 'confirm',
      message: `第 ${row + 1} 行没有写事由。`,
      suggestion: '建议补上事由，公示时要用。',
      group: `NO_REASON:${scope.sheet}`
    })
  }
  return {
    kind: 'adjustment',
    sheet: scope.sheet,
    address: points.cell.address,
    row,
    col: points.cell.col,
    raw: points.cell.value,
    unit,
    classCode,
    date: dateOf(row, scope),
    points: points.points,
    reason: reason ?? '',
    evidence: textOf('evidence', row, scope),
    approver: textOf('approver', row, scope)
  }
}

function cellOf(role: string, row: number, scope: SheetScope): RawCell | null {
  const column = scope.columns.find((candidate) => candidate.role.role === role)
  return column ? scope.grid.at(row, column.col) : null
}

function textOf(role: string, row: number, scope: SheetScope): string | null {
  const cell = cellOf(role, row, scope)
  return cell ? tidy(cell.kind === 'text' ? cell.value : cell.shown) : null
}

function dateOf(row: number, scope: SheetScope): string | null {
  const cell = cellOf('date', row, scope)
  if (!cell) return null
  const { period } = scope.context.catalogue
  const date = parseDateCell(cell, quarterOf(period).year)
  if (date === null) {
    scope.sink.add(cell, {
      code: 'BAD_DATE',
      level: 'confirm',
      message: `「${tidy(cell.value)}」读不成日期，按没有日期导入。`,
      suggestion: '请写成 2026-07-15 的样子。',
      group: `BAD_DATE:${scope.sheet}`
    })
    return null
  }
  const days = periodDays(period)
  if (date < days.first || date > days.last) {
    scope.sink.add(cell, {
      code: 'DATE_OUTSIDE_PERIOD',
      level: 'confirm',
      message: `${date} 不在正在导入的季度（${days.first} 至 ${days.last}）里，仍按本季度导入。`,
      suggestion: '不是本季度的事请不要导入。',
      group: `DATE_OUTSIDE_PERIOD:${scope.sheet}`
    })
  }
  return date
}

/** The same event twice changes a score whichever way it is taken, so the second waits until the clerk says. */
function withoutRepeats(adjustments: readonly StagedAdjustment[], scope: SheetScope): StagedAdjustment[] {
  const seen = new Map<string, StagedAdjustment>()
  return adjustments.filter((entry) => {
    const key = JSON.stringify([entry.unit, entry.classCode, entry.date, entry.points, entry.reason])
    const first = seen.get(key)
    if (!first) seen.set(key, entry)
    if (!first || scope.context.fixes.cells[`${entry.sheet}!${entry.address}`]?.as === 'CONFIRMED')
      return true
    scope.sink.add(
      { address: entry.address, value: entry.raw },
      {
        code: 'DUPLICATE_ADJUSTMENT',
        level: 'error',
        message: `与 ${first.address} 是同一件事：${entry.reason}，${entry.points} 分。`,
        suggestion: '重复的请不导入这一格；确实是两次的请确认。'
      }
    )
    return false
  })
}
