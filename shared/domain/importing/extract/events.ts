import { canonical, dec } from '../../number/decimal.ts'
import type { CataloguePart } from '../catalogue.ts'
import { checkPart } from '../table/checkPart.ts'
import { groupedBy } from '../../groupedBy.ts'
import type { StagedReading } from '../importPlan.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { headerTexts, rowKind, type RowScope } from '../header/rowKind.ts'
import { settleRater } from '../columns/settleRater.ts'
import { countOf } from './eventCount.ts'
import { hitOf, saysNone } from './eventItem.ts'
import { rowKeyReader } from './rowKeys.ts'
import type { SheetScope } from './sheetScope.ts'
import type { Extracted } from './values.ts'

/** One event row: how often, or for how many points, an item happened to a unit. */
interface Event {
  unit: string
  indicator: string
  part: CataloguePart
  group: string
  cell: RawCell
  value: string
}

/** Rows name the items; otherwise the sheet is a matrix of counts, read like any other. */
export function isEventList({ layout, columns }: SheetScope): boolean {
  return layout === 'EVENTS' && columns.some(({ role }) => role.role === 'adjustmentClass')
}

/**
 * Reads a list of events (单位 | 扣分事项 | 次数 | 扣分). A rule wants one number an item, so the events of a unit and item are
 * added; the reading stands at the first of them and names the others.
 */
export function extractEvents(scope: SheetScope): Extracted {
  const result: Extracted = { readings: [], adjustments: [], skippedRows: [], next: null }
  const numbers = scope.columns.filter(({ role }) => role.role === 'value' || role.role === 'points')
  const rows: RowScope = {
    grid: scope.grid,
    header: scope.header,
    valueColumns: new Set(numbers.map(({ col }) => col)),
    known: (text) =>
      scope.context.units.match(text).status !== 'UNKNOWN' || scope.context.parts.hits(text).length > 0,
    isUnit: null,
    headerTexts: headerTexts(scope.grid, scope.header)
  }
  const keys = rowKeyReader(scope)
  const events: Event[] = []
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
    const reason = readEvent(row, keys, scope, events)
    if (reason) result.skippedRows.push({ row, reason })
  }
  return { ...result, readings: added(events, scope) }
}

function readEvent(
  row: number,
  reader: ReturnType<typeof rowKeyReader>,
  scope: SheetScope,
  events: Event[]
): string | null {
  const item = cellOf('adjustmentClass', row, scope)
  const keys = reader.read(row, 0)
  if (keys.unit.state === 'SKIP') return '经办人选择不导入'
  if (keys.unit.state === 'BAD') return null
  const unit = keys.unit.state === 'FOUND' ? keys.unit.code : scope.sheetUnit
  const cells = [item, cellOf('value', row, scope), cellOf('points', row, scope)]
  const spot = cells.find((cell) => cell !== null)
  if (!spot) return '没有扣分事项，也没有数'
  const isLeft = (cell: RawCell | null): boolean =>
    cell !== null && scope.context.fixes.cells[`${scope.sheet}!${cell.address}`]?.as === 'SKIP'
  if (cells.some(isLeft)) return '经办人选择不导入'
  if (
    item !== null &&
    saysNone(item, scope) &&
    cells.slice(1).every((cell) => cell === null || saysNone(cell, scope))
  )
    return '写明没有扣分'
  if (unit === null) {
    report(
      spot,
      scope,
      'NO_KEY',
      `第 ${row + 1} 行有扣分事项，但没有写单位。`,
      '请在原表补上后重新导入，或不导入这一格。'
    )
    return null
  }
  const hit = item === null ? null : hitOf(item, unit, scope)
  if (hit === null) {
    if (item === null)
      report(
        spot,
        scope,
        'NO_KEY',
        `第 ${row + 1} 行有数，但没有写扣分事项。`,
        '请在原表补上后重新导入，或不导入这一格。'
      )
    return null
  }
  const indicator = scope.context.indicatorOf.get(hit.indicator)!
  const settled = settleRater(
    indicator,
    [{ group: '', name: hit.part.name }, keys.rater],
    scope.context.parts
  )
  if (settled.problem) {
    scope.sink.add(cellOf('rater', row, scope) ?? item, settled.problem)
    return null
  }
  const number = countOf(hit.part, spot, cells[1] ?? null, cells[2] ?? null, scope)
  if (number === null) return null
  if (number.isNone) return '次数或扣分是 0，没有扣分'
  events.push({
    unit,
    indicator: hit.indicator,
    part: hit.part,
    group: settled.rater?.group ?? '',
    cell: number.cell,
    value: number.value
  })
  return null
}

function report(cell: RawCell, scope: SheetScope, code: string, message: string, suggestion: string): void {
  scope.sink.add(cell, { code, level: 'error', message, suggestion })
}

function cellOf(role: string, row: number, scope: SheetScope): RawCell | null {
  const column = scope.columns.find((candidate) => candidate.role.role === role)
  return column ? scope.grid.at(row, column.col) : null
}

/** One reading a unit, item and circumstance. */
function added(events: readonly Event[], scope: SheetScope): StagedReading[] {
  const groups = groupedBy(events, ({ unit, indicator, group, part }) =>
    JSON.stringify([unit, indicator, group, part.name])
  )
  return [...groups.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const value = canonical(own.reduce((total, event) => total.plus(dec(event.value)), dec('0')))
    const wrong = checkPart(value, first.part)
    if (wrong) {
      scope.sink.add(first.cell, wrong)
      return []
    }
    const places = own.map(({ cell }) => cell.address).join('、')
    return {
      kind: 'reading' as const,
      sheet: scope.sheet,
      address: first.cell.address,
      row: first.cell.row,
      col: first.cell.col,
      raw: first.cell.value,
      unit: first.unit,
      indicator: first.indicator,
      field: 'rating' as const,
      rater: { group: first.group, name: first.part.name },
      state: 'VALUE' as const,
      value,
      note: own.length === 1 ? null : `${own.length} 条记录合计：${places}`
    }
  })
}
