import type { BoardResult } from '#shared/domain/ranking/resultSet.ts'
import type { ProgressRules } from '#shared/domain/scheme/progressRules.ts'

export const boardsText = {
  title: '榜单',
  note: (boards: number) =>
    boards === 0 ? '方案里没有榜单' : `${boards} 张榜，按方案的条件从本季度成绩产生`,
  empty: '方案里没有榜单',
  emptyHint: '红黑榜、单项前几名、进退榜、约谈提醒都在「考核方案 › 修改方案 › 赛项设置」里设定。',
  notComputed: '还没有计算',
  notComputedHint: '榜单随成绩一起产生。先到总览点「计算成绩」。',
  toOverview: '去总览',
  previewNote: '上榜单位在冻结前可能变动。',
  nobody: '没有单位上榜',
  exempted: '免上榜',
  exempt: '免上榜…',
  streaks: '连续情况',
  streaksHint: '跨季度连续计数；中断一个季度即重新计',
  streakHead: { unit: '单位', name: '事项', count: '连续', outcome: '结果运用', sentence: '说明' },
  reached: '已达到',
  running: (count: number, times: number) => `${count} / ${times} 季`,
  noStreaks: '没有正在连续计数的单位',
  scheme: '去考核方案'
} as const

/** Words of the two sides; colours only accompany them (domain.md §1.5). */
const SIDES: Record<ProgressRules['vocabulary'], { GOOD: string; BAD: string }> = {
  RED_IS_GOOD: { GOOD: '红榜', BAD: '黑榜' },
  LIGHTS: { GOOD: '绿灯', BAD: '红灯' },
  PLATES: { GOOD: '红牌', BAD: '黄牌' },
  FLAGS: { GOOD: '红旗', BAD: '黄旗' },
  BOARDS: { GOOD: '红榜', BAD: '黑榜' }
}

/** The scheme's vocabulary names what is judged; movement and calling in have words of their own. */
export function sideWords(
  kind: BoardResult['kind'],
  vocabulary: ProgressRules['vocabulary']
): { GOOD: string; BAD: string } {
  if (kind === 'MOVERS') return { GOOD: '进步', BAD: '退步' }
  if (kind === 'CALLED_IN') return { GOOD: '—', BAD: '提醒约谈' }
  return SIDES[vocabulary]
}
