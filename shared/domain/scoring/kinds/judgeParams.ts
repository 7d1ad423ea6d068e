import { z } from 'zod'
import { dec } from '../../number/decimal.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'

/** Parameters of 评委评分 (S29, S30, S31, S33). */
export const judgeParams = z.strictObject({
  /** Marks are out of this, and scaled to the full mark. */
  outOf: positiveDecimal.default('100'),
  /** Lowest mark that a rater may give. Marks outside of the range are left out one by one. */
  min: nonNegativeDecimal.default('0'),
  /** Marks dropped at each end when more than `trimWhenMoreThan` of a unit's (and group's) marks count. */
  trim: z.number().int().min(0).max(10).default(0),
  trimWhenMoreThan: z.number().int().min(0).max(1000).default(5),
  /** Whose number decides about trimming: the marks of this unit (and group), or all raters of the sheet (ambiguity 7). */
  trimCount: z.enum(['UNIT_AND_GROUP', 'SHEET']).default('UNIT_AND_GROUP'),
  /** A mark out of range: it alone is left out, or the rater's whole ballot (ambiguity 8). */
  outOfRange: z.enum(['MARK', 'BALLOT']).default('MARK'),
  /** Ballots that do not count at all: the same mark for every unit, or `outOf` for every unit (S29). */
  rejectAllEqual: z.boolean().default(false),
  rejectAllFull: z.boolean().default(false),
  /** Both tests look at the units that the rater marked, or only at ballots with a mark for every unit (ambiguity 7). */
  allEqualOver: z.enum(['SCORED', 'ALL_UNITS']).default('SCORED'),
  /** At most `highAtMost` marks of a ballot at or above `highFrom`; at least `lowAtLeast` below `lowBelow`. */
  highFrom: nonNegativeDecimal.optional(),
  highAtMost: z.number().int().min(0).optional(),
  /** The same as a share of the ballot's marks, % (S33: 优秀 at most 20 %). */
  highAtMostPercent: nonNegativeDecimal.optional(),
  lowBelow: nonNegativeDecimal.optional(),
  lowAtLeast: z.number().int().min(0).optional(),
  /** Evaluator groups (评价主体) with weights; empty: all marks in one pot. */
  groups: z.array(z.strictObject({ name: z.string().min(1), weight: positiveDecimal })).default([]),
  /** A group that gave nothing: its weight goes to the others, it counts as 0, or as the mean of the others. */
  missingGroup: z.enum(['RENORMALISE', 'ZERO', 'MEAN_OF_REST']).default('RENORMALISE')
})
export type JudgeParams = z.infer<typeof judgeParams>

export const judgeForm: readonly ParamField[] = [
  { key: 'outOf', label: '评分满分', input: { type: 'decimal', suffix: '分' } },
  { key: 'min', label: '评分最低', input: { type: 'decimal', suffix: '分' } },
  { key: 'trim', label: '两头各去掉', help: '0 表示不去', input: { type: 'integer', min: 0, max: 10 } },
  { key: 'trimWhenMoreThan', label: '评分人数超过几人才去', input: { type: 'integer', min: 0, max: 1000 } },
  {
    key: 'trimCount',
    label: '评分人数怎么数',
    input: {
      type: 'choice',
      options: [
        { value: 'UNIT_AND_GROUP', label: '给这个单位打分的人（分主体数）' },
        { value: 'SHEET', label: '整张评分表的评委' }
      ]
    }
  },
  {
    key: 'outOfRange',
    label: '有分超出范围时',
    input: {
      type: 'choice',
      options: [
        { value: 'MARK', label: '只去掉这一个分' },
        { value: 'BALLOT', label: '这位评委的整张票作废' }
      ]
    }
  },
  { key: 'rejectAllEqual', label: '全部打同一个分的票作废', input: { type: 'switch' } },
  { key: 'rejectAllFull', label: '全部打满分的票作废', input: { type: 'switch' } },
  {
    key: 'allEqualOver',
    label: '怎样算「全部」',
    input: {
      type: 'choice',
      options: [
        { value: 'SCORED', label: '评委打过分的单位' },
        { value: 'ALL_UNITS', label: '每个单位都打了分的票才算' }
      ]
    }
  },
  { key: 'highFrom', label: '高分从几分起', input: { type: 'decimal', suffix: '分', optional: true } },
  { key: 'highAtMost', label: '每票高分最多几个', input: { type: 'integer', min: 0 } },
  {
    key: 'highAtMostPercent',
    label: '每票高分最多占',
    input: { type: 'decimal', suffix: '%', optional: true }
  },
  { key: 'lowBelow', label: '低分在几分以下', input: { type: 'decimal', suffix: '分', optional: true } },
  { key: 'lowAtLeast', label: '每票低分至少几个', input: { type: 'integer', min: 0 } },
  {
    key: 'groups',
    label: '评价主体和权重',
    help: '不填就是所有评分放在一起平均',
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
    label: '有主体没评时',
    input: {
      type: 'choice',
      options: [
        { value: 'RENORMALISE', label: '权重分给其他主体' },
        { value: 'ZERO', label: '这一主体计 0 分' },
        { value: 'MEAN_OF_REST', label: '按其他主体的平均计' }
      ]
    }
  }
]

export function describeJudges(rule: JudgeParams): string {
  const parts = [`评委打分（满分 ${rule.outOf}）取平均，再按满分折算`]
  if (rule.trim > 0)
    parts.push(`超过 ${rule.trimWhenMoreThan} 人评分时，去掉 ${rule.trim} 个最高分和 ${rule.trim} 个最低分`)
  if (rule.trim > 0 && rule.trimCount === 'SHEET') parts.push('人数按整张评分表的评委数')
  if (rule.outOfRange === 'BALLOT') parts.push(`有分不在 ${rule.min} 到 ${rule.outOf} 之间的票作废`)
  if (rule.rejectAllEqual) parts.push('全部打同一个分的票作废')
  if (rule.rejectAllFull) parts.push('全部打满分的票作废')
  if ((rule.rejectAllEqual || rule.rejectAllFull) && rule.allEqualOver === 'ALL_UNITS') {
    parts.push('每个单位都打了分的票才看是不是打同一个分')
  }
  if (rule.highFrom !== undefined && rule.highAtMost !== undefined) {
    parts.push(`每票 ${rule.highFrom} 分以上最多 ${rule.highAtMost} 个，超过作废`)
  }
  if (rule.highFrom !== undefined && rule.highAtMostPercent !== undefined) {
    parts.push(`每票 ${rule.highFrom} 分以上最多占 ${rule.highAtMostPercent}%，超过作废`)
  }
  if (rule.lowBelow !== undefined && rule.lowAtLeast !== undefined) {
    parts.push(`每票 ${rule.lowBelow} 分以下至少 ${rule.lowAtLeast} 个，不足作废`)
  }
  if (rule.groups.length > 0) {
    const total = rule.groups.reduce((all, group) => all.plus(dec(group.weight)), dec(0))
    const share = (weight: string): string =>
      `${dec(weight).times(100).div(total).toDecimalPlaces(2).toFixed()}%`
    parts.push(`按主体加权：${rule.groups.map((group) => `${group.name} ${share(group.weight)}`).join('、')}`)
    if (rule.missingGroup !== 'RENORMALISE') {
      parts.push(`没有评分的主体${rule.missingGroup === 'ZERO' ? '计 0 分' : '按其他主体的平均计'}`)
    }
  }
  return `${parts.join('；')}。`
}
