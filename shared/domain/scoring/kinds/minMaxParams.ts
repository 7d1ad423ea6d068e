import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec, HUNDRED } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'

/** Parameters of 按最好最差折算 (S16). */
export const minMaxParams = z.strictObject({
  /** Marks out of 100 of the worst and of the best unit (S16: 60 and 100). */
  low: nonNegativeDecimal.default('60'),
  high: positiveDecimal.default('100'),
  /** Mark out of 100 when all values are equal. Nothing is published, so there is no default. */
  allEqual: nonNegativeDecimal.optional(),
  /**
   * Percentile variant: best and worst are taken this many % in from each end, so that one outlier does not press all
   * others together; who lies beyond gets the best or the worst mark. 0: the true best and worst.
   */
  tail: nonNegativeDecimal.refine((text) => dec(text).lessThan(50), { message: '要小于 50' }).default('0')
})
export type MinMaxParams = z.infer<typeof minMaxParams>

export const minMaxForm: readonly ParamField[] = [
  { key: 'low', label: '最差的单位得', input: { type: 'decimal', suffix: '分（百分制）' } },
  { key: 'high', label: '最好的单位得', input: { type: 'decimal', suffix: '分（百分制）' } },
  {
    key: 'allEqual',
    label: '各单位全都一样时得',
    help: '公开的办法没有规定，常见的是 100 或 80；不填就不能计分',
    input: { type: 'decimal', suffix: '分（百分制）', optional: true }
  },
  {
    key: 'tail',
    label: '两头各让出',
    help: '填 0 就取真正的最好和最差；填 10 就取第 10 和第 90 百分位，免得个别单位的数把别人都挤到一起',
    input: { type: 'decimal', suffix: '%' }
  }
]

export function describeMinMax(rule: MinMaxParams, indicator: IndicatorDefinition): string {
  const [best, worst] = indicator.direction === 'DOWN' ? ['最小', '最大'] : ['最大', '最小']
  const equal = rule.allEqual === undefined ? '不计分' : `得 ${rule.allEqual} 分`
  const tail =
    rule.tail === '0' ? '' : `；最好和最差取两头各让出 ${rule.tail}% 处的百分位数，超出的按最好或最差计`
  return `与本组比较：数值${best}得 ${rule.high} 分，${worst}得 ${rule.low} 分，其余按比例在两者之间，再按满分折算；全都一样时${equal}${tail}。`
}

/** What is wrong with the limits before any value arrives. */
export function checkMinMax(rule: MinMaxParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  if (!dec(rule.low).lessThan(dec(rule.high))) {
    const message = `最差得 ${rule.low} 分，不低于最好得 ${rule.high} 分`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改最差或最好的得分'))
  }
  const outside = [rule.high, rule.allEqual ?? '0'].find((mark) => dec(mark).greaterThan(HUNDRED))
  if (outside !== undefined) {
    const message = `百分制的 ${outside} 分超过 100`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改到 100 以内'))
  }
  if (indicator.direction === 'TARGET') {
    const action = '请改用「按偏离目标加减分」'
    found.push(ruleProblem('error', 'DIRECTION_UNFIT', '「接近目标为好」不能按最好最差折算', action))
  }
  if (rule.allEqual === undefined) {
    const message = '没有写各单位全都一样时得多少分，出现时就不能计分'
    found.push(ruleProblem('confirm', 'ALL_EQUAL_UNDECIDED', message, '请填一个分数，常见的是 100 或 80'))
  }
  return found
}
