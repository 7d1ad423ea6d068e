import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { computeYear } from '#shared/domain/period/computeYear.ts'
import { quartersOfSpan } from '#shared/domain/period/spans.ts'
import type { QuarterOfYear } from '#shared/domain/period/yearInput.ts'
import type { YearSpan } from '#shared/domain/period/yearResult.ts'
import type { Decision } from '#shared/domain/decision/decision.ts'
import type { FrozenYear, ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { RaceDefinition } from '#shared/domain/scheme/schemeDefinition.ts'

interface Change {
  span?: YearSpan
  rules?: Partial<RaceDefinition['year']>
  decimals?: number
  rounding?: 'HALF_UP' | 'CEIL' | 'FLOOR'
  /** Quarters that nobody froze. */
  without?: readonly PeriodKey[]
  decisions?: readonly Decision[]
  frozen?: boolean
}

/** The office's facts with a year put together by other rules. */
export function withYear(facts: ReportFacts, change: Change): ReportFacts {
  const { span = 'YEAR', rules, decimals, rounding, without = [], decisions = [], frozen = false } = change
  const scheme = structuredClone(facts.scheme)
  for (const race of scheme.races) Object.assign(race.year, rules)
  Object.assign(
    scheme.policies,
    decimals === undefined ? {} : { decimals },
    rounding === undefined ? {} : { rounding }
  )
  const all = [...facts.earlier, facts.results]
  const result = computeYear({
    year: scheme.year,
    span,
    scheme,
    schemeVersion: facts.results.scheme.version,
    decisions,
    quarters: quartersOfSpan(scheme.year, span).map((period): QuarterOfYear => {
      const results = without.includes(period) ? undefined : all.find((each) => each.period === period)
      return results === undefined
        ? { period, state: 'NOT_HELD' }
        : { period, state: 'FROZEN', snapshot: `${period}-r1-7c3e5a11`, results }
    })
  })
  const year: FrozenYear = {
    result,
    snapshot: frozen
      ? { id: `${scheme.year}-${span}-r1-0a1b2c3d`, frozenAt: '2027-01-10T01:00:00.000Z' }
      : null
  }
  return span === 'YEAR' ? { ...facts, scheme, year } : { ...facts, scheme, half: year }
}
