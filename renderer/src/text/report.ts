/** Words of the report page and of every export. */
export const reportText = {
  title: '报告',
  kinds: '报告种类',
  options: '导出选项',
  columns: '列',
  hide: {
    DIMENSIONS: '各板块得分',
    PREVIOUS: '上季度名次',
    MOVEMENT: '升降',
    GAP_FIRST: '与第一名差距',
    GAP_MEAN: '与组平均差',
    GRADE: '等次',
    REMARKS: '备注'
  },
  topOnly: '只列前几名',
  topOnlyHint: '其余单位只写个数，不写名称',
  topCount: '名',
  charts: '附得分图',
  issuer: '落款单位',
  issuerHint: '印在表下',
  issuedOn: '日期',
  issuedOnHint: '不填按导出当天',
  export: '导出',
  exportAs: '导出…',
  close: '收起',
  history: '导出记录',
  historyEmpty: '本季度还没有导出过报告。',
  historyColumns: { at: '时间', by: '经办', title: '报告', file: '文件', snapshot: '依据' },
  previewMark: '预览，未定稿',
  previewNote: '本季度还没有冻结，导出的文件每页都带「预览」字样。',
  fromSnapshot: '出自快照',
  noRecompute: '不重算',
  paperHint: 'A4 横排，表头每页重复',
  noPreview: '这种报告没有纸面预览，导出后打开查看。',
  notComputed: '还没有成绩，先到「排名」计算',
  emptyTitle: '还没有可以预览的成绩',
  emptyHint: '先导入报送表格并计算，再来出报告。',
  goRanking: '去看排名',
  paper: {
    unit: '单位：分',
    issuer: '填报单位',
    makers: ['制表人：', '审核人：', '负责人：', '分管领导审签：', '日期：'],
    columns: {
      rank: '名次',
      unit: '单位',
      base: '基础分',
      bonus: '加分',
      deduction: '减分',
      total: '总得分',
      previous: '上季度\n名次',
      movement: '升降',
      gapFirst: '与第一名\n差距',
      gapMean: '与组平均\n差',
      grade: '等次',
      remarks: '备注'
    },
    previewMark: '预览，未定稿'
  },
  zoomFit: '适合窗口',
  zoomFull: '原大',
  zoom: '缩放'
} as const

export const paperTitle = (period: string, group: string, race: string): string =>
  `${period}${group}${race}排名表`
export const leftOutUnits = (count: number): string => `其余 ${count} 个单位名次略。`
export const meanOf = (units: number): string => `组平均（${units} 个单位）`
export const pageOf = (page: number, all: number): string => `第 ${page} 页 / 共 ${all} 页`
export const snapshotOf = (id: string): string => `快照 ${id}`
export const pageNumber = (page: number): string => `— ${page} —`
export const exportedFile = (name: string): string => `已导出《${name}》`
