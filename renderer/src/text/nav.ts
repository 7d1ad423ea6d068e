/** The rail, in the order of the loop. */
export const navText = {
  overview: '总览',
  loop: '闭环',
  tools: '工具',
  stages: ['目标引领', '差距管理', '过程控制', '考核激励', '以实绩论英雄'],
  scheme: '考核方案',
  gaps: '差距看板',
  submissions: '报送进度',
  templates: '下发模板',
  adjustments: '加减分',
  decisions: '决定',
  ranking: '排名',
  boards: '榜单',
  units: '单位',
  year: '年度',
  import: '导入',
  report: '报告',
  trial: '试算',
  settings: '设置',
  nextQuarter: '翻篇归零 · 下一季度',
  search: '找单位、指标、页面',
  searchHint: '输入名称的一部分',
  searchNone: '没有找到',
  searchNoneHint: '换一个说法试试，例如单位的简称。',
  groupUnits: '单位',
  groupIndicators: '指标',
  groupPages: '页面',
  skip: '跳到正文',
  switchQuarter: '切换季度',
  newQuarter: '新建季度',
  backupDone: '已备份',
  noBackup: '还没有备份'
} as const

export const NODE_WORDS = {
  done: '本季度已完成',
  partly: '部分完成',
  active: '正在进行',
  idle: '尚未开始'
} as const
