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
