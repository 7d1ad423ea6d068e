import type { HeaderRows } from '../header/composeHeader.ts'
import { findHeader, headerAround } from '../header/findHeader.ts'
import { isListOf } from '../columns/keyColumns.ts'
import { readColumns, type ColumnReading } from '../header/readColumns.ts'
import type { ImportContext } from '../importContext.ts'
import type { ColumnPlan, ImportFixes } from '../importPlan.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'
import { quarterOf } from '../../period/periodKey.ts'
import { itemHead, readItemHead } from './itemHeads.ts'
import type { ItemColumn } from './stagedItem.ts'

type SheetFix = ImportFixes['sheets'][string]

/** A column of a register with what reading its cells needs. */
export interface ItemPlan extends ColumnPlan {
  field: ItemColumn | null
  month: string | null
  isCumulative: boolean
  /** Address of the deepest label. */
  headAddress: string
}

const SEARCHED_ROWS = 25

/** The row that holds most heads of a register, grown over its merges; null where no row holds a title and two others. */
export function findRegisterHeader(grid: SheetGrid, after = -1): HeaderRows | null {
  let best: { row: number; count: number } | null = null
  for (const row of grid.rows) {
    if (row <= after) continue
    if (row > after + 1 + SEARCHED_ROWS) break
    const cells = grid.rowCells(row)
    if (cells.some((cell) => cell.kind !== 'text')) continue
    const fields = new Set(cells.map((cell) => itemHead(cell.value)).filter((field) => field !== null))
    const isHead = fields.size >= 3 || (fields.size === 2 && cells.length <= 3)
    if (isHead && fields.size > (best?.count ?? 0)) best = { row, count: fields.size }
  }
  return best === null ? null : headerAround(grid, best.row)
}

/** Heads that only a register has; two of them, or one beside 责任单位, make one. */
const TELLING: ReadonlySet<ItemColumn> = new Set([
  ...(['due', 'measures', 'person', 'leader', 'rankTarget', 'partners', 'progress', 'cumulative'] as const),
  ...(['state', 'note', 'closeOut', 'closeNumber', 'closeDate', 'plan', 'yearPlan', 'investment'] as const),
  ...(['class', 'tags', 'channel', 'origin', 'number'] as const)
])

/** Points, marks and raters: such a sheet scores, whatever else it tells. */
const SCORING = ['self', 'score', 'bonus', 'deduction', 'weight', 'rater', 'method'] as const

export function readRegisterColumns(
  grid: SheetGrid,
  header: HeaderRows,
  context: ImportContext,
  fix: SheetFix | undefined
): { readings: ColumnReading[]; plans: ItemPlan[] } {
  const readings = readColumns(grid, header, context)
  const { year } = quarterOf(context.catalogue.period)
  const taken = new Set<ItemColumn>()
  const plans = readings.map((column): ItemPlan => {
    const clerk = fix?.columns?.[column.letter]
    const head = clerk === undefined ? settled(column, readItemHead(column, year), taken) : null
    const base = {
      ...{ col: column.col, letter: column.letter, path: column.path, unitText: column.unitText },
      headAddress: column.addresses.at(-1) ?? `${column.letter}1`
    }
    if (clerk !== undefined) {
      const own = clerk.role === 'item' ? clerk : null
      const field = own?.field ?? null
      return { ...base, role: clerk, by: 'clerk', field, month: own?.month ?? null, isCumulative: false }
    }
    if (head !== null) taken.add(head.field)
    const field = head?.field ?? 'extra'
    const month = head?.month ?? null
    return {
      ...base,
      role: { role: 'item', field, month },
      by: head === null ? 'none' : 'keyword',
      field,
      month,
      isCumulative: head?.isCumulative ?? false
    }
  })
  return { readings, plans }
}

/** Columns of which a register has one; a second head of the kind is what it says in the second place. */
const SECOND: Partial<Record<ItemColumn, ItemColumn>> = {
  title: 'content',
  content: 'content',
  owner: 'extra',
  state: 'extra',
  due: 'extra',
  class: 'class',
  measures: 'measures'
}

function settled(
  column: ColumnReading,
  head: ReturnType<typeof readItemHead>,
  taken: ReadonlySet<ItemColumn>
): ReturnType<typeof readItemHead> {
  if (head === null) return null
  const { facts } = column
  // 单位 over 万元, 个 is a measure.
  if (head.field === 'owner' && facts.measures > facts.units) return { ...head, field: 'measure' }
  // 形象进度 in words tells; in numbers it is a percent.
  if (head.field === 'rate' && facts.prose > facts.numeric) return { ...head, field: 'progress' }
  if (head.field === 'amount' && facts.texts > facts.numeric) return { ...head, field: 'progress' }
  if (!taken.has(head.field)) return head
  const second = SECOND[head.field]
  return second === undefined ? head : { ...head, field: second }
}

/** Whether the columns make a register rather than a sheet of scores or numbers. */
export function isRegister(readings: readonly ColumnReading[], plans: readonly ItemPlan[]): boolean {
  const at = (field: ItemColumn): number => plans.findIndex((plan) => plan.field === field)
  const title = at('title')
  if (title < 0) return false
  const scores = readings.some(
    (column) =>
      column.rater !== null ||
      column.unit !== null ||
      column.indicator !== null ||
      SCORING.some((word) => column.keywords.has(word) && plans[readings.indexOf(column)]?.field === 'extra')
  )
  if (scores) return false
  // Rows that are indicators of the scheme are a list of numbers, whatever stands beside them.
  const { facts } = readings[title]!
  if (facts.texts <= facts.numeric || isListOf(facts, facts.indicators)) return false
  if (readings.some((column, index) => index !== title && namesIndicators(column, plans[index]!)))
    return false
  const telling = new Set(plans.flatMap(({ field }) => (field !== null && TELLING.has(field) ? [field] : [])))
  if (telling.has('progress') && !hasWords(readings, at('progress'))) telling.delete('progress')
  return telling.size >= 2 || (telling.size === 1 && at('owner') >= 0 && !telling.has('number'))
}

/** A column of 考核指标 beside the title; 对应指标 of an item, and what is told at length, are none. */
function namesIndicators({ facts, keywords }: ColumnReading, { field }: ItemPlan): boolean {
  if (field === 'indicator') return false
  return isListOf(facts, facts.indicators) || (keywords.has('indicator') && facts.prose * 2 <= facts.filled)
}

/** 完成情况 full of numbers is a value, not what was done. */
function hasWords(readings: readonly ColumnReading[], at: number): boolean {
  const facts = readings[at]?.facts
  return facts !== undefined && (facts.filled === 0 || facts.texts * 2 > facts.filled)
}

/** Header for a sheet that the clerk calls a register, whatever it looks like. */
export function anyHeader(grid: SheetGrid, context: ImportContext): HeaderRows | null {
  return findRegisterHeader(grid) ?? findHeader(grid, context.known)
}
