import { dec, sum } from '../../number/decimal.ts'
import type { SheetScope } from '../extract/sheetScope.ts'
import { parseCell } from '../extract/readCell.ts'
import { groupedBy } from '../../groupedBy.ts'
import type { StagedReading } from '../importPlan.ts'
import { nameKey } from '../names/normaliseLabel.ts'
import type { PlannedColumn } from '../columns/plannedColumn.ts'

const VALID = /^有效(?:测评)?(?:票数?|表数?|问卷数?|份数)?$/
const RETURNED = /^(?:收回|回收|实收)(?:测评)?(?:票数?|表数?|问卷数?|份数)?$/

/**
 * The votes of a row against the papers that the sheet counts beside them: all valid ones were cast for something, and no more
 * were cast than came back. Told, because only the clerk can know which number is wrong.
 */
export function checkPapers(readings: readonly StagedReading[], scope: SheetScope): void {
  if (scope.layout !== 'BALLOTS') return
  const counts = scope.columns.filter(({ path, role }) => role.role === 'ignore' && isPapers(path))
  if (counts.length === 0) return
  for (const [, own] of groupedBy(readings, ({ row }) => String(row))) {
    for (const column of counts) checkRow(own, column, scope)
  }
}

function isPapers(path: readonly string[]): boolean {
  const key = nameKey(path.at(-1) ?? '')
  return VALID.test(key) || RETURNED.test(key)
}

function checkRow(own: readonly StagedReading[], column: PlannedColumn, scope: SheetScope): void {
  const head = column.path.slice(0, -1).join('/')
  const alike = new Set(
    scope.columns.filter(({ path }) => path.slice(0, -1).join('/') === head).map(({ col }) => col)
  )
  const votes = own.filter(({ col, value }) => value !== null && alike.has(col))
  const cell = scope.grid.own(own[0]!.row, column.col)
  const stated = parseCell(cell, null, 'rating', null, scope)
  if (votes.length === 0 || cell === null || stated.kind !== 'NUMBER') return
  const invalid = new Set(votes.flatMap(({ indicator }) => invalidOf(indicator, scope)))
  const all = sum(votes.map(({ value }) => dec(value!)))
  const valid = sum(
    votes.filter(({ rater }) => !invalid.has(rater?.name ?? '')).map(({ value }) => dec(value!))
  )
  const papers = dec(stated.value)
  const label = column.path.at(-1)!
  const isValid = VALID.test(nameKey(label))
  if (isValid ? papers.eq(valid) || papers.eq(all) : papers.gte(all)) return
  scope.sink.add(cell, {
    code: 'VOTES_MISMATCH',
    level: 'confirm',
    message: `「${label}」是 ${stated.value}，这一行各选项的票合计 ${(isValid ? valid : all).toFixed()}，对不上。`,
    suggestion: '请核对票数。',
    group: `VOTES_MISMATCH:${scope.sheet}`
  })
}

function invalidOf(indicator: string, { context }: SheetScope): string[] {
  const parts = context.indicatorOf.get(indicator)?.parts?.parts ?? []
  return parts.filter(({ isInvalid }) => isInvalid === true).map(({ name }) => name)
}
