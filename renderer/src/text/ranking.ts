/** Words of the ranking page. */
export const rankingText = {
  title: '排名',
  allGroups: '总表',
  views: { table: '表格', bars: '得分条', matrix: '板块矩阵', standing: '等次与总榜' },
  standing: {
    grades: '等次名额',
    grade: '等次',
    places: '名额',
    members: '单位',
    noMember: '没有单位',
    allGroups: '全部组别',
    total: '多个赛项合计',
    how: '怎么来的',
    decide: '裁定先后…',
    undecided: (grade: string, places: number, names: readonly string[]) =>
      `「${grade}」只剩 ${places} 个名额，${names.join('、')}同分，需要裁定先后。`
  },
  month: {
    choose: '看季度还是看某个月',
    quarter: '季度',
    title: '月度预览，不冻结，目标按月折算',
    note: (month: string) => `用现有数据对照到${month}的目标，只供比拼参考；季度成绩和名次请看「季度」。`
  },
  decideTie: (rank: number) => `裁定第 ${rank} 名先后`,
  revisions: '冻结版本',
  columns: '列',
  columnsHint: '勾选要看的列，下次打开仍按这样显示。',
  columnsWide: '窗口较窄时默认收起',
  columnsReset: '全部显示',
  export: '导出',
  exportMore: '更多报告与选项…',
  freeze: '冻结本季度…',
  compute: '计算',
  recompute: '重新计算',
  head: {
    rank: '名次',
    unit: '单位',
    group: '组别',
    base: '基础分',
    bonus: '加分',
    deduction: '减分',
    total: '总得分',
    previous: '上季度',
    movement: '升降',
    gapFirst: '与第一名差距',
    gapMean: '与组均差',
    grade: '等次',
    remarks: '备注',
    now: '本季'
  },
  bump: '近四季名次',
  missingRow: '暂不计分',
  missingRemark: '暂不排名',
  listed: '单列不排名',
  best: '组内最高',
  estimated: '含补分',
  stale: '数据有变动',
  staleHint: '下面还是上一次计算的结果。重新计算后，名次才反映最新数据。',
  emptyTitle: '这一季度还没有计算成绩',
  emptyHint: '导入报送表格之后点「计算」。结果先是预览，冻结以前随时可以重算。',
  emptyFrozen: '这一季度没有留下成绩。',
  noGroup: '考核方案里还没有参加排名的组别。',
  goImport: '去导入',
  checks: '冻结前检查',
  legendRise: '升 3 名以上',
  legendFall: '降 3 名以上',
  legendBest: '该板块组内最高',
  legendNa: '/ 不适用',
  openUnit: '打开单位',
  seeTrace: '看得分由来',
  meanTick: '竖线为组均',
  matrixHint: '底色越深，得分越接近满分'
} as const

/** `ties` is empty where several groups are shown: a rank alone would name nothing there. */
export const previewFacts = (
  blocked: number,
  ties: readonly { rank: number; units: number }[],
  estimated: number
): string =>
  [
    blocked === 0 ? null : `${blocked} 个单位缺报，报齐后名次可能变动`,
    ties.length === 0 ? null : ties.map(({ rank, units }) => `第 ${rank} 名并列 ${units} 个`).join('，'),
    estimated === 0 ? null : `${estimated} 个单位含补分`
  ]
    .filter((part) => part !== null)
    .join('；')

export const dataUntil = (moment: string): string => `数据截至 ${moment}。`
/** Only frozen quarters are compared with. */
export const comparedWith = (title: string): string => `对比 ${title}`
export const checksPassed = (passed: number, all: number): string => `冻结前检查 ${passed} / ${all}`
export const frozenSnapshot = (id: string): string => `快照 ${id}`
export const groupMean = (units: number): string => `组均（${units} 个单位）`
export const groupTab = (name: string, units: number): string => `${name} ${units}`
export const selectedUnit = (name: string): string => `选中 ${name}：`
