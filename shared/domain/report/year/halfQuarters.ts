import { dec, ZERO, type D } from '../../number/decimal.ts'
import { isBelowMean } from '../../ranking/pastStandings.ts'
import type { GroupResult, Movement, ResultSet, UnitResult } from '../../ranking/resultSet.ts'
import type { FrozenYear, ReportFacts } from '../reportFacts.ts'

/** The frozen quarters of a half-year, oldest first, with each unit found at once. */
export interface HalfQuarter {
  results: ResultSet
  of(race: string, unit: string): { unit: UnitResult; group: GroupResult } | null
}

/** A quarter that is not frozen yet is no part of the half-year. */
export function halfQuarters({ result }: FrozenYear, facts: ReportFacts): HalfQuarter[] {
  const frozen = new Set(
    result.quarters.flatMap(({ period, snapshot }) => (snapshot === null ? [] : [period]))
  )
  const present = facts.snapshot === null ? [] : [facts.results]
  return [...facts.earlier, ...present]
    .filter(({ period }) => frozen.has(period))
    .map((results) => {
      const found = new Map(
        results.races.flatMap((race) =>
          race.groups.flatMap((group) =>
            group.units.map((unit) => [`${race.race} ${unit.unit}`, { unit, group }] as const)
          )
        )
      )
      return { results, of: (race, unit) => found.get(`${race} ${unit}`) ?? null }
    })
}

/** What the group's totals are out of in the last of the quarters; null without one. */
export function fullMarkOf(quarters: readonly HalfQuarter[], race: string, group: string): string | null {
  const held = quarters.at(-1)?.results.races.find((each) => each.race === race)
  return held?.groups.find((each) => each.group === group)?.fullMark ?? held?.fullMark ?? null
}

/** From the first to the last quarter, as the engine saw it; null unless they are two that follow each other. */
export function halfMovement(quarters: readonly HalfQuarter[], race: string, unit: string): Movement | null {
  const [first, last] = quarters
  if (first === undefined || last === undefined || last.results.previousPeriod !== first.results.period)
    return null
  return last.of(race, unit)?.unit.movement ?? null
}

/** Below the group's mean in each of at least two quarters. */
export function alwaysBelowMean(quarters: readonly HalfQuarter[], race: string, unit: string): boolean {
  return (
    quarters.length > 1 &&
    quarters.every((quarter) => {
      const found = quarter.of(race, unit)
      return found !== null && isBelowMean(found.unit, found.group)
    })
  )
}

/** A dimension's share of its full mark over the quarters in which the unit was scored in it. */
export interface DimensionRate {
  dimension: string
  name: string
  rate: D
}

export function dimensionRates(
  quarters: readonly HalfQuarter[],
  race: string,
  unit: string
): DimensionRate[] {
  const sums = new Map<string, { name: string; score: D; fullMark: D }>()
  for (const quarter of quarters) {
    for (const { dimension, name, score, effectiveFullMark } of quarter.of(race, unit)?.unit.dimensions ??
      []) {
      if (score === null || dec(effectiveFullMark).isZero()) continue
      const before = sums.get(dimension) ?? { name, score: ZERO, fullMark: ZERO }
      sums.set(dimension, {
        name,
        score: before.score.plus(dec(score.exact)),
        fullMark: before.fullMark.plus(dec(effectiveFullMark))
      })
    }
  }
  return [...sums].map(([dimension, { name, score, fullMark }]) => ({
    dimension,
    name,
    rate: score.div(fullMark)
  }))
}

/** The strongest and the weakest of some rates, equal ones together; null where nothing can be told apart. */
export function extremes(
  rates: readonly DimensionRate[]
): { best: DimensionRate[]; worst: DimensionRate[] } | null {
  const [first, ...others] = rates
  if (first === undefined || others.every(({ rate }) => rate.equals(first.rate))) return null
  const most = others.reduce((top, { rate }) => (rate.greaterThan(top) ? rate : top), first.rate)
  const least = others.reduce((low, { rate }) => (rate.lessThan(low) ? rate : low), first.rate)
  return {
    best: rates.filter(({ rate }) => rate.equals(most)),
    worst: rates.filter(({ rate }) => rate.equals(least))
  }
}
