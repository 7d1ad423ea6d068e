import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { decimalString } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { positiveDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'

/** Rater group of the reading that a correction term is compared with, e.g. the unit's own GDP target. */
export const AGAINST_GROUP = '对照'

const correction = z.strictObject({
  /** Label of the `rating` reading that brings the term's value. */
  name: z.string().min(1),
  /** What the value is compared with for every unit; without it the unit's own reading in group 对照. 0: nothing. */
  against: decimalString.optional(),
  factor: decimalString.default('1'),
  /** Most that the term may add or take off (S5: 5, 3, 3). Without it there is no limit. */
  limit: positiveDecimal.optional()
})
export type Correction = z.infer<typeof correction>

/** Parameters of 与最好的比 (S2, S5, S6). */
export const ratioToBestParams = z.strictObject({
  /** Difficulty coefficients (S6: 鹿城 1.35 …); a unit that is not named has 1. */
  coefficients: z.array(z.strictObject({ unit: z.string().min(1), factor: positiveDecimal })).default([]),
  corrections: z.array(correction).default([]),
  /** A composite below 0: no points, or no answer (ambiguity 15: nothing is published). */
  negative: z.enum(['ZERO', 'REFUSED']).default('ZERO')
})
export type RatioToBestParams = z.infer<typeof ratioToBestParams>

export const ratioToBestForm: readonly ParamField[] = [
  {
    key: 'coefficients',
    label: '难度系数',
    help: '没有写的单位系数是 1',
    input: {
      type: 'table',
      columns: [
        { key: 'unit', label: '单位代码', input: { type: 'text' } },
        { key: 'factor', label: '系数', input: { type: 'decimal' } }
      ]
    }
  },
  {
    key: 'corrections',
    label: '修正项',
    help: '修正 =（值 − 对照数）× 倍数，不超过上下限；先修正，再选最好的',
    input: {
      type: 'table',
      columns: [
        { key: 'name', label: '名称', input: { type: 'text' } },
        {
          key: 'against',
          label: '对照数',
          help: '不填就取报表里各单位自己的对照数；值本身就是差，填 0',
          input: { type: 'decimal', optional: true }
        },
        { key: 'factor', label: '倍数', input: { type: 'decimal' } },
        { key: 'limit', label: '最多加减', input: { type: 'decimal', optional: true } }
      ]
    }
  },
  {
    key: 'negative',
    label: '综合值小于 0 时',
    help: '公开的办法没有规定',
    input: {
      type: 'choice',
      options: [
        { value: 'ZERO', label: '得 0 分' },
        { value: 'REFUSED', label: '不能计分，由考核办处理' }
      ]
    }
  }
]

export function describeRatioToBest(rule: RatioToBestParams, indicator: IndicatorDefinition): string {
  const corrections = rule.corrections.map((term) => {
    const against = term.against === '0' ? '' : ` − ${term.against ?? '对照数'}`
    const limit = term.limit === undefined ? '' : `，最多加减 ${term.limit}`
    return `(${term.name}${against}) × ${term.factor}${limit}`
  })
  const corrected = corrections.length === 0 ? '' : `，加修正：${corrections.join('；')}`
  const units = rule.coefficients.map((entry) => `${entry.unit} ${entry.factor}`).join('、')
  const difficulty = units === '' ? '' : `，再乘难度系数（${units}，其余 1）`
  return `最好的单位得满分 ${indicator.fullMark}，其他按与最好单位的比例得分。每个单位取实际值${corrected}${difficulty}；小于 0 的${rule.negative === 'ZERO' ? '得 0 分' : '不能计分'}。`
}

/** What is wrong with the parameters before any number arrives. */
export function checkRatioToBest(rule: RatioToBestParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  if (indicator.direction !== 'UP') {
    const message = '与最好的比只有「越高越好」的公开办法'
    found.push(ruleProblem('error', 'DIRECTION_UNFIT', message, '请换一种计分方式，或把指标改成越高越好'))
  }
  const units = rule.coefficients.map((entry) => entry.unit)
  if (new Set(units).size < units.length) {
    found.push(ruleProblem('error', 'DUPLICATE_UNIT', '同一个单位的难度系数写了两次', '请删去一行'))
  }
  const names = rule.corrections.map((term) => term.name)
  if (new Set(names).size < names.length) {
    found.push(ruleProblem('error', 'DUPLICATE_CORRECTION', '同一个修正项写了两次', '请删去一行'))
  }
  const unlimited = rule.corrections.filter((term) => term.limit === undefined)
  if (unlimited.length > 0) {
    const message = `修正项${unlimited.map((term) => term.name).join('、')}没有上下限`
    found.push(ruleProblem('confirm', 'CORRECTION_UNLIMITED', message, '请填最多加减多少，或确认不限'))
  }
  return found
}
