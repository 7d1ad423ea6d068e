import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'
import { groupWords } from './ruleWords.ts'

const ladder = {
  decrement: nonNegativeDecimal,
  decrementIn: z.enum(['PERCENT', 'POINTS']).default('PERCENT'),
  /** Lowest points of any place. */
  floor: nonNegativeDecimal.default('0')
}
export const rankParams = z.strictObject({
  ...ladder,
  /** ACTUAL: places by the units' values. GIVEN: the reading itself is the place (one, or one an evaluator). */
  source: z.enum(['ACTUAL', 'GIVEN']).default('ACTUAL'),
  /** Overrides the scheme's policy for tied places. */
  tie: z.enum(['SAME_RANK', 'MEAN_OF_PLACES']).optional(),
  /** Groups whose places are worth something else (S4). */
  byGroup: z.array(z.strictObject({ group: z.string(), ...ladder })).default([])
})
export type RankPointsParams = z.infer<typeof rankParams>
export type Ladder = Pick<RankPointsParams, 'decrement' | 'decrementIn' | 'floor'>

const ladderFields: readonly ParamField[] = [
  { key: 'decrement', label: '名次每降 1 位减', input: { type: 'decimal' } },
  {
    key: 'decrementIn',
    label: '减的单位',
    input: {
      type: 'choice',
      options: [
        { value: 'PERCENT', label: '满分的百分之几' },
        { value: 'POINTS', label: '分' }
      ]
    }
  },
  { key: 'floor', label: '最少得', input: { type: 'decimal', suffix: '分' } }
]
export const rankForm: readonly ParamField[] = [
  ...ladderFields,
  {
    key: 'source',
    label: '名次从哪里来',
    input: {
      type: 'choice',
      options: [
        { value: 'ACTUAL', label: '按本组各单位的实际值排' },
        { value: 'GIVEN', label: '表里填的就是名次' }
      ]
    }
  },
  {
    key: 'tie',
    label: '并列时',
    help: '不选就按方案的统一规定',
    input: {
      type: 'choice',
      options: [
        { value: 'SAME_RANK', label: '同名次同分' },
        { value: 'MEAN_OF_PLACES', label: '取所占名次得分的平均' }
      ]
    }
  },
  {
    key: 'byGroup',
    label: '另有规定的组',
    input: {
      type: 'table',
      columns: [{ key: 'group', label: '组别代码', input: { type: 'text' } }, ...ladderFields]
    }
  }
]

export function fall(step: Ladder): string {
  return `每降 1 位减${step.decrementIn === 'PERCENT' ? `满分的 ${step.decrement}%` : ` ${step.decrement} 分`}`
}

export function describeRanks(rule: RankPointsParams, indicator: IndicatorDefinition): string {
  const order = { UP: '数值越大名次越前', DOWN: '数值越小名次越前', TARGET: '越接近目标名次越前' }[
    indicator.direction
  ]
  const source = rule.source === 'ACTUAL' ? `本组内${order}` : '按填报的名次，多人排名取得分平均'
  const other = rule.byGroup.map((entry) => `；${groupWords(entry.group)}${fall(entry)}`).join('')
  return `${source}：第一名得满分，名次${fall(rule)}，最少 ${rule.floor} 分${other}。`
}

/** What is wrong with the ladder before any place is known. */
export function checkRanks(rule: RankPointsParams, indicator: IndicatorDefinition): Problem[] {
  const fullMark = dec(indicator.fullMark)
  const found = [rule, ...rule.byGroup]
    .filter((step) => dec(step.floor).greaterThan(fullMark))
    .map((step) =>
      ruleProblem(
        'error',
        'CAPS_CONTRADICT',
        `最少得 ${step.floor} 分，超过满分 ${indicator.fullMark}`,
        '请改小最少得分'
      )
    )
  const groups = rule.byGroup.map((entry) => entry.group)
  if (new Set(groups).size < groups.length) {
    found.push(ruleProblem('error', 'DUPLICATE_GROUP', '同一个组写了两次', '请删去一行'))
  }
  return found
}
