import type { CatalogueParts } from '../catalogue.ts'
import type { LayoutKind } from '../importPlan.ts'
import { isListOf, isUnitColumn } from '../columns/keyColumns.ts'
import { nameKey } from '../names/normaliseLabel.ts'
import type { ColumnReading } from '../header/readColumns.ts'

type PartKind = CatalogueParts['kind']

export interface PartHints {
  hasSheetUnit: boolean
  /** What the rule of the sheet's indicator reads, where title or sheet name give one. */
  sheetParts: PartKind | null
}

/** Columns whose texts are options, items or providers: the row then says which of the numbers it holds. */
export function isPartColumn({ facts, ...column }: ColumnReading): boolean {
  // 等次 says 优秀 as well, and names no option.
  if (
    column.keywords.has('serial') ||
    column.keywords.has('rank') ||
    column.indicator !== null ||
    column.parts.length > 0
  )
    return false
  const hits = Math.max(facts.votes, facts.events, facts.marks)
  return hits > facts.units && hits >= facts.indicators && isListOf(facts, hits)
}

const GROUP_HEAD = /^(?:评价|测评|评议|评分)(?:主体|人群|对象|群体|类别)$|^参评人员?(?:类别)?$|^票种$/

/** Evaluator groups, or circumstances of events, down the side. */
export function isPartGroupColumn(column: ColumnReading): boolean {
  const { facts, path } = column
  if (column.parts.length > 0 || column.indicator !== null || facts.units > facts.groups) return false
  return isListOf(facts, facts.groups) || (GROUP_HEAD.test(nameKey(path.at(-1) ?? '')) && facts.texts > 0)
}

const COUNT = /^(?:发生|扣分|违规|违纪|出现|累计)?(?:次数|起数|件数|频次)$/
/** How often an event of the row happened. */
export function isCountColumn({ path }: ColumnReading): boolean {
  return COUNT.test(nameKey(path.at(-1) ?? '').replace(/\((?:次|起|件)\)$/, ''))
}

const VOTES = /^(?:得票数?|票数|人数|得票情况|投票数)(?:\((?:票|人)\))?$/
/** The number of votes for the option of the row. */
export function isVoteColumn({ path }: ColumnReading): boolean {
  return VOTES.test(nameKey(path.at(-1) ?? ''))
}

/** Most columns that parts of one indicator head, of all indicators of a kind. */
function headsOf(columns: readonly ColumnReading[], kind: PartKind): number {
  const byIndicator = new Map<string, number>()
  for (const { parts } of columns) {
    for (const hit of parts) {
      if (hit.kind === kind && !hit.isSynonym)
        byIndicator.set(hit.indicator, (byIndicator.get(hit.indicator) ?? 0) + 1)
    }
  }
  return Math.max(0, ...byIndicator.values())
}

/** Layouts of rules that read several numbers of a unit: votes, events, marks of providers. Null where the sheet is none. */
export function partLayout(columns: readonly ColumnReading[], hints: PartHints): LayoutKind | null {
  const has = (test: (column: ColumnReading) => boolean): boolean => columns.some(test)
  const someUnit = hints.hasSheetUnit || has(isUnitColumn)
  const unitsAcross = has((column) => column.unit !== null && column.parts.length === 0)
  const down = columns.find(isPartColumn)
  if (headsOf(columns, 'VOTES') >= 2 && (someUnit || unitsAcross)) return 'BALLOTS'
  if (headsOf(columns, 'MARKS') >= 2 && has(isUnitColumn)) return 'RATER_MATRIX'
  if (headsOf(columns, 'EVENTS') >= 1 && has(isUnitColumn) && !isLedgerOf(columns, hints)) return 'EVENTS'
  if (down !== undefined && (unitsAcross || (someUnit && has(isVoteColumn)))) {
    if (down.facts.votes > 0) return 'BALLOTS'
    if (down.facts.events > 0 && unitsAcross) return 'EVENTS'
    if (down.facts.marks > 0 && unitsAcross) return 'RATER_MATRIX'
  }
  return someUnit && isLedgerOf(columns, hints) ? 'EVENTS' : null
}

/** 单位 | 扣分事项 | 次数 | 扣分: events of a 扣分制 indicator, and no 加减分台账, whose classes the rows then name. */
function isLedgerOf(columns: readonly ColumnReading[], { sheetParts }: PartHints): boolean {
  const points = columns.some(
    (column) => column.keywords.has('deduction') || column.keywords.has('signed') || isCountColumn(column)
  )
  const down = columns.find(isPartColumn)
  const named = down !== undefined && down.facts.events > 0 && down.facts.events > down.facts.classes
  const told = columns.some((column) => column.keywords.has('reason') || column.keywords.has('class'))
  return named || (sheetParts === 'EVENTS' && points && told)
}
