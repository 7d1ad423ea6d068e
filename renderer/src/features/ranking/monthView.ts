import { monthsOf, monthTitle } from '#shared/domain/period/spans.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { ResultsView } from '#shared/ipc/results.ts'
import type { TraceView } from '../unit/traceView.ts'

/** The month of the quarter that the address asks for; null for the quarter itself. */
export function monthAsked(text: string | null, period: PeriodKey): number | null {
  return monthsOf(period).find((month) => String(month) === text) ?? null
}

/** A month's preview in the quarter's place: never stale, because it is computed each time that it is read. */
export function monthView(view: ResultsView, results: ResultSet): ResultsView {
  return { ...view, results, preview: true, stale: false, computedAt: null }
}

/** The way of a unit's score in a month's preview; null for the quarter, which main explains with its history. */
export function monthTrace(view: ResultsView, unit: string): TraceView | null {
  const { results, period } = view
  if (results === null || results.month === null) return null
  const units = results.races.flatMap((race) => race.groups.flatMap((group) => group.units))
  const result = units.find((candidate) => candidate.unit === unit)
  if (result === undefined) return null
  return {
    period: { ...period, title: `${monthTitle(period.key, results.month)}（月度预览）` },
    result,
    indicatorHistory: {}
  }
}
