import { z } from 'zod'
import { dec, HUNDRED } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'
import type { RuleLine } from '../ruleLine.ts'
import { cliffWords } from './cliff.ts'
import { lineOf, nonEmpty } from './zones.ts'

/** Parameters of 按完成比例 (S9, S80a, S76, S10; 奋斗目标 of the seed). */
export const ratioParams = z.strictObject({
  /** Highest share of the full mark, %. */
  cap: positiveDecimal.default('100'),
  /** Lowest share of the full mark above the cliff, %. */
  floor: nonNegativeDecimal.default('0'),
  /** A rate at or below (or only below) this many % scores nothing. */
  cliff: nonNegativeDecimal.optional(),
  cliffInclusive: z.boolean().default(true),
  /** How a lower-is-better value becomes a rate. Nothing is published, so there is no default. */
  down: z.enum(['TARGET_OVER_VALUE', 'TWO_MINUS_RATIO']).optional(),
  /** Points added at 奋斗目标, in proportion between 基本目标 and it (跳起摸高); the rate itself then stops at 100 %. */
  stretchPoints: positiveDecimal.optional()
})
export type RatioParams = z.infer<typeof ratioParams>

export const ratioForm: readonly ParamField[] = [
  { key: 'cap', label: '最多得满分的', input: { type: 'decimal', suffix: '%' } },
  { key: 'floor', label: '最少得满分的', input: { type: 'decimal', suffix: '%' } },
  {
    key: 'cliff',
    label: '完成率低于多少不得分',
    help: '不填就没有这条线',
    input: { type: 'decimal', suffix: '%', optional: true }
  },
  { key: 'cliffInclusive', label: '正好等于这条线也不得分', input: { type: 'switch' } },
  {
    key: 'down',
    label: '越低越好时怎么算完成率',
    help: '公开的办法里没有统一写法，请按本单位的办法选一种',
    input: {
      type: 'choice',
      options: [
        { value: 'TARGET_OVER_VALUE', label: '目标 ÷ 实际' },
        { value: 'TWO_MINUS_RATIO', label: '2 − 实际 ÷ 目标' }
      ]
    }
  },
  {
    key: 'stretchPoints',
    label: '达到奋斗目标再加',
    help: '在基本目标和奋斗目标之间按比例加，超过奋斗目标不再加；不填就不加',
    input: { type: 'decimal', suffix: '分', optional: true }
  }
]

export function describeRatio(rule: RatioParams, indicator: IndicatorDefinition): string {
  const parts = [`完成几成得几成分：${rateWords(rule, indicator)}，再乘满分`]
  if (rule.cap !== '100') parts.push(`最多得满分的 ${rule.cap}%`)
  else if (rule.stretchPoints === undefined) parts.push('超过目标按满分，不另加分')
  if (rule.stretchPoints !== undefined) {
    parts.push(`超过基本目标的部分按离奋斗目标的远近另加，达到奋斗目标加 ${rule.stretchPoints} 分`)
  }
  if (rule.floor !== '0') parts.push(`最少得满分的 ${rule.floor}%`)
  if (rule.cliff !== undefined) parts.push(`完成率低于 ${cliffWords(rule)}不得分`)
  return `${parts.join('；')}。`
}

function rateWords(rule: RatioParams, indicator: IndicatorDefinition): string {
  if (indicator.direction !== 'DOWN') return '完成数除以目标数'
  return rule.down === 'TWO_MINUS_RATIO' ? '2 减去实际数除以目标数' : '目标数除以实际数'
}

/** Zones on the axis of the completion rate: nothing, the floor, in proportion, the cap. */
export function ratioLine(rule: RatioParams): readonly RuleLine[] {
  const { cliff, cliffInclusive, floor, cap } = rule
  const above = cliff === undefined ? {} : { from: cliff, fromInclusive: !cliffInclusive }
  const low = cliff !== undefined && dec(cliff).greaterThanOrEqualTo(dec(floor)) ? above : { from: floor }
  const top = rule.stretchPoints === undefined || dec(cap).lessThan(HUNDRED) ? cap : '100'
  const full = top === '100' ? '得满分' : `得满分的 ${top}%`
  const zones = nonEmpty([
    ...(cliff === undefined ? [] : [{ to: cliff, toInclusive: cliffInclusive, label: '不得分' }]),
    { ...above, to: floor, label: floor === '0' ? '不得分' : `得满分的 ${floor}%` },
    { ...low, to: top, toInclusive: true, label: '按比例得分' },
    {
      from: top,
      fromInclusive: false,
      label: rule.stretchPoints === undefined ? full : `${full}，另加奋斗目标的分`
    }
  ])
  return [lineOf('RATE', '完成率（%）', zones)]
}
