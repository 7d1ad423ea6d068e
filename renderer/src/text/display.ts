/** Words of the full-screen board. */
export const displayText = {
  keys: '空格 暂停　← → 翻页　Esc 退出',
  paused: '已暂停：空格 继续　← → 翻页　Esc 退出',
  start: '全屏晾晒',
  page: (page: number, all: number): string => `晾晒大屏，第 ${page} 页，共 ${all} 页`
} as const
