import { dec, HUNDRED, sum, ZERO, type D } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import { round } from '../number/rounding.ts'
import { settle } from '../number/settle.ts'
import type { Policies } from '../scheme/policies.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import { printScore } from '../scoring/printScore.ts'
import type { ScoredIndicator } from '../scoring/scoredIndicator.ts'
import { composeDimension, type ComposedDimension } from './composeDimension.ts'
import type { DimensionResult } from './resultSet.ts'

/** Score × full ÷ (full − points that do not count). */
export interface Rescale {
  full: D
  out: D
}

/** Indicators → dimensions → base of one unit. */
export interface Composition {
  dimensions: DimensionResult[]
  /** Null while an indicator blocks the unit, or when nothing applies to it. */
  base: D | null
  baseSentence: string
  /** The maximum that really applied, when not-applicable points were spread over the rest. */
  rescaledFrom: D | null
  rescale: Rescale | null
  /** Why there is no base, one sentence each. */
  reasons: string[]
  /** Choices of the scheme that decided the base, as whole sentences for the report's footer. */
  choices: string[]
}

/**
 * Adds the dimensions up. Points of the base that do not apply are spread over the rest once: score × full ÷ (full −
 * not applicable) (§6.4-4), where `full` is the declared maximum, or what the scheme says instead (ambiguity 2).
 * Dimension scores are shown rescaled only where the scheme says so (ambiguity 1); the base adds them up as earned.
 * An indicator for which `scored` has nothing does not exist for the unit.
 */
export function compose(
  race: RaceDefinition,
  scored: (indicator: string) => ScoredIndicator | undefined,
  policies: Policies
): Composition {
  const composed = race.dimensions.map((dimension) => composeDimension(dimension, scored, policies))
  const dimensions = composed.map((entry) => entry.result)
  const none = { dimensions, base: null, rescaledFrom: null, rescale: null, choices: [] }
  const reasons = composed
    .flatMap((entry) => entry.open)
    .map(({ result }) => `「${result.name}」${result.reason ?? '没有得分'}`)
  if (reasons.length > 0) return { ...none, baseSentence: '有指标还没有得分，暂不计基础分', reasons }
  const rescale = rescaleOf(race, composed, policies)
  if (composed.every((entry) => entry.score === null)) {
    const missing = composed.some((entry) => !entry.missing.isZero())
    const sentence = `所有指标都不适用${missing ? '或缺报' : ''}，不计基础分`
    return { ...none, baseSentence: sentence, reasons: [sentence] }
  }
  const total = sum(composed.map((entry) => entry.score ?? ZERO))
  const sentence = sumSentence(composed, total, policies)
  if (rescale.out.isZero()) return { ...none, base: total, baseSentence: sentence, reasons }
  const applicable = rescale.full.minus(rescale.out)
  if (!applicable.greaterThan(0)) {
    const [full, out] = [formatValue(rescale.full), formatValue(rescale.out)]
    const reason = `不适用 ${out} 分，折算只到 ${full} 分，没有剩下的分可折算`
    return { ...none, baseSentence: reason, reasons: [reason] }
  }
  const base = rescaled(total, rescale)
  return {
    ...none,
    base,
    baseSentence: [sentence, ...rescaleSentences(composed, total, rescale, policies)].join('；'),
    rescaledFrom: applicable,
    rescale,
    reasons,
    choices: choicesOf(race, composed, rescale, policies)
  }
}

export function rescaled(score: D, { full, out }: Rescale): D {
  return score.times(full).div(full.minus(out))
}

/** 「70.00 × 100 ÷ (100 − 20) = 87.50」, with a word where the printed numbers do not give the printed result. */
export function rescaleWords(score: D, rescale: Rescale, policies: Policies): string {
  const print = (value: D): string => printScore(value, policies)
  const [full, out] = [formatValue(rescale.full), formatValue(rescale.out)]
  const result = rescaled(score, rescale)
  const onPaper = round(settle(rescaled(dec(print(score)), rescale)), policies.decimals, policies.rounding)
  const note = onPaper.equals(dec(print(result))) ? '' : '（按未取整的数折算）'
  return `${print(score)} × ${full} ÷ (${full} − ${out}) = ${print(result)}${note}`
}

function rescaleOf(
  race: RaceDefinition,
  composed: readonly ComposedDimension[],
  { rescaleTo }: Policies
): Rescale {
  const full = {
    DECLARED: () => dec(race.fullMark),
    ITEMS: () => sum(composed.map((entry) => entry.points)),
    HUNDRED: () => HUNDRED
  }[rescaleTo]()
  return { full, out: sum(composed.flatMap((entry) => [entry.notApplicable, entry.missing])) }
}

function rescaleSentences(
  composed: readonly ComposedDimension[],
  total: D,
  rescale: Rescale,
  policies: Policies
): string[] {
  const notApplicable = sum(composed.map((entry) => entry.notApplicable))
  const missing = sum(composed.map((entry) => entry.missing))
  const parts = [
    notApplicable.isZero() ? '' : `不适用 ${formatValue(notApplicable)} 分`,
    missing.isZero() ? '' : `缺报不占满分 ${formatValue(missing)} 分`
  ].filter((part) => part !== '')
  const shown = composed.flatMap((entry) => entry.rescaled ?? [])
  return [
    `${parts.join('、')}，${rescaleWords(total, rescale, policies)}`,
    ...(shown.length === 0 ? [] : [`板块得分另按各自满分折算：${shown.join('，')}`])
  ]
}

function choicesOf(
  race: RaceDefinition,
  composed: readonly ComposedDimension[],
  rescale: Rescale,
  { rescaleTo }: Policies
): string[] {
  const fulls = [dec(race.fullMark), sum(composed.map((entry) => entry.points)), HUNDRED]
  const matters = fulls.some((full) => !full.equals(rescale.full))
  const what = { DECLARED: '赛项的满分', ITEMS: '各项满分的合计', HUNDRED: ' 100 分' }[rescaleTo]
  return [
    ...(matters ? [`不适用折算以${what}为准。`] : []),
    ...(composed.some((entry) => entry.rescaled !== null) ? ['板块得分也按不适用折算到板块满分。'] : [])
  ]
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
