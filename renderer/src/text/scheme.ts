import type { IndicatorDefinition, RankMode, UnitKind } from '#shared/domain/scheme/schemeDefinition.ts'

export const schemeText = {
  title: '考核方案',
  tabs: { RULES: '指标与规则', UNITS: '单位与组别', POLICIES: '计算口径' },
  version: (year: number, version: number, status: string) => `${year}年版 · 第 ${version} 版${status}`,
  status: { draft: '草稿', reviewed: '已复核', active: '', superseded: '（已被新版替代）' },
  load: '载入方案文件…',
  loaded: (title: string) => `已载入「${title}」`,
  problems: (count: number) => `方案有 ${count} 处要改`,
  confirms: (count: number) => `方案有 ${count} 处请确认`,
  tree: '板块与指标',
  treeHint: (dimensions: number, indicators: number) => `${dimensions} 板块 · ${indicators} 指标`,
  anyUnit: '全部单位',
  forUnit: '只看某单位的指标',
  head: { name: '名称', full: '满分', kind: '计分方式', provider: '数据由谁报', check: '检查' },
  complete: '完整',
  faulty: '要改',
  composition: { SUM: '各项相加', WEIGHTED: '折算到满分' },
  noProvider: '各单位自报',
  words: '读出来是这样',
  params: '参数',
  noParams: '这种计分方式没有参数。',
  basis: '依据',
  clause: '条款',
  provider: '数据由谁报',
  owner: '归口单位',
  aliases: '表里也写作',
  appliesTo: '适用单位',
  appliesAll: '全部参评单位',
  appliesSome: (count: number, names: string) => `${count} 个：${names}`,
  targets: '目标',
  targetsHint: (label: string | null) => (label === null ? '本季度按哪个目标算' : `本季度按${label}`),
  noTargets: '这项没有下达目标；由报表里的目标数，或评分直接得出。',
  targetHead: {
    unit: '单位',
    now: '本季度',
    label: '口径',
    phased: '一季度 · 二季度 · 三季度 · 四季度',
    base: '全年',
    stretch: '奋斗',
    rank: '排位目标',
    basis: '依据'
  },
  everyUnit: '各单位相同',
  rankTarget: (rank: number) => `前 ${rank} 名`,
  pane: '指标说明',
  choose: '左边选一项指标，这里说明怎么计分。',
  unitHead: { order: '序', unit: '单位', kind: '性质', line: '战线', mode: '排名', aliases: '表里也写作' },
  groupHint: (ranked: number, listed: number) =>
    listed > 0 ? `${ranked} 个排名 + ${listed} 个单列` : `${ranked} 个排名`,
  policyHead: { name: '事项', choice: '本方案的做法', meaning: '意思' },
  wordHead: { name: '格里写的字', choice: '意思', meaning: '怎么算' },
  raceRules: (race: string) => `${race} · 等次、榜单和全年`,
  successions: { title: '沿革', hint: (count: number) => `${count} 条，年内变动的单位` },
  staff: '在编',
  span: '参加季度',
  emptyWords: {
    title: '格里的字',
    hint: '数字格里写了字时怎么理解'
  },
  adjustments: {
    title: (race: string) => `${race} · 加减分`,
    cap: (cap: string | undefined) => (cap === undefined ? '加分合计不封顶' : `加分合计上限 ${cap}`),
    head: { name: '类别', sign: '加或减', cap: '本类上限', aliases: '表里也写作' },
    signs: { BONUS: '加分', DEDUCTION: '减分' },
    noCap: '不封顶'
  },
  none: {
    title: '先载入考核方案',
    hint: '单位、组别、指标、目标、计分规则都写在方案里；同一份方案可以用一整年。',
    period: '从哪个季度开始用',
    presets: '从预设开始',
    presetFacts: (units: number, indicators: number) => `${units} 个单位 · ${indicators} 项指标`,
    use: '用这个方案',
    file: '载入自己的方案文件',
    fileHint: '扩展名 .json，由本程序导出或按模板编写。'
  }
} as const

export const UNIT_KINDS: Record<UnitKind, string> = {
  DEPARTMENT: '处室',
  AFFILIATE: '直属单位',
  SUBSIDIARY: '子企业',
  TOWNSHIP: '乡镇街道',
  TASK_FORCE: '专班',
  WORK: '工作',
  SERVICE: '服务',
  PERSON: '个人'
}

export const RANK_MODES: Record<RankMode, string> = {
  RANKED: '排名',
  LISTED_NOT_RANKED: '单列不排名',
  EXCLUDED: '不参加'
}

export const DIRECTIONS: Record<IndicatorDefinition['direction'], string> = {
  UP: '越高越好',
  DOWN: '越低越好',
  TARGET: '越接近目标越好'
}

export const NATURES: Record<IndicatorDefinition['nature'], string> = {
  PERIOD: '当季值，每季从零开始',
  CUMULATIVE: '年内累计'
}
