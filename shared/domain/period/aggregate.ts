import { mean, ZERO, type D } from '../number/decimal.ts'

/** The score of one round (a quarter, a month). `value` is null for a round that was not held or not handed in. */
export interface PeriodScore {
  period: string
  value: D | null
  /** True when the value was settled by decision (补分), not measured. */
  estimated: boolean
}

export interface PeriodMean {
  /** Null when nothing counts, or when a missing round must be decided first. */
  mean: D | null
  /** Rounds that went into the mean. */
  counted: readonly string[]
  estimated: readonly string[]
  missing: readonly string[]
}

/**
 * Mean of several rounds (S3: of quarters or months; S37: with an imputed round). A missing round stops the mean until
 * somebody decides (DECIDE), or is left out of it (EXCLUDE), or counts as nothing (ZERO).
 */
export function meanOfPeriods(
  scores: readonly PeriodScore[],
  missing: 'DECIDE' | 'EXCLUDE' | 'ZERO' = 'DECIDE'
): PeriodMean {
  const absent = scores.filter((score) => score.value === null)
  const counted = missing === 'ZERO' ? scores : scores.filter((score) => score.value !== null)
  const undecided = missing === 'DECIDE' && absent.length > 0
  const names = (list: readonly PeriodScore[]): string[] => list.map((score) => score.period)
  return {
    mean: undecided || counted.length === 0 ? null : meanOf(counted),
    counted: undecided ? [] : names(counted),
    estimated: names(scores.filter((score) => score.estimated && score.value !== null)),
    missing: names(absent)
  }
}

function meanOf(scores: readonly PeriodScore[]): D {
  const values = scores.map((score) => score.value ?? ZERO)
  return mean(values)
}
