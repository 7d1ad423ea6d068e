import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec, sum } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'

const name = z.string().min(1)

/** Parameters of 按票数计分. */
export const ballotParams = z.strictObject({
  /** What one vote for an option is worth, out of `scale` (S27: 100, 80, 60, 40). */
  options: z.array(z.strictObject({ name, weight: nonNegativeDecimal })).min(1),
  /** Options that are no valid vote: they count neither above nor below the line (S28: 不了解). */
  invalid: z.array(z.strictObject({ name })).default([]),
  scale: positiveDecimal.default('100'),
  /** Evaluator groups with weights (S32: 20, 40, 40); empty: all votes in one pot. */
  groups: z.array(z.strictObject({ name, weight: positiveDecimal })).default([]),
  /** An evaluator group without any vote: the item waits, its weight goes to the others, or it counts as 0. */
  missingGroup: z.enum(['MISSING', 'RENORMALISE', 'ZERO']).default('MISSING')
})
export type BallotParams = z.infer<typeof ballotParams>

export const ballotForm: readonly ParamField[] = [
  {
    key: 'options',
    label: '选项',
    help: '每票值多少分，如 优秀 100、良好 80',
    input: {
      type: 'table',
      columns: [
        { key: 'name', label: '选项', input: { type: 'text' } },
        { key: 'weight', label: '一票值', input: { type: 'decimal', suffix: '分' } }
      ]
    }
  },
  {
    key: 'invalid',
    label: '不计入有效票的选项',
    help: '如 不了解、弃权',
    input: { type: 'table', columns: [{ key: 'name', label: '选项', input: { type: 'text' } }] }
  },
  { key: 'scale', label: '一票最高值', help: '按它折算成满分', input: { type: 'decimal', suffix: '分' } },
  {
    key: 'groups',
    label: '评价主体和权重',
    help: '不填就是所有票放在一起算',
    input: {
      type: 'table',
      columns: [
        { key: 'name', label: '评价主体', input: { type: 'text' } },
        { key: 'weight', label: '权重', input: { type: 'decimal' } }
      ]
    }
  },
  {
    key: 'missingGroup',
    label: '有主体一票都没有时',
    input: {
      type: 'choice',
      options: [
        { value: 'MISSING', label: '算缺报，等票数报来' },
        { value: 'RENORMALISE', label: '权重分给其他主体' },
        { value: 'ZERO', label: '这一主体计 0 分' }
      ]
    }
  }
]

export function describeBallots(rule: BallotParams): string {
  const options = rule.options.map((option) => `${option.name} ${option.weight}`).join('、')
  const invalid =
    rule.invalid.length === 0 ? '' : `；${rule.invalid.map((option) => option.name).join('、')}不计入有效票`
  const total = sum(rule.groups.map((group) => dec(group.weight)))
  const share = (weight: string): string => formatValue(dec(weight).times(100).div(total).toDecimalPlaces(2))
  const groups =
    rule.groups.length === 0
      ? ''
      : `；按主体加权：${rule.groups.map((group) => `${group.name} ${share(group.weight)}%`).join('、')}`
  const silent = {
    MISSING: '',
    RENORMALISE: '，没有票的主体权重分给其他主体',
    ZERO: '，没有票的主体计 0 分'
  }[rule.missingGroup]
  return `每票 ${options}，除以有效票数${invalid}${groups}${rule.groups.length === 0 ? '' : silent}；再由 ${rule.scale} 分折算成满分。`
}

/** What is wrong with the options before any vote arrives. */
export function checkBallots(rule: BallotParams): Problem[] {
  const found: Problem[] = []
  const names = [...rule.options, ...rule.invalid].map((option) => option.name)
  if (new Set(names).size < names.length) {
    found.push(ruleProblem('error', 'DUPLICATE_OPTION', '同一个选项写了两次', '请删去一行'))
  }
  const above = rule.options.find((option) => dec(option.weight).greaterThan(dec(rule.scale)))
  if (above !== undefined) {
    const message = `${above.name}一票值 ${above.weight}，超过一票最高值 ${rule.scale}`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请核对一票值多少分'))
  } else if (!rule.options.some((option) => dec(option.weight).equals(dec(rule.scale)))) {
    const message = `没有选项值 ${rule.scale} 分，全票也得不到满分`
    found.push(ruleProblem('confirm', 'FULL_MARK_OUT_OF_REACH', message, '请核对一票最高值'))
  }
  const groups = rule.groups.map((group) => group.name)
  if (new Set(groups).size < groups.length) {
    found.push(ruleProblem('error', 'DUPLICATE_GROUP', '同一个评价主体写了两次', '请删去一行'))
  }
  const total = sum(rule.groups.map((group) => dec(group.weight)))
  if (groups.length > 0 && !total.equals(1) && !total.equals(100)) {
    const message = `评价主体的权重合计 ${total.toFixed()}，不是 100，将按比例折算`
    found.push(ruleProblem('confirm', 'WEIGHTS_NOT_100', message, '请核对权重'))
  }
  return found
}
