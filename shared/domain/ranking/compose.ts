import { canonical, dec, sum, ZERO, type D } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import { settle } from '../number/settle.ts'
import type { Policies } from '../scheme/policies.ts'
import type { DimensionDefinition, RaceDefinition } from '../scheme/schemeDefinition.ts'
import { printScore, scoreOf } from '../scoring/printScore.ts'
import type { ScoredIndicator } from '../scoring/scoreIndicator.ts'
import type { DimensionResult } from './resultSet.ts'

/** Indicators → dimensions → base of one unit. */
export interface Composition {
  dimensions: DimensionResult[]
  /** Null while an indicator blocks the unit, or when nothing applies to it. */
  base: D | null
  baseSentence: string
  /** The maximum that really applied, when not-applicable points were spread over the rest. */
  rescaledFrom: D | null
  /** Why there is no base, one sentence each. */
  reasons: string[]
}

interface ComposedDimension {
  result: DimensionResult
  score: D | null
  /** Points of the base that do not apply to the unit. */
  notApplicable: D
}

/**
 * SUM dimensions add their indicators; WEIGHTED ones are a mean scaled to their full mark, Σ scores ÷ Σ full marks, over
 * the indicators that apply, so that a not-applicable one leaves the dimension's weight alone. Points of the base
 * that do not apply are spread over the rest once: score × declared ÷ (declared − not applicable) (§6.4-4).
 * An indicator for which `scored` has nothing does not exist for the unit.
 */
export function compose(
  race: RaceDefinition,
  scored: (indicator: string) => ScoredIndicator | undefined,
  policies: Policies
): Composition {
  const composed = race.dimensions.map((dimension) => composeDimension(dimension, scored, policies))
  const dimensions = composed.map((entry) => entry.result)
  const reasons = dimensions.flatMap((dimension) =>
    dimension.indicators
      .filter((indicator) => indicator.score === null && indicator.status !== 'NA')
      .map((indicator) => `「${indicator.name}」${indicator.reason ?? '没有得分'}`)
  )
  if (reasons.length > 0) {
    return {
      dimensions,
      base: null,
      baseSentence: '有指标还没有得分，暂不计基础分',
      rescaledFrom: null,
      reasons
    }
  }
  const declared = dec(race.fullMark)
  const notApplicable = sum(composed.map((entry) => entry.notApplicable))
  const applicable = declared.minus(notApplicable)
  const total = sum(composed.map((entry) => entry.score ?? ZERO))
  if (composed.every((entry) => entry.score === null) || !applicable.greaterThan(0)) {
    const sentence = '所有指标都不适用，不计基础分'
    return { dimensions, base: null, baseSentence: sentence, rescaledFrom: null, reasons: [sentence] }
  }
  const sentence = sumSentence(composed, total, policies)
  if (notApplicable.isZero()) {
    return { dimensions, base: total, baseSentence: sentence, rescaledFrom: null, reasons }
  }
  const base = total.times(declared).div(applicable)
  const print = (value: D): string => printScore(value, policies)
  const [max, left] = [declared, notApplicable].map(formatValue)
  const rescale = `不适用 ${left} 分，${print(total)} × ${max} ÷ (${max} − ${left}) = ${print(base)}`
  return { dimensions, base, baseSentence: `${sentence}；${rescale}`, rescaledFrom: applicable, reasons }
}

function composeDimension(
  dimension: DimensionDefinition,
  scored: (indicator: string) => ScoredIndicator | undefined,
  policies: Policies
): ComposedDimension {
  const indicators = dimension.indicators.flatMap(({ code }) => scored(code) ?? [])
  const counting = indicators.filter((entry) => entry.effect !== 'NOT_APPLICABLE')
  const fullMark = dec(dimension.fullMark)
  const notApplicable = pointsOut(dimension, indicators, counting)
  const score =
    counting.length === 0 || counting.some((entry) => entry.score === null)
      ? null
      : scoreOfDimension(dimension, counting)
  return {
    result: {
      dimension: dimension.code,
      name: dimension.name,
      fullMark: dimension.fullMark,
      effectiveFullMark: canonical(indicators.length === 0 ? ZERO : fullMark.minus(notApplicable)),
      score: score === null ? null : scoreOf(score, policies),
      indicators: indicators.map((entry) => entry.result)
    },
    score,
    notApplicable
  }
}

function scoreOfDimension(dimension: DimensionDefinition, counting: readonly ScoredIndicator[]): D {
  const total = sum(counting.map((entry) => entry.score ?? ZERO))
  if (dimension.composition === 'SUM') return total
  return total.times(dec(dimension.fullMark)).div(sum(counting.map((entry) => entry.fullMark)))
}

function pointsOut(
  dimension: DimensionDefinition,
  indicators: readonly ScoredIndicator[],
  counting: readonly ScoredIndicator[]
): D {
  if (dimension.composition === 'SUM') {
    return sum(indicators.filter((entry) => entry.effect === 'NOT_APPLICABLE').map((entry) => entry.fullMark))
  }
  return indicators.length > 0 && counting.length === 0 ? dec(dimension.fullMark) : ZERO
}

/** 「目标任务 39.17 + 承诺事项 13.33 = 52.50」; says so where the printed parts do not add up by a rounding. */
function sumSentence(composed: readonly ComposedDimension[], total: D, policies: Policies): string {
  const parts = composed.flatMap((entry) =>
    entry.score === null ? [] : [{ name: entry.result.name, printed: printScore(entry.score, policies) }]
  )
  const printedTotal = printScore(total, policies)
  const addsUp = sum(parts.map((part) => dec(part.printed))).equals(dec(printedTotal))
  const note = addsUp || settle(total).isZero() ? '' : '（各项按未取整的数相加）'
  return `${parts.map((part) => `${part.name} ${part.printed}`).join(' + ')} = ${printedTotal}${note}`
}
