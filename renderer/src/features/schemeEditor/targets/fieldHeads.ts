import { nameKey, normaliseLabel } from '#shared/domain/importing/names/normaliseLabel.ts'
import type { TargetField } from './targetEdits.ts'

/** How sheets head the columns of targets. */
const HEADS: Record<TargetField, readonly string[]> = {
  base: [
    '基本目标',
    '目标',
    '目标值',
    '年度目标',
    '全年目标',
    '年度目标值',
    '基本',
    '全年',
    '季度目标',
    '计划',
    '计划数'
  ],
  stretch: ['奋斗目标', '奋斗', '挑战目标', '力争目标', '奋斗目标值'],
  Q1: ['一季度', '第一季度', '1季度', 'Q1', '一季度目标', '1-3月', '一季度末'],
  Q2: ['二季度', '第二季度', '2季度', 'Q2', '二季度目标', '1-6月', '二季度末', '上半年'],
  Q3: ['三季度', '第三季度', '3季度', 'Q3', '三季度目标', '1-9月', '三季度末'],
  Q4: ['四季度', '第四季度', '4季度', 'Q4', '四季度目标', '1-12月', '四季度末'],
  rankTarget: ['排位目标', '排位', '排名目标', '争先目标', '位次目标'],
  basis: ['依据', '目标依据', '依据文件', '下达依据', '备注']
}

const KEYS = new Map(
  Object.entries(HEADS).flatMap(([field, heads]) =>
    heads.map((head) => [nameKey(head), field as TargetField] as const)
  )
)

/** The field that a column's head names, its measure in brackets left out. */
export function findFieldByHead(head: string): TargetField | null {
  return KEYS.get(normaliseLabel(head).key) ?? null
}
