import type { Direction } from '../scheme/schemeDefinition.ts'
import type { BenchmarkKind } from './gapFields.ts'
import type { GapChange } from './gapMath.ts'

/** Words of the 六问对标, the same on screen, in exports and in templates. */

export const BENCHMARK_KINDS: Record<BenchmarkKind, string> = {
  TARGET: '本季目标',
  FIRST: '组内第一',
  PREVIOUS: '上季度',
  MEAN: '组内平均',
  FULL_MARK: '满分',
  SUBMISSION: '按时报送',
  EXTERNAL: '外部标杆'
}

export const DIRECTION_WORDS: Record<Direction, string> = {
  UP: '越高越好',
  DOWN: '越低越好',
  TARGET: '越接近越好'
}

export const CHANGE_WORDS: Record<GapChange, string> = {
  CLOSED: '已补上',
  SMALLER: '缩小',
  SAME: '未变',
  LARGER: '扩大',
  UNKNOWN: '无法比较'
}

export const REVIEW_STATES = { NONE: '未填', DRAFT: '填写中', SUBMITTED: '已提交' } as const
export type ReviewState = keyof typeof REVIEW_STATES

/** External benchmarks that are offered before an office has used its own. */
export const USUAL_BENCHMARKS = ['省内第一', '全国第一', '兄弟单位'] as const
