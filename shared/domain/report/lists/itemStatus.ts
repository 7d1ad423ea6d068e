import { dec, HUNDRED, type D } from '../../number/decimal.ts'
import { settle } from '../../number/settle.ts'
import type { IndicatorResult } from '../../ranking/resultSet.ts'
import type { ProgressRules } from '../../scheme/progressRules.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { rateStatus, type RateStatus } from '../../status/rateStatus.ts'
import { rateWord } from '../../status/vocabulary.ts'
import type { Measure } from './measureCells.ts'

type Vocabulary = ProgressRules['vocabulary']

/** UNMET: short of the target although the rule gave points above the line. */
export type ItemStatus = RateStatus | 'UNMET' | 'MISSING' | 'REFUSED' | 'NA'

/**
 * How an indicator of a unit stands. A target that was reached is MET whatever the points; without a target, and below a
 * target, the scheme's lines on the score rate decide. Null where neither says anything (a full mark of 0).
 */
export function itemStatus(item: IndicatorResult, rules: ProgressRules): ItemStatus | null {
  if (item.status !== 'SCORED') return item.status
  if (item.againstTarget === 'MET' || item.againstTarget === 'EXCEEDED') return 'MET'
  const rated = item.rate === null ? null : rateStatus(item.rate, rules)
  if (item.againstTarget === 'UNMET') return rated === null || rated === 'MET' ? 'UNMET' : rated
  return rated
}

/** The word first, the colour's word behind it: 「落后（红灯）」 (domain.md §1.5). */
export function rateText(status: RateStatus, vocabulary: Vocabulary): string {
  const plain = rateWord(status, 'RED_IS_GOOD')
  const coloured = rateWord(status, vocabulary)
  return coloured === plain ? plain : `${plain}（${coloured}）`
}

export function statusText(status: ItemStatus | null, vocabulary: Vocabulary): string {
  switch (status) {
    case null:
    case 'NA':
      return '/'
    case 'UNMET':
      return '未达目标'
    case 'MISSING':
      return '缺报'
    case 'REFUSED':
      return '未计分'
    default:
      return rateText(status, vocabulary)
  }
}

/** The lines behind the words, for the foot of a list. */
export function statusLegend(rules: ProgressRules, vocabulary: Vocabulary): string {
  const { met, slightlyBehind } = rules
  const word = (status: RateStatus): string => rateText(status, vocabulary)
  return `状态按方案的线：达到目标或得分率 ${met}% 及以上为${word('MET')}，${slightlyBehind}% 起为${word('SLIGHTLY_BEHIND')}，低于 ${slightlyBehind}% 为${word('BEHIND')}。`
}

/** How values of an indicator are shown. */
export function measureOf(
  { unitOfMeasure }: IndicatorResult,
  definition: Pick<IndicatorDefinition, 'precision'> | undefined
): Measure {
  return { unit: unitOfMeasure, precision: definition?.precision ?? 2 }
}

/**
 * 完成率 in percent: the rule's own where it reckoned one; else value ÷ target, where higher is better. No rate is published
 * for lower-is-better, on-target and place-in-ranking indicators: null.
 */
export function completionOf(
  item: IndicatorResult,
  definition: Pick<IndicatorDefinition, 'direction'> | undefined
): D | null {
  const own = item.trace.steps.find((step) => step.label === '完成率')
  if (own !== undefined) return settle(dec(own.value).times(HUNDRED))
  if (item.value === null || item.target === null || definition?.direction !== 'UP') return null
  if (item.trace.ruleKind === 'EXTERNAL_RANK' || !dec(item.target).greaterThan(0)) return null
  return settle(dec(item.value).times(HUNDRED).div(dec(item.target)))
}
