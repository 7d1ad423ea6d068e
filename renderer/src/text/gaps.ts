import type { IndicatorResult } from '#shared/domain/ranking/resultSet.ts'
import { printNumber } from './format.ts'
import { AGAINST_WORDS } from './status.ts'

export const gapsText = {
  title: '差距看板',
  note: '看每个单位差在哪里：与第一名、与上一名、与组均，以及每项指标的得分率。',
  views: { UNITS: '单位差距', HEAT: '指标得分率' },
  head: {
    rank: '名次',
    unit: '单位',
    total: '总得分',
    first: '与第一名',
    above: '与上一名',
    mean: '与组均',
    weakest: '失分最多的指标',
    review: '六问对标'
  },
  review: '做六问对标',
  lost: (points: string) => `失 ${points} 分`,
  nothingLost: '各项都得满分',
  own: '专项（最低）',
  meanRow: '组内平均',
  sortBy: (name: string) => `按${name}得分率从低到高排`,
  sortByRank: '按名次排',
  legend: (legend: string) => `${legend}；「/」不适用。点一格看得分由来。`,
  notComputed: '还没有成绩',
  notComputedHint: '计算成绩以后，这里比较各单位的差距。',
  toOverview: '去总览',
  previewNote: '名次和差距在冻结前可能变动。',
  blocked: (count: number) => `${count} 个单位数据不全，暂不比较。`
} as const

/** 「完成 3 个，目标 4 个，与目标差 −1 个，未达目标」; null for indicators without a target. */
export function againstTargetText(indicator: IndicatorResult): string | null {
  const { value, target, gapToTarget, againstTarget, unitOfMeasure } = indicator
  if (value === null || target === null || gapToTarget === null || againstTarget === null) return null
  const amount = (number: string): string => `${number} ${unitOfMeasure}`.trim()
  return [
    `完成 ${amount(printNumber(value))}`,
    `目标 ${amount(printNumber(target))}`,
    `与目标差 ${amount(gapToTarget)}`,
    AGAINST_WORDS[againstTarget]
  ].join('，')
}
