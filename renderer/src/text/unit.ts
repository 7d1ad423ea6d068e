/** Words of the unit page and the trace drawer. */
export const unitText = {
  listTitle: '单位',
  listFilter: '按名称找',
  showNa: '显示不适用的指标',
  listEmpty: '没有这个名称的单位',
  back: '排名',
  selfReview: '做六问对标',
  previous: '上一个',
  next: '下一个',
  reward: '即时激励',
  rank: '名次',
  total: '总得分',
  toFirst: '与第一名',
  toAbove: '追上一名还差',
  toMean: '与组均',
  leading: '组内第一',
  listed: '单列不排名',
  dimensions: '板块与组均',
  legendOwn: '本单位',
  legendMean: '组均',
  legendBefore: '上季度',
  indicators: '指标',
  columns: {
    code: '序',
    name: '指标',
    target: '目标',
    actual: '完成',
    rate: '得分率',
    score: '得分/满分',
    mean: '组均',
    trend: '近四季',
    status: '状态'
  },
  ranks: '近四季名次',
  noRanks: '还没有可比的季度。',
  bonus: '加分',
  deduction: '减分',
  noEntries: '没有记录',
  cap: '上限',
  remarks: '备注',
  deciding: '与前一名的分水岭',
  blockedTitle: '暂时不能计总分',
  blockedHint: '补齐这些，重新计算后自动进入排名。',
  blockedImport: '去导入',
  blockedSubmissions: '看报送进度',
  notComputed: '去排名页计算',
  standing: {
    grade: '等次',
    ruleGrade: (grade: string) => `按规则是「${grade}」`,
    personQuota: '个人优秀名额',
    places: (count: number) => `${count} 个`,
    toPrevious: '比上季度',
    veto: '否决'
  },
  impute: '补分…',
  trace: {
    choices: '方案的规定',
    against: '对目标',
    increment: '本季度新增',
    title: '得分由来',
    close: '关闭（Esc）',
    rule: '规则',
    calculation: '怎么算的',
    inputs: '用到的数',
    source: '来源',
    history: '近四季',
    changes: '变动',
    noChanges: '本季度没有改动过。',
    adjustments: '调整',
    notes: '说明',
    steps: '计算步骤',
    leftOut: '不计入',
    missing: '缺报',
    na: '不适用',
    estimated: '补',
    fullMark: '满分',
    value: '完成值',
    score: '得分',
    now: '本季',
    copy: '复制说明',
    copied: '说明已复制，可以粘贴到答复里。',
    copyFailed: '没有复制成功，请再试一次。',
    openPage: '打开单位',
    indicators: '各项指标',
    base: '基础分',
    sourceFailed: '原件里的这一格现在读不出来。',
    manual: '人工填写',
    decision: '补分决定',
    scheme: '考核方案',
    back: '返回总得分'
  }
} as const

export const ofGroup = (count: number): string => `/ ${count}`
export const previousRank = (rank: number): string => `上季度 ${rank}`
export const indicatorCount = (count: number): string => `${count} 项，点一行看得分由来`
export const capText = (cap: string): string => `上限 ${cap}`
export const beforeCap = (sum: string, counted: string): string => `合计 ${sum}，按上限计 ${counted}`
export const groupMeanIs = (mean: string): string => `组均 ${mean}`
export const importedBy = (by: string, at: string, batch: number): string =>
  `${by} ${at}导入 · 第 ${batch} 批`
export const listCount = (count: number): string => `${count} 个单位`
export const traceOf = (name: string): string => `${name} · 得分由来`
export const notApplicable = (count: number): string => `另有 ${count} 项不适用`
export const adjustmentCounts = (bonus: number, deduction: number): string =>
  bonus + deduction === 0 ? '没有加减分' : `加分 ${bonus} 笔 · 减分 ${deduction} 笔`
export const handMade = (manual: number, decided: number): string =>
  `人工填写 ${manual} 个数 · 补分 ${decided} 个数`
export const countedOf = (counted: number, all: number): string => `${counted} / ${all}`
