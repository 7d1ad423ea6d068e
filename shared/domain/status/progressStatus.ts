import { canonical, dec, type D, type DecimalString } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import { coverageOf, rowMatches, type Coverage, type IntervalRow } from '../scoring/kinds/intervalCoverage.ts'
import type { ProgressRow, ProgressRules, ProgressStatus } from '../scheme/progressRules.ts'

export type ProgressOutcome =
  | { status: ProgressStatus; behind: DecimalString; reason: null }
  /** No row answers, or two rows answer differently: the status is open, with the reason. */
  | { status: null; behind: DecimalString; reason: string }

/**
 * 状态 of a task by plan against actual, both in percent (S43): how many points behind plan it is decides the row. A range
 * that the rule leaves open (G16: published, 0 to 10 points behind) gives no status, never a guessed one.
 */
export function progressStatus(
  plan: DecimalString,
  actual: DecimalString,
  { rows }: Pick<ProgressRules, 'rows'>
): ProgressOutcome {
  const behind = dec(plan).minus(dec(actual))
  const found = new Set(
    rows.filter((row) => rowMatches(intervalOf(row), behind, null)).map((row) => row.status)
  )
  const [status, ...others] = found
  const text = canonical(behind)
  if (status === undefined) {
    const reason = `${behindWords(behind)}，方案的进度规则没有规定这一段，请在方案里补上。`
    return { status: null, behind: text, reason }
  }
  if (others.length > 0) {
    const reason = `${behindWords(behind)}，方案的进度规则给了不同的状态，请在方案里改正。`
    return { status: null, behind: text, reason }
  }
  return { status, behind: text, reason: null }
}

/** Where the rows leave the line open, and where they overlap. */
export function progressCoverage(rows: readonly ProgressRow[]): Coverage {
  return coverageOf(rows.map(intervalOf))
}

function intervalOf({ from, fromInclusive, to, toInclusive }: ProgressRow): IntervalRow {
  return {
    lo: from,
    loInclusive: fromInclusive,
    hi: to,
    hiInclusive: toInclusive,
    secondLoInclusive: true,
    secondHiInclusive: true
  }
}

function behindWords(behind: D): string {
  if (behind.isZero()) return '与计划持平'
  const points = formatValue(behind.abs())
  return behind.isNegative() ? `超前计划 ${points} 个百分点` : `落后计划 ${points} 个百分点`
}
