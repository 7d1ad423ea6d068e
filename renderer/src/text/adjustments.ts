export const adjustmentsText = {
  title: '加减分',
  note: (entries: number, units: number) =>
    entries === 0 ? '本季度没有登记加减分' : `${entries} 笔，涉及 ${units} 个单位`,
  signs: { ALL: '全部', BONUS: '加分', DEDUCTION: '减分' },
  allClasses: '全部类别',
  units: '各单位合计',
  unitsHint: '选一个单位看明细',
  unitHead: { unit: '单位', count: '笔数', bonus: '加分', deduction: '减分', net: '合计' },
  allUnits: '全部单位',
  ledger: '台账',
  head: {
    date: '日期',
    unit: '单位',
    class: '类别',
    points: '分值',
    reason: '事由',
    evidence: '依据、批准',
    source: '来源'
  },
  classes: '按类别计算',
  classHead: { name: '类别', sum: '登记', cap: '上限', counted: '计入' },
  capped: '已封顶',
  noCap: '不封顶',
  bonusCap: (cap: string) => `加分合计上限 ${cap}`,
  none: '本季度没有登记加减分',
  noneHint: '导入加减分台账后，这里逐笔列出，并说明哪些计入、哪些超过上限。',
  filteredNone: '没有符合条件的记录',
  filteredNoneHint: '换一个单位、类别，或清除筛选。',
  notComputed: '还没有计算',
  notComputedHint: '加减分在计算成绩时按类别上限计入。先到总览点「计算成绩」。',
  toOverview: '去总览',
  import: '导入台账'
} as const
