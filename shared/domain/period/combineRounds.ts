import { dec, HUNDRED, sum, ZERO, type D } from '../number/decimal.ts'
import type { YearRules } from '../scheme/yearRules.ts'

const ONE = dec(1)

/** One round (a quarter, a month). `value` is null for a round that was not held or not handed in. */
export interface Round {
  key: string
  value: D | null
  /** For WEIGHTED. */
  weight: D
}

export interface CombineRule {
  method: YearRules['method']
  /** BEST: how many rounds count. */
  best: number
  missing: YearRules['missing']
}

/** A round that counts: with `value` 0 where a missing one counts as nothing. */
export interface CountedRound {
  key: string
  value: D
  weight: D
  /** Share of the result, in percent. */
  percent: D
}

export interface Combined {
  /** Null when nothing counts, when a missing round must be decided first, or when all weights are 0. */
  value: D | null
  counted: readonly CountedRound[]
  /** Left out by BEST. */
  dropped: readonly string[]
  missing: readonly string[]
  /** Why there is no value. */
  reason: 'UNDECIDED' | 'NOTHING' | 'NO_WEIGHT' | null
}

/**
 * Several rounds made one (S3: mean of quarters or months; S37: with an imputed round; §6.4-10). A missing round stops
 * the result until somebody decides (DECIDE), is left out (EXCLUDE), or counts as nothing (ZERO). WEIGHTED renormalises
 * the weights of the rounds that count; BEST drops the worst, of equal ones the earlier.
 */
export function combineRounds(rounds: readonly Round[], rule: CombineRule): Combined {
  const missing = rounds.filter((round) => round.value === null).map((round) => round.key)
  const nothing = { value: null, counted: [], dropped: [], missing }
  if (rule.missing === 'DECIDE' && missing.length > 0) return { ...nothing, reason: 'UNDECIDED' }
  const there = rounds.flatMap(({ key, value, weight }) => {
    if (value === null && rule.missing === 'EXCLUDE') return []
    return [{ key, value: value ?? ZERO, weight }]
  })
  if (there.length === 0) return { ...nothing, reason: 'NOTHING' }
  const kept = rule.method === 'BEST' ? bestOf(there, rule.best) : there
  const dropped = there.filter((round) => !kept.includes(round)).map((round) => round.key)
  const weightOf = (round: (typeof kept)[number]): D => (rule.method === 'WEIGHTED' ? round.weight : ONE)
  const weights = sum(kept.map(weightOf))
  if (weights.isZero()) return { ...nothing, reason: 'NO_WEIGHT' }
  return {
    value: sum(kept.map((round) => round.value.times(weightOf(round)))).div(weights),
    counted: kept.map((round) => ({ ...round, percent: weightOf(round).times(HUNDRED).div(weights) })),
    dropped,
    missing,
    reason: null
  }
}

/** The `count` highest in their own order. */
function bestOf<R extends { value: D }>(rounds: readonly R[], count: number): R[] {
  const order = rounds
    .map((round, index) => ({ round, index }))
    .sort((a, b) => b.round.value.comparedTo(a.round.value) || b.index - a.index)
  return order
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ round }) => round)
}
