import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { printDay, printDayWithWeekday } from './format.ts'
import { quarterDays, quarterName } from './quarter.ts'

export const overviewText = {
  title: '总览',
  compute: '计算成绩',
  recompute: '重新计算',
  computing: '正在计算',
  freeze: (period: PeriodKey) => `冻结${quarterName(period)}…`,
  reopen: '重开本季度…',
  publish: '标记为已发布',
  publishDone: '已标记为发布',
  seeAll: '看全部',
  note: (period: PeriodKey, due: string | null, today: string) =>
    [
      quarterDays(period),
      due === null ? null : `报送截止 ${printDay(due)}`,
      `今天 ${printDayWithWeekday(today)}`
    ]
      .filter(Boolean)
      .join(' · '),
  computed: (ranked: number, blocked: number) =>
    `已算出 ${ranked} 个单位的名次${blocked > 0 ? `，${blocked} 个单位数据不全、暂不排名` : ''}`,
  flow: {
    inProgress: '进行中',
    units: (expected: number) => `/ ${expected} 个单位报齐`,
    noUnits: '没有要报送的单位',
    remind: '催报名单',
    partly: (count: number) => `未报齐 ${count}`,
    allIn: '全部报齐',
    rejected: '处没有导入，要修',
    nothingToFix: '没有待处理',
    nothingToFixHint: '导入的数据都已通过检查',
    fix: '逐处处理',
    notComputed: '未计算',
    notComputedHint: '报送后即可计算，冻结前都是预览',
    stale: '要重算',
    staleHint: '计算以后数据有变动',
    previewWord: '预览',
    facts: (estimated: number, ties: number) => `含补分 ${estimated} 项 · 并列 ${ties} 处`,
    final: '定稿',
    notFrozen: '未冻结',
    stillOpen: (parts: readonly string[]) => (parts.length === 0 ? '可以冻结' : `还差：${parts.join('、')}`),
    frozen: '已冻结',
    notPublished: '未发布',
    notPublishedHint: '冻结后出正式报告',
    afterFreeze: '可以出正式报告',
    published: '已发布'
  },
  group: {
    ranked: (count: number, listed: number) =>
      listed > 0 ? `${count} 个排名 + ${listed} 个单列` : `${count} 个排名`,
    mean: (mean: string) => `┃组均 ${mean}`,
    head: { rank: '名次', unit: '单位', total: '总得分', movement: '升降' },
    tied: '并列',
    risers: '升得最多',
    fallers: '降得最多',
    missing: '暂不排名',
    noScore: (units: readonly { refused: boolean }[]) =>
      units.some((unit) => unit.refused) ? `无法给分 ${units.length}` : `缺报 ${units.length}`,
    none: '没有',
    dot: (name: string, total: string) => `${name} ${total} 分`
  },
  noResults: '还没有成绩',
  noResultsHint: '导入各单位的报表后，点「计算成绩」，这里会列出各组的名次。',
  importNow: '导入表格',
  todo: {
    title: '接下来做什么',
    hint: '按能不能冻结排序',
    nothing: '没有要做的事',
    nothingHint: '数据齐全、成绩最新。',
    frozen: '本季度已冻结',
    frozenHint: (snapshot: string | null) =>
      `成绩不再变化，报告都从快照${snapshot === null ? '' : ` ${snapshot} `}出。要更正，请先重开。`,
    seeRanking: '看排名',
    makeReport: '出报告'
  },
  gaps: {
    title: '差距最大的指标',
    hint: '按平均得分率，从低到高；只列两个以上单位都有的指标',
    none: '计算成绩以后，这里列出平均得分率最低的指标。',
    board: '差距看板',
    head: {
      name: '指标',
      full: '满分',
      fullUnits: '得满分单位',
      rate: '平均得分率',
      mark: '（竖线 = 上季度）',
      value: '得分率',
      change: '较上季度',
      status: '状态'
    },
    points: '百分点',
    track: (name: string, rate: string) => `${name}平均得分率 ${rate}%`
  },
  submissions: {
    title: '报送',
    hint: (expected: number) => `${expected} 个单位`,
    board: '报送进度',
    complete: '报齐',
    lacks: (missing: number) => `缺 ${missing} 项`,
    nothing: '一项未报',
    remind: '催报',
    allIn: '各单位都已报齐。'
  },
  noScheme: '还没有考核方案',
  noSchemeHint: '先载入一份方案：单位、组别、指标、目标和计分规则都从方案来。',
  chooseScheme: '选择考核方案'
} as const

/** 翻篇归零. */
export const carryOverText = {
  open: '看看带来了什么',
  title: (quarter: string): string => `翻篇归零：${quarter}`,
  carried: '带到本季度',
  zeroed: '从零开始',
  nothing: '没有要带过来的。',
  before: (count: number, unit: string): string => `上季度 ${count} ${unit}，`,
  now: (count: number, unit: string): string => `本季度 ${count} ${unit}`,
  start: '开始这个季度'
} as const
