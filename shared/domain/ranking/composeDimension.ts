import { canonical, dec, sum, ZERO, type D } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import type { Policies } from '../scheme/policies.ts'
import type { DimensionDefinition } from '../scheme/schemeDefinition.ts'
import { printScore, scoreOf } from '../scoring/printScore.ts'
import type { ScoredIndicator } from '../scoring/scoredIndicator.ts'
import type { DimensionResult } from './resultSet.ts'

/** One dimension of one unit. */
export interface ComposedDimension {
  result: DimensionResult
  /** As it goes into the base; null when nothing of it counts. */
  score: D | null
  /** Points of the base that the dimension's items make up for the unit, whether they apply or not. */
  points: D
  /** Points of the base that do not apply to the unit, and those that a missing number takes out of it. */
  notApplicable: D
  missing: D
  /** How the shown score was rescaled to the dimension's full mark; null where it was not. */
  rescaled: string | null
  open: readonly ScoredIndicator[]
}

/**
 * SUM dimensions add their indicators; WEIGHTED ones are a mean scaled to their full mark, Σ scores ÷ Σ full marks, over
 * the indicators that apply, so that one that does not leaves the dimension's weight alone. A dimension of which
 * nothing applies has no score.
 */
export function composeDimension(
  dimension: DimensionDefinition,
  scored: (indicator: string) => ScoredIndicator | undefined,
  policies: Policies
): ComposedDimension {
  const indicators = dimension.indicators.flatMap(({ code }) => scored(code) ?? [])
  const counting = indicators.filter((entry) => entry.effect !== 'NOT_APPLICABLE')
  const open = indicators.filter((entry) => entry.effect === 'BLOCKS')
  const fullMark = dec(dimension.fullMark)
  const { points, notApplicable, missing } = pointsOf(dimension, indicators, counting)
  const out = notApplicable.plus(missing)
  const score = counting.length === 0 || open.length > 0 ? null : scoreOfDimension(dimension, counting)
  const left = fullMark.minus(out)
  const rescales =
    policies.rescaleDimensions && score !== null && left.greaterThan(ZERO) && left.lessThan(fullMark)
  const shown = rescales ? score.times(fullMark).div(left) : score
  const remaining = indicators.length === 0 ? ZERO : rescales ? fullMark : left
  return {
    result: {
      dimension: dimension.code,
      name: dimension.name,
      fullMark: dimension.fullMark,
      effectiveFullMark: canonical(remaining),
      score: shown === null ? null : scoreOf(shown, policies),
      indicators: indicators.map((entry) => entry.result)
    },
    score,
    points,
    notApplicable,
    missing,
    rescaled:
      rescales && score !== null && shown !== null
        ? `${dimension.name} ${printScore(score, policies)} × ${formatValue(fullMark)} ÷ ${formatValue(left)} = ${printScore(shown, policies)}`
        : null,
    open
  }
}

function scoreOfDimension(dimension: DimensionDefinition, counting: readonly ScoredIndicator[]): D {
  const total = sum(counting.map((entry) => entry.score ?? ZERO))
  if (dimension.composition === 'SUM') return total
  return total.times(dec(dimension.fullMark)).div(sum(counting.map((entry) => entry.fullMark)))
}

function pointsOf(
  dimension: DimensionDefinition,
  indicators: readonly ScoredIndicator[],
  counting: readonly ScoredIndicator[]
): Pick<ComposedDimension, 'points' | 'notApplicable' | 'missing'> {
  const out = indicators.filter((entry) => entry.effect === 'NOT_APPLICABLE')
  const isMissing = (entry: ScoredIndicator): boolean => entry.result.status === 'MISSING'
  if (dimension.composition === 'SUM') {
    const marks = (list: readonly ScoredIndicator[]): D => sum(list.map((entry) => entry.fullMark))
    return {
      points: marks(indicators),
      notApplicable: marks(out.filter((entry) => !isMissing(entry))),
      missing: marks(out.filter(isMissing))
    }
  }
  const points = indicators.length === 0 ? ZERO : dec(dimension.fullMark)
  const gone = counting.length === 0 ? points : ZERO
  return out.every(isMissing) && out.length > 0
    ? { points, notApplicable: ZERO, missing: gone }
    : { points, notApplicable: gone, missing: ZERO }
}
