import { SHARED_PLACE_NOTE } from '../../scoring/kinds/rankPlaces.ts'
import type { Policies } from '../../scheme/policies.ts'
import type { IndicatorResult, UnitResult } from '../resultSet.ts'
import type { UnitScore } from '../unitScore.ts'

/** How numbers of units came about, as far as the scheme had a choice: 不适用, 缺报, 补分, caps, what each unit's sums chose. */
export function scoreSentences(
  units: readonly UnitResult[],
  scores: readonly UnitScore[],
  policies: Policies
): string[] {
  const indicators = indicatorsOf(units)
  const sentences: (string | null)[] = [
    indicators.some(isNotApplicable) ? notApplicableSentence(policies) : null,
    ...missingSentences(units, indicators),
    indicators.some((indicator) => indicator.status === 'REFUSED')
      ? '没有规则可算的指标不计分，单位暂不排名。'
      : null,
    indicators.some((indicator) => indicator.estimated)
      ? '标「补分」的数由考核办按依据核定，照常计分。'
      : null,
    scores.some((score) => score.imputed !== null)
      ? '总得分经补分决定核定的，各项得分仍按实际计算列出。'
      : null,
    scores.some((score) => score.adjustments.orderMattered) ? capSentence(policies) : null,
    ...new Set(scores.flatMap((score) => score.choices)),
    indicators.some(sharesPlace) ? rankPointsSentence(policies) : null
  ]
  return sentences.filter((sentence) => sentence !== null)
}

export function indicatorsOf(units: readonly UnitResult[]): IndicatorResult[] {
  return units.flatMap((unit) => unit.dimensions.flatMap((dimension) => dimension.indicators))
}

function isNotApplicable(indicator: IndicatorResult): boolean {
  return (
    indicator.status === 'NA' ||
    (indicator.status === 'SCORED' && indicator.reason?.startsWith('不适用') === true)
  )
}

function notApplicableSentence({ notApplicable, rescaleDimensions }: Policies): string {
  if (notApplicable === 'FULL_MARK') return '不适用的指标按满分计。'
  if (notApplicable === 'GROUP_MEAN') return '不适用的指标按本组平均计。'
  const base = '不适用的指标不计分，其余得分按满分折算到基础分满分'
  return rescaleDimensions ? `${base}。` : `${base}；各板块得分不折算。`
}

function missingSentences(
  units: readonly UnitResult[],
  indicators: readonly IndicatorResult[]
): (string | null)[] {
  const isOpen = ({ status, score }: IndicatorResult): boolean => status === 'MISSING' && score === null
  const waits = units.some((unit) => unit.state === 'BLOCKED' && indicatorsOf([unit]).some(isOpen))
  const isZero = ({ status, reason }: IndicatorResult): boolean =>
    status === 'MISSING' && reason === '缺报，按 0 分计'
  return [
    waits ? '缺报的单位暂不计总分、不排名，报齐后自动进入排名。' : null,
    indicators.some(isZero) ? '缺报的指标计 0 分，仍占满分。' : null
  ]
}

function capSentence({ capOrder }: Policies): string {
  return capOrder === 'CAP_THEN_SUBTRACT' ? '加分先封顶，再扣减分。' : '加分先扣去减分，再封顶。'
}

function sharesPlace(indicator: IndicatorResult): boolean {
  return indicator.trace.ruleKind === 'RANK_POINTS' && indicator.trace.notes.includes(SHARED_PLACE_NOTE)
}

function rankPointsSentence({ tiedRankPoints }: Policies): string {
  return tiedRankPoints === 'SAME_RANK'
    ? '按名次给分的指标，并列单位同名次同分（指标另有规定的除外）。'
    : '按名次给分的指标，并列单位取所占名次得分的平均（指标另有规定的除外）。'
}
