import { canonical, type D } from '../number/decimal.ts'
import { round } from '../number/rounding.ts'
import { settle } from '../number/settle.ts'
import type { IndicatorResult } from '../ranking/resultSet.ts'
import type { Policies } from '../scheme/policies.ts'
import type { CompiledIndicator } from './compileIndicator.ts'
import { extendTrace, traceStepOf } from './extendTrace.ts'
import type { Measured } from './measured.ts'
import { scoreOf } from './printScore.ts'
import type { Trace } from './trace.ts'

/** One indicator of one unit, ready to be composed. */
export interface ScoredIndicator {
  result: IndicatorResult
  fullMark: D
  /** What counts, unrounded unless the scheme rounds every item. Null for NOT_APPLICABLE and BLOCKS. */
  score: D | null
  /**
   * NOT_APPLICABLE leaves numerator and denominator (不适用, or 缺报 that the scheme takes out of the base); BLOCKS leaves
   * the unit without a total.
   */
  effect: 'COUNTS' | 'NOT_APPLICABLE' | 'BLOCKS'
}

/** What is known of the item whatever becomes of its score. */
export interface ItemFacts {
  indicator: CompiledIndicator
  measured: Measured
  policies: Policies
}

export interface Counting {
  status: 'SCORED' | 'MISSING'
  score: D
  trace: Trace
  reason: string | null
}

export function counted(
  { indicator, measured, policies }: ItemFacts,
  { status, score, trace, reason }: Counting
): ScoredIndicator {
  const { fullMark } = indicator
  const rounds = policies.roundAt === 'ITEM_AND_TOTAL'
  const settled = settle(score)
  const value = rounds ? round(settled, policies.decimals, policies.rounding) : score
  // Against the settled score: the tail of a mean depends on the order of its terms, and the trace must not.
  const isRounded = rounds && !value.equals(settled)
  const rounding = traceStepOf('取整', canonical(settled), value)
  return {
    result: {
      ...head(indicator),
      status,
      score: scoreOf(value, policies),
      rate: fullMark.isZero() ? null : canonical(round(settle(value.div(fullMark)), 4)),
      estimated: status === 'SCORED' && isEstimated(trace),
      reason,
      ...measured,
      trace: isRounded ? extendTrace(trace, { steps: [rounding] }) : trace
    },
    fullMark,
    score: value,
    effect: 'COUNTS'
  }
}

function isEstimated(trace: Trace): boolean {
  return trace.inputs.some((input) => input.state === 'ESTIMATED' && input.leftOut === undefined)
}

export interface NotCounting {
  status: 'NA' | 'MISSING' | 'REFUSED'
  effect: 'NOT_APPLICABLE' | 'BLOCKS'
  reason: string
  trace: Trace
}

export function uncounted(
  { indicator, measured }: ItemFacts,
  { status, effect, reason, trace }: NotCounting
): ScoredIndicator {
  return {
    result: {
      ...head(indicator),
      status,
      score: null,
      rate: null,
      estimated: false,
      reason,
      ...measured,
      trace
    },
    fullMark: indicator.fullMark,
    score: null,
    effect
  }
}

function head({
  definition
}: CompiledIndicator): Pick<IndicatorResult, 'indicator' | 'name' | 'unitOfMeasure' | 'fullMark'> {
  return {
    indicator: definition.code,
    name: definition.name,
    unitOfMeasure: definition.unit,
    fullMark: definition.fullMark
  }
}
