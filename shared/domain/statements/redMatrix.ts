import type { PeriodKey } from '../period/periodKey.ts'
import type { ResultSet } from '../ranking/resultSet.ts'
import { itemStatus } from '../report/lists/itemStatus.ts'
import type { ProgressRules } from '../scheme/progressRules.ts'

/**
 * 红 = on or above target, and good (city group: 指标全年红, 任务全线红). RED all that were counted; PARTLY some; NOT none;
 * MISSING nobody handed anything in; NONE does not apply or the quarter is not on record.
 */
export type RedState = 'RED' | 'PARTLY' | 'NOT' | 'MISSING' | 'NONE'

export interface RedCell {
  period: PeriodKey
  state: RedState
  /** Units on or above target, out of those that the indicator applied to. */
  met: number
  of: number
}

export interface RedRow {
  dimension: string
  dimensionName: string
  indicator: string
  name: string
  cells: readonly RedCell[]
  /** Quarters in which everybody was on or above target, of those that are on record. */
  red: number
  counted: number
  /** 指标全年红: red in every quarter of the year, and all of them on record. */
  allYear: boolean
}

export interface RedMatrix {
  periods: readonly { period: PeriodKey; preview: boolean }[]
  rows: readonly RedRow[]
  /** 任务全线红 by quarter: every indicator red. */
  allRed: readonly { period: PeriodKey; red: number; of: number; all: boolean }[]
}

/**
 * Which indicators stood red in which quarter of a year, over all units or for one. `quarters` in order; `whole` says that
 * they are the year's four, without which nothing is 全年红.
 */
export function redMatrix(
  quarters: readonly { results: ResultSet; preview: boolean; rules: ProgressRules }[],
  { unit, whole }: { unit: string | null; whole: boolean }
): RedMatrix {
  const heads = new Map<string, Pick<RedRow, 'dimension' | 'dimensionName' | 'indicator' | 'name'>>()
  const cells = new Map<string, RedCell>()
  for (const { results, rules } of quarters) {
    for (const item of itemsOf(results, unit)) {
      heads.set(item.indicator, item)
      const key = `${item.indicator} ${results.period}`
      const cell = cells.get(key) ?? { period: results.period, state: 'NONE', met: 0, of: 0 }
      const status = itemStatus(item.result, rules)
      if (status !== 'NA' && status !== null) {
        cell.of += 1
        if (status === 'MET') cell.met += 1
        else if (status === 'MISSING' && cell.state === 'NONE') cell.state = 'MISSING'
        if (status !== 'MISSING') cell.state = 'NOT'
      }
      cells.set(key, cell)
    }
  }
  const rows = [...heads.values()].map((head): RedRow => {
    const own = quarters.map(({ results: { period } }) =>
      settled(cells.get(`${head.indicator} ${period}`) ?? { period, state: 'NONE', met: 0, of: 0 })
    )
    const counted = own.filter(({ state }) => state !== 'NONE')
    const red = counted.filter(({ state }) => state === 'RED')
    return {
      ...head,
      cells: own,
      red: red.length,
      counted: counted.length,
      allYear: whole && own.length > 0 && red.length === own.length
    }
  })
  return {
    periods: quarters.map(({ results, preview }) => ({ period: results.period, preview })),
    rows,
    allRed: quarters.map(({ results: { period } }, index) => {
      const counted = rows.map((row) => row.cells[index]!).filter(({ state }) => state !== 'NONE')
      const red = counted.filter(({ state }) => state === 'RED').length
      return { period, red, of: counted.length, all: counted.length > 0 && red === counted.length }
    })
  }
}

function settled(cell: RedCell): RedCell {
  if (cell.of === 0 || cell.state === 'MISSING') return cell
  return { ...cell, state: cell.met === cell.of ? 'RED' : cell.met === 0 ? 'NOT' : 'PARTLY' }
}

function itemsOf(results: ResultSet, unit: string | null) {
  return results.races.flatMap((race) =>
    race.groups.flatMap((group) =>
      group.units
        .filter((entry) => unit === null || entry.unit === unit)
        .flatMap((entry) =>
          entry.dimensions.flatMap((dimension) =>
            dimension.indicators.map((result) => ({
              dimension: dimension.dimension,
              dimensionName: dimension.name,
              indicator: result.indicator,
              name: result.name,
              result
            }))
          )
        )
    )
  )
}
