import { dec, HUNDRED, type D } from '../../number/decimal.ts'
import { round } from '../../number/rounding.ts'
import type { RuleTrace } from '../ruleTrace.ts'

/** 不得分线: a completion rate (%) at or below (or only below) which there is nothing (S10). */
interface Cliff {
  cliff?: string | undefined
  cliffInclusive: boolean
}

export function cliffWords({ cliff, cliffInclusive }: Cliff): string {
  return `${cliff}%（${cliffInclusive ? '含' : '不含'}）`
}

/**
 * Says what decided where a reader may doubt it (ambiguity 6): the rate is exactly on the line, or prints as the line
 * without being on it. `side` compares the exact rate with the line.
 */
export function tellCliff(trace: RuleTrace, { cliff, cliffInclusive }: Cliff, side: number, rate: D): void {
  if (cliff === undefined) return
  if (side === 0) {
    trace.choice(`完成率正好等于 ${cliff}% 的${cliffInclusive ? '不得分' : '照常计分'}。`)
  } else if (round(rate.times(HUNDRED), 2).equals(dec(cliff))) {
    trace.choice(`与不得分的线 ${cliff}% 比，用没有取整的完成率。`)
  }
}
