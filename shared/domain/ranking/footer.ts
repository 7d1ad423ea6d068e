import { SHARED_PLACE_NOTE } from '../scoring/kinds/rankPlaces.ts'
import type { Policies } from '../scheme/policies.ts'
import type { IndicatorResult, RaceResult, UnitResult } from './resultSet.ts'

const ROUNDING = { HALF_UP: '四舍五入', CEIL: '进一', FLOOR: '去尾' } as const

export interface FooterFacts {
  races: readonly RaceResult[]
  /** Cap-then-subtract and net-then-cap give different totals for some unit. */
  capOrderMattered: boolean
  tieBroken: boolean
  firstQuarterUnranked: boolean
}

/** The scheme's choices that mattered in this result, as sentences for the foot of a report (ambiguities list). */
export function footerOf(facts: FooterFacts, policies: Policies): string[] {
  const units = facts.races.flatMap((race) => race.groups.flatMap((group) => group.units))
  const indicators = units.flatMap((unit) => unit.dimensions.flatMap((dimension) => dimension.indicators))
  const sentences: (string | null)[] = [
    roundingSentence(policies),
    tieSentence(units, facts.tieBroken, policies),
    indicators.some((indicator) => isNotApplicable(indicator)) ? notApplicableSentence(policies) : null,
    ...missingSentences(indicators),
    indicators.some((indicator) => indicator.status === 'REFUSED')
      ? '没有规则可算的指标不计分，单位暂不排名。'
      : null,
    indicators.some((indicator) => indicator.estimated)
      ? '标「补分」的数由考核办按依据核定，照常计分。'
      : null,
    facts.capOrderMattered ? capSentence(policies) : null,
    units.some((unit) => unit.rankMode === 'LISTED_NOT_RANKED')
      ? '单列单位计分不排名，不占名次，也不进组均。'
      : null,
    facts.firstQuarterUnranked ? '首个季度参加考核的单位计分不排名。' : null,
    units.some((unit) => unit.dimensions.some((d) => d.indicators.some(sharesPlace)))
      ? rankPointsSentence(policies)
      : null
  ]
  return sentences.filter((sentence) => sentence !== null)
}

function roundingSentence({ rounding, decimals, roundAt }: Policies): string {
  const where = roundAt === 'TOTAL' ? '只在总得分取整' : '每项得分和总得分都取整'
  const places = decimals === 0 ? '到整数' : `，保留 ${decimals} 位小数`
  return `得分${ROUNDING[rounding]}${places}，${where}。`
}

function tieSentence(units: readonly UnitResult[], tieBroken: boolean, { judgeOn }: Policies): string | null {
  const tied = units.some((unit) => unit.tied)
  if (!tied && !tieBroken) return null
  const same = judgeOn === 'PRINTED' ? '总得分取整后相同' : '未取整的总得分相同'
  const chain = tieBroken ? '先按方案规定的顺序比较，仍相同的' : ''
  return `${same}的单位${chain}并列，名次顺延，并列单位按机构顺序排列。`
}

function isNotApplicable(indicator: IndicatorResult): boolean {
  return (
    indicator.status === 'NA' ||
    (indicator.status === 'SCORED' && indicator.reason?.startsWith('不适用') === true)
  )
}

function notApplicableSentence({ notApplicable }: Policies): string {
  return {
    RESCALE: '不适用的指标不计分，其余得分按满分折算到基础分满分；各板块得分不折算。',
    FULL_MARK: '不适用的指标按满分计。',
    GROUP_MEAN: '不适用的指标按本组平均计。'
  }[notApplicable]
}

function missingSentences(indicators: readonly IndicatorResult[]): (string | null)[] {
  const missing = indicators.filter((indicator) => indicator.status === 'MISSING')
  return [
    missing.some((indicator) => indicator.score === null)
      ? '缺报的单位暂不计总分、不排名，报齐后自动进入排名。'
      : null,
    missing.some((indicator) => indicator.score !== null) ? '缺报的指标计 0 分，仍占满分。' : null
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
