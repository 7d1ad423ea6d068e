import type { GroupResult, RaceResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'

/** Columns that the clerk can switch; 名次, 单位 and 总得分 always stand. Dimensions are `DIM:code`. */
export type ColumnCode =
  | 'BUMP'
  | 'BASE'
  | `DIM:${string}`
  | 'BONUS'
  | 'DEDUCTION'
  | 'PREVIOUS'
  | 'MOVEMENT'
  | 'GAP_FIRST'
  | 'GAP_MEAN'
  | 'GRADE'
  | 'REMARKS'

/** Windows narrower than this leave the column to the column menu. */
const NEEDS: Partial<Record<ColumnCode, number>> = { GAP_MEAN: 1500, REMARKS: 1100, PREVIOUS: 1100 }

export interface ColumnChoice {
  /** Kept in the settings. */
  hidden: ReadonlySet<string>
  /** Asked for although the window is narrow; until the page is left. */
  forced: ReadonlySet<string>
  windowWidth: number
}

export function allColumns(race: RaceResult): ColumnCode[] {
  return [
    'BUMP',
    'BASE',
    ...race.dimensions.map(({ code }): ColumnCode => `DIM:${code}`),
    'BONUS',
    'DEDUCTION',
    'PREVIOUS',
    'MOVEMENT',
    'GAP_FIRST',
    'GAP_MEAN',
    ...(race.grades.length === 0 ? [] : (['GRADE'] as const)),
    'REMARKS'
  ]
}

export function isShown(column: ColumnCode, choice: ColumnChoice): boolean {
  if (choice.hidden.has(column)) return false
  return choice.forced.has(column) || choice.windowWidth >= (NEEDS[column] ?? 0)
}

/** What to remember when the clerk ticks or unticks a column. */
export function toggled(column: ColumnCode, choice: ColumnChoice): { hidden: string[]; forced: Set<string> } {
  const show = !isShown(column, choice)
  const hidden = [...choice.hidden].filter((code) => code !== column)
  const forced = new Set(choice.forced)
  if (show) forced.add(column)
  else {
    forced.delete(column)
    hidden.push(column)
  }
  return { hidden, forced }
}

/** Rows of a group in blocks: ranked and blocked units run together, 单列 stand apart below. */
export function rowBlocks(group: GroupResult): { rows: UnitResult[]; listed: UnitResult[] } {
  const shown = group.units.filter((unit) => unit.rankMode !== 'EXCLUDED')
  return {
    rows: shown.filter((unit) => unit.rankMode === 'RANKED'),
    listed: shown.filter((unit) => unit.rankMode === 'LISTED_NOT_RANKED')
  }
}

/** Left out because the window is narrow, not because the clerk said so. */
export function needsWide(column: ColumnCode, choice: ColumnChoice): boolean {
  return !choice.hidden.has(column) && !choice.forced.has(column) && choice.windowWidth < (NEEDS[column] ?? 0)
}
