import { dec } from '../number/decimal.ts'
import { formatSignedGap } from '../number/format.ts'
import type { ResultSet, Score, UnitResult } from '../ranking/resultSet.ts'
import { pairs, type Pair } from './keyed.ts'
import type { ScoreChange, StandingChange } from './revisionDiff.ts'

interface Placed {
  race: string
  unit: UnitResult
}

function placedIn(results: ResultSet): Placed[] {
  return results.races.flatMap((race) =>
    race.groups.flatMap((group) => group.units.map((unit) => ({ race: race.race, unit })))
  )
}

/** Units of both results, joined within their race. */
export function unitPairs(before: ResultSet, after: ResultSet): Pair<Placed>[] {
  return pairs(placedIn(before), placedIn(after), ({ race, unit }) => JSON.stringify([race, unit.unit]))
}

/** Scores of indicators and totals that differ, be it behind the printed decimals. */
export function scoreChanges(units: readonly Pair<Placed>[], decimals: number): ScoreChange[] {
  return units.flatMap(({ before: was, after: is }) => {
    const placed = is ?? was
    if (placed === null) return []
    const head = { race: placed.race, unit: placed.unit.unit, unitName: placed.unit.name }
    const total = difference(was?.unit.total ?? null, is?.unit.total ?? null, decimals)
    return [
      ...(was === null || is === null ? [] : indicatorChanges(was.unit, is.unit, decimals)).map((entry) => ({
        ...head,
        ...entry
      })),
      ...(total === null ? [] : [{ ...head, indicator: null, name: '总得分', ...total }])
    ]
  })
}

type Numbers = Pick<ScoreChange, 'before' | 'after' | 'difference'>

function indicatorChanges(
  before: UnitResult,
  after: UnitResult,
  decimals: number
): (Numbers & { indicator: string; name: string })[] {
  const indicatorsOf = (unit: UnitResult) => unit.dimensions.flatMap((dimension) => dimension.indicators)
  return pairs(indicatorsOf(before), indicatorsOf(after), (entry) => entry.indicator).flatMap(
    ({ key, before: was, after: is }) => {
      const numbers = difference(was?.score ?? null, is?.score ?? null, decimals)
      return numbers === null ? [] : [{ indicator: key, name: (is ?? was)!.name, ...numbers }]
    }
  )
}

function difference(before: Score | null, after: Score | null, decimals: number): Numbers | null {
  if (before?.exact === after?.exact) return null
  if (before === null || after === null)
    return { before: before?.printed ?? null, after: after?.printed ?? null, difference: null }
  const gap = dec(after.exact).minus(before.exact)
  // A change that rounding hides is shown in full: it may still have decided a rank.
  const hidden = before.printed === after.printed
  return hidden
    ? { before: before.exact, after: after.exact, difference: formatSignedGap(gap, gap.decimalPlaces()) }
    : {
        before: before.printed,
        after: after.printed,
        difference: formatSignedGap(dec(after.printed).minus(before.printed), decimals)
      }
}

/** Units whose rank or grade differs, or that only one side has. */
export function standingChanges(units: readonly Pair<Placed>[]): StandingChange[] {
  return units.flatMap(({ before: was, after: is }) => {
    const placed = is ?? was
    if (placed === null) return []
    const [old, now] = [standingOf(was), standingOf(is)]
    if (was !== null && is !== null && old.rank === now.rank && old.grade === now.grade) return []
    return [
      {
        race: placed.race,
        group: placed.unit.group,
        unit: placed.unit.unit,
        unitName: placed.unit.name,
        rankBefore: old.rank,
        rankAfter: now.rank,
        gradeBefore: old.grade,
        gradeAfter: now.grade
      }
    ]
  })
}

function standingOf(placed: Placed | null): { rank: number | null; grade: string | null } {
  return { rank: placed?.unit.rank ?? null, grade: placed?.unit.grade?.grade ?? null }
}
