import {
  compare,
  minus,
  n,
  over,
  plus,
  times,
  total,
  type Fraction
} from '../../../../fixtures/sample/fraction.ts'
import { solveGrades, type GradesVerdict } from './gradesOracle.ts'
import { solvePlaces, type PlaceVerdict } from './placesOracle.ts'
import { printFraction, roundFraction } from './roundFraction.ts'
import type { YearCase, YearUnitCase } from './yearCase.ts'

export interface QuarterVerdict {
  state: 'COUNTED' | 'IMPUTED' | 'DROPPED' | 'MISSING' | 'NOT_A_MEMBER'
  /** As it goes into the calculation, or would have gone; 0 where a missing one counts as nothing. */
  value: Fraction | null
  /** Percent of the result; null for a quarter that does not count. */
  weight: Fraction | null
}

export interface YearVerdict {
  unit: string
  quarters: QuarterVerdict[]
  counted: number
  quarterScore: Fraction | null
  leadership: Fraction | null
  total: Fraction | null
  place: PlaceVerdict | null
}

const HUNDRED = n('100')

/** A whole year from its quarters (S3, S33, S37; §2.13, §6.4-10; yearRules.ts), and its grades. */
export function solveYear(given: YearCase): { units: YearVerdict[]; grades: GradesVerdict | null } {
  // A unit that the last frozen quarter does not show appears in its own quarters only (G20).
  const members = given.units.filter(({ totals }) => totals[3] !== undefined)
  const scored = members.map((unit) => ({ ranked: unit.ranked, ...scoreOf(given, unit) }))
  const racers = scored.flatMap(({ unit, ranked, total: sum, counted }) =>
    sum === null || !ranked || counted < given.rules.minQuarters
      ? []
      : [{ unit, total: judged(given, sum), chain: [], last: false }]
  )
  const places = solvePlaces(racers, { lastTied: false, ruling: given.ruling })
  const field = racers.map(({ unit, total: sum }) => ({
    unit,
    total: sum,
    rank: places.get(unit)!.rank,
    vetoed: false
  }))
  const units = members.filter(({ ranked }) => ranked).length
  return {
    units: scored.map(({ ranked: _, ...unit }) => ({ ...unit, place: places.get(unit.unit) ?? null })),
    grades: given.grades === undefined ? null : solveGrades(given.grades, field, units)
  }
}

function judged({ policies }: YearCase, value: Fraction): Fraction {
  return policies.judgeOn === 'EXACT' ? value : roundFraction(value, policies.decimals, policies.rounding)
}

function scoreOf(given: YearCase, unit: YearUnitCase): Omit<YearVerdict, 'place'> {
  const { rules } = given
  const quarters = given.quarters.map((_, index) => quarterOf(given, unit, index))
  const quarterScore = combine(given, quarters)
  const share = n(rules.leadership)
  const hasLeadership = compare(share, n('0')) > 0
  const points = unit.leadership === undefined ? null : n(unit.leadership)
  // S33: 0 to the share; points beyond it are not taken, and without points there is no year yet.
  const leadership = hasLeadership && points !== null && compare(points, share) <= 0 ? points : null
  const counted = quarters.filter(({ weight }) => weight !== null).length
  return {
    unit: unit.code,
    quarters,
    counted,
    quarterScore,
    leadership,
    total: totalOf(quarterScore, leadership, hasLeadership ? share : null)
  }
}

function totalOf(score: Fraction | null, points: Fraction | null, share: Fraction | null): Fraction | null {
  if (score === null || share === null) return score
  return points === null ? null : plus(over(times(score, minus(HUNDRED, share)), HUNDRED), points)
}

/** What one quarter offers, before the method weighs or drops it. */
function quarterOf(
  { rules, policies, quarters }: YearCase,
  unit: YearUnitCase,
  index: number
): QuarterVerdict {
  const frozen = quarters[index] === 'FROZEN'
  const measured = frozen ? unit.totals[index] : null
  if (measured === undefined) return { state: 'NOT_A_MEMBER', value: null, weight: null }
  const text = measured ?? unit.imputed[index]
  if (text === undefined) return { state: 'MISSING', value: null, weight: null }
  const exact = n(text)
  // Read from the engine: a total that equals the decided one was settled by the decision before it was frozen.
  const settled =
    measured === null || (unit.imputed[index] !== undefined && compare(n(unit.imputed[index]), exact) === 0)
  return {
    state: settled ? 'IMPUTED' : 'COUNTED',
    value:
      rules.quarterScore === 'EXACT' ? exact : roundFraction(exact, policies.decimals, policies.rounding),
    weight: null
  }
}

/** Gives the quarters their weights and says what they make together; null while something must be decided. */
function combine({ rules, quarters: states }: YearCase, quarters: QuarterVerdict[]): Fraction | null {
  const missing = quarters.flatMap(({ state }, index) => (state === 'MISSING' ? [index] : []))
  // A quarter that is still to be frozen is not nothing: until then ZERO waits as DECIDE does.
  const awaits = missing.some((index) => states[index] === 'OPEN')
  if (missing.length > 0 && (rules.missing === 'DECIDE' || (rules.missing === 'ZERO' && awaits))) return null
  const there = quarters.flatMap(({ state, value }, index): Offer[] => {
    const offered = rules.missing === 'ZERO' && state === 'MISSING' ? n('0') : value
    return offered === null ? [] : [{ index, value: offered }]
  })
  const kept = rules.method === 'BEST' ? there.filter((one) => isAmongBest(one, there, rules.best)) : there
  const weightOf = (index: number): Fraction => n(rules.method === 'WEIGHTED' ? rules.weights[index]! : '1')
  const weights = total(kept.map(({ index }) => weightOf(index)))
  if (compare(weights, n('0')) === 0) return null
  // Read from the engine: a missing quarter has a number only where it counts as 0, none where it is dropped.
  for (const one of there) if (!kept.includes(one)) quarters[one.index]!.state = 'DROPPED'
  for (const { index, value } of kept) {
    quarters[index] = { ...quarters[index]!, value, weight: over(times(weightOf(index), HUNDRED), weights) }
  }
  return over(total(kept.map(({ index, value }) => times(value, weightOf(index)))), weights)
}

interface Offer {
  index: number
  value: Fraction
}

/** Fewer than `best` others go before it: higher ones, and of equal ones the later. */
function isAmongBest(one: Offer, all: readonly Offer[], best: number): boolean {
  const before = all.filter(({ index, value }) => {
    const order = compare(value, one.value)
    return order > 0 || (order === 0 && index > one.index)
  })
  return before.length < best
}

/** A weight as it is printed: two decimals at most. */
export function percentText(percent: Fraction): string {
  return printFraction(percent, 2, 'HALF_UP').replace(/\.?0+$/, '')
}
