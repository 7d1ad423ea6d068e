import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'

const item = z.strictObject({
  /** Label of the `rating` reading that brings the number of events. */
  name: z.string().min(1),
  /** Points per event. With `pointsTo` the reading is not a count but the points themselves, in that range. */
  points: positiveDecimal,
  pointsTo: positiveDecimal.optional(),
  /** Most that the item may take off; `capOrder` says whether before or after the multipliers. */
  cap: positiveDecimal.optional(),
  /** Who supplies the evidence (S20: 由县委督办督查局提供扣分依据). For reading only. */
  provider: z.string().min(1).optional()
})
export type DeductItem = z.infer<typeof item>

/** Parameters of 扣分制 (S19, S20). */
export const deductParams = z.strictObject({
  /** Points to start from; without it the full mark. What is left is scaled to the full mark. */
  start: positiveDecimal.optional(),
  items: z.array(item).min(1),
  /** A circumstance that multiplies the deduction; it stands as rater group (S20: 上级已扣分 → 2). */
  multipliers: z.array(z.strictObject({ name: z.string().min(1), factor: positiveDecimal })).default([]),
  /** Units whose deductions are all multiplied (S19: only one class of items → 2). */
  unitMultipliers: z.array(z.strictObject({ unit: z.string().min(1), factor: positiveDecimal })).default([]),
  /** Least that is left, of `start`. */
  minimum: nonNegativeDecimal.default('0'),
  /** A unit without any record: nothing happened, or nobody reported (ambiguity 4). */
  noRecord: z.enum(['FULL_MARK', 'MISSING']).default('FULL_MARK'),
  /** Whether an item's cap is looked at after the multipliers or before them (ambiguity 14). */
  capOrder: z.enum(['MULTIPLIER_FIRST', 'CAP_FIRST']).default('MULTIPLIER_FIRST')
})
export type DeductParams = z.infer<typeof deductParams>

const points = { type: 'decimal', suffix: '分' } as const
export const deductForm: readonly ParamField[] = [
  { key: 'start', label: '从几分起扣', help: '不填就是满分', input: { ...points, optional: true } },
  {
    key: 'items',
    label: '扣分项',
    help: '报表里同名的一列填次数；有「最多」的填每单位共扣几分',
    input: {
      type: 'table',
      columns: [
        { key: 'name', label: '扣分内容', input: { type: 'text' } },
        { key: 'points', label: '每次扣', input: points },
        { key: 'pointsTo', label: '酌情扣分时最多', input: { ...points, optional: true } },
        { key: 'cap', label: '这一项最多扣', input: { ...points, optional: true } },
        { key: 'provider', label: '扣分依据由谁提供', input: { type: 'text' } }
      ]
    }
  },
  {
    key: 'multipliers',
    label: '加重或减轻的情形',
    input: {
      type: 'table',
      columns: [
        { key: 'name', label: '情形', input: { type: 'text' } },
        { key: 'factor', label: '倍数', input: { type: 'decimal' } }
      ]
    }
  },
  {
    key: 'unitMultipliers',
    label: '扣分加倍的单位',
    input: {
      type: 'table',
      columns: [
        { key: 'unit', label: '单位代码', input: { type: 'text' } },
        { key: 'factor', label: '倍数', input: { type: 'decimal' } }
      ]
    }
  },
  { key: 'minimum', label: '最低', input: points },
  {
    key: 'noRecord',
    label: '一条扣分记录都没有时',
    input: {
      type: 'choice',
      options: [
        { value: 'FULL_MARK', label: '算没有扣分，得满分' },
        { value: 'MISSING', label: '算缺报，等提供依据的单位报来' }
      ]
    }
  },
  {
    key: 'capOrder',
    label: '倍数和每项上限',
    input: {
      type: 'choice',
      options: [
        { value: 'MULTIPLIER_FIRST', label: '先乘倍数，再看上限' },
        { value: 'CAP_FIRST', label: '先看上限，再乘倍数' }
      ]
    }
  }
]

function itemWords({ name, points: each, pointsTo, cap, provider }: DeductItem): string {
  const how = pointsTo === undefined ? `每次扣 ${each} 分` : `酌情扣 ${each} 到 ${pointsTo} 分`
  const most = cap === undefined ? '' : `，最多扣 ${cap} 分`
  return `${name}${how}${most}${provider === undefined ? '' : `（依据由${provider}提供）`}`
}

export function describeDeductions(rule: DeductParams, indicator: IndicatorDefinition): string {
  const start = rule.start ?? indicator.fullMark
  const parts = [`从 ${start} 分起扣：${rule.items.map(itemWords).join('、')}`]
  for (const { name, factor } of rule.multipliers) parts.push(`${name}的乘 ${factor}`)
  for (const { unit, factor } of rule.unitMultipliers) parts.push(`单位 ${unit} 的扣分乘 ${factor}`)
  parts.push(rule.capOrder === 'MULTIPLIER_FIRST' ? '先乘倍数再看每项上限' : '先看每项上限再乘倍数')
  parts.push(`最低 ${rule.minimum} 分`)
  parts.push(rule.noRecord === 'FULL_MARK' ? '没有扣分记录的得满分' : '没有扣分记录的算缺报')
  if (!dec(start).equals(dec(indicator.fullMark))) parts.push(`余下的由 ${start} 分折算成满分`)
  return `${parts.join('；')}。`
}

/** What is wrong with the list before any event is reported. */
export function checkDeductions(rule: DeductParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  const start = dec(rule.start ?? indicator.fullMark)
  if (!dec(rule.minimum).lessThan(start)) {
    const message = `最低 ${rule.minimum} 分不低于起始的 ${start.toFixed()} 分，扣不了分`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请把最低改小'))
  }
  for (const { name, points: each, pointsTo, cap } of rule.items) {
    if (pointsTo !== undefined && dec(pointsTo).lessThanOrEqualTo(dec(each))) {
      const message = `扣分项「${name}」酌情扣分的最少 ${each} 不低于最多 ${pointsTo}`
      found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改扣分范围'))
    }
    if (cap !== undefined && dec(cap).lessThan(dec(each))) {
      const message = `扣分项「${name}」一次就扣 ${each} 分，超过上限 ${cap} 分`
      found.push(ruleProblem('confirm', 'CAP_BELOW_ONE_EVENT', message, '请核对上限'))
    }
  }
  const lists = [
    ['扣分项', rule.items.map((entry) => entry.name)],
    ['情形', rule.multipliers.map((entry) => entry.name)],
    ['扣分加倍的单位', rule.unitMultipliers.map((entry) => entry.unit)]
  ] as const
  for (const [what, names] of lists) {
    if (new Set(names).size === names.length) continue
    found.push(ruleProblem('error', 'DUPLICATE_ROW', `同一个${what}写了两次`, '请删去一行'))
  }
  return found
}
