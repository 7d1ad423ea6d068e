import type { Decision } from '../decision/decision.ts'
import type { IndicatorResult, UnitResult } from '../ranking/resultSet.ts'
import type { SchemeDefinition } from '../scheme/schemeDefinition.ts'
import type { PeriodKey } from './periodKey.ts'
import type { YearSpan } from './yearResult.ts'

/** What the year reads of a unit's frozen result: a small part of it. */
export type QuarterUnit = Pick<
  UnitResult,
  'unit' | 'name' | 'group' | 'rankMode' | 'reasons' | 'total' | 'rank'
> & {
  dimensions: readonly { indicators: readonly Pick<IndicatorResult, 'indicator' | 'name' | 'score'>[] }[]
}

export interface QuarterResults {
  races: readonly {
    race: string
    groups: readonly { group: string; name: string; units: readonly QuarterUnit[] }[]
  }[]
}

/**
 * A quarter as the year finds it: FROZEN with the snapshot in force; OPEN, opened or reopened and not frozen; TO_COME, not
 * over yet; NOT_HELD, over without ever having been opened.
 */
export type QuarterOfYear =
  | { period: PeriodKey; state: 'FROZEN'; snapshot: string; results: QuarterResults }
  | { period: PeriodKey; state: 'OPEN' | 'TO_COME' | 'NOT_HELD' }

/** All that a year or half-year depends on: same input, same result. */
export interface YearInput {
  year: number
  span: YearSpan
  /** The newest scheme of the span; it says how the quarters are put together. */
  scheme: SchemeDefinition
  schemeVersion: number
  /** Quarters of the span, oldest first. */
  quarters: readonly QuarterOfYear[]
  /** Decisions of the span (`spanDecisions`). */
  decisions: readonly Decision[]
}

export type FrozenQuarter = Extract<QuarterOfYear, { state: 'FROZEN' }>

export function isFrozenQuarter(quarter: QuarterOfYear): quarter is FrozenQuarter {
  return quarter.state === 'FROZEN'
}

/** Results of one race by quarter and unit, looked up in constant time. */
export type RaceResults = (period: PeriodKey, unit: string) => QuarterUnit | null

export function resultsOfRace(quarters: readonly QuarterOfYear[], race: string): RaceResults {
  const found = new Map<PeriodKey, Map<string, QuarterUnit>>()
  for (const quarter of quarters.filter(isFrozenQuarter)) {
    const units = quarter.results.races
      .filter((result) => result.race === race)
      .flatMap((result) => result.groups.flatMap((group) => group.units))
    found.set(quarter.period, new Map(units.map((unit) => [unit.unit, unit])))
  }
  return (period, unit) => found.get(period)?.get(unit) ?? null
}

/** Only what the year reads: a snapshot with its traces runs into megabytes. */
export function quarterResults({ races }: QuarterResults): QuarterResults {
  return {
    races: races.map(({ race, groups }) => ({
      race,
      groups: groups.map(({ group, name, units }) => ({ group, name, units: units.map(quarterUnit) }))
    }))
  }
}

function quarterUnit({
  unit,
  name,
  group,
  rankMode,
  reasons,
  total,
  rank,
  dimensions
}: QuarterUnit): QuarterUnit {
  return {
    unit,
    name,
    group,
    rankMode,
    reasons,
    total,
    rank,
    dimensions: dimensions.map(({ indicators }) => ({
      indicators: indicators.map(({ indicator, name: title, score }) => ({ indicator, name: title, score }))
    }))
  }
}
