import type { YearQuarter } from '#shared/domain/period/yearResult.ts'

export const yearText = {
  title: '年度',
  spans: { YEAR: '全年', H1: '上半年', H2: '下半年' },
  note: (title: string) => title,
  year: (year: number) => `${year} 年`,
  empty: '还没有冻结的季度',
  emptyHint: '年度和半年成绩只由冻结的季度合成。先冻结一个季度，再到这里看。',
  toRanking: '去排名',
  head: {
    rank: '名次',
    unit: '单位',
    quarters: '各季得分',
    combined: '季度合成',
    leadership: '领导评价',
    total: '总得分',
    grade: '等次',
    remarks: '备注'
  },
  open: (count: number) => `还有 ${count} 件事`,
  preview: '预览，未冻结',
  frozen: (id: string) => `快照 ${id}`,
  notFrozenQuarter: '未冻结',
  freeze: '冻结年度成绩…',
  freezeAgain: '再次冻结…',
  freezeTitle: (name: string) => `冻结 ${name}成绩`,
  freezeConsequence: '冻结后年度成绩成为快照，不再随季度更正变化；季度重开后可以再冻结一次，成为新的版本。',
  freezeVerb: '冻结',
  freezeReason: '说明（可不填）',
  freezeBlocked: '上面列出的事办完才能冻结',
  done: '已冻结',
  mean: '组均',
  decide: '登记领导评价或补分',
  items: '各指标年度平均'
} as const

/** What became of a quarter, in one or two characters beside its score. */
export const QUARTER_STATES: Record<YearQuarter['state'], { mark: string; name: string }> = {
  COUNTED: { mark: '', name: '计入' },
  IMPUTED: { mark: '补', name: '按决定补分' },
  INHERITED: { mark: '承', name: '承继原单位' },
  DROPPED: { mark: '去', name: '不计入（取最好的几季）' },
  MISSING: { mark: '缺', name: '没有成绩' },
  NOT_A_MEMBER: { mark: '/', name: '还不在册' }
}
