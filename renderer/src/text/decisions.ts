import type { DecisionSubject } from '#shared/domain/decision/decision.ts'

/** Words of the ledger of decisions. */
export const decisionsText = {
  title: '决定',
  note: '没有公式可依的事，由人决定：写明依据和决定人，进入计算并留痕，错了撤销，不改写。',
  add: '登记决定',
  addYear: '登记年度决定',
  empty: '本季度还没有登记决定',
  emptyHint: '补分、并列裁定、免上榜、等次裁定、领导评价和否决都登记在这里，成绩和报告会注明依据。',
  frozen:
    '本季度已冻结，本季度的决定只能查看；确需更正，请先「重开」本季度。年度的领导评价和等次裁定仍可登记。',
  head: {
    type: '种类',
    text: '事项',
    basis: '依据',
    decidedBy: '决定人',
    date: '日期',
    recorded: '登记',
    state: '状态'
  },
  inForce: '有效',
  revoked: '已撤销',
  revoke: '撤销',
  revokeTitle: '撤销这项决定',
  revokeConsequence: (text: string) =>
    `「${text}」不再进入计算。记录保留，注明撤销的理由。撤销后请重新计算。`,
  revokeReason: '撤销的理由',
  revokeVerb: '撤销决定',
  revokedDone: '已撤销，请重新计算',
  recorded: '已登记，请重新计算',
  record: '登记',
  fields: {
    race: '赛项',
    unit: '单位',
    everyone: '全体单位（本轮没有举行）',
    indicator: '指标',
    total: '总得分（整个季度）',
    as: '补什么',
    asValue: '补数值，按规则计分',
    asScore: '直接补得分',
    value: '数值或得分',
    board: '榜单',
    grade: '等次',
    kind: '否决事项',
    from: '从哪个季度起',
    until: '到哪个季度止',
    untilOpen: '不填就一直有效，直到撤销',
    scope: '作用范围',
    allRaces: '所有赛项',
    span: '时段',
    of: '定哪个等次',
    thisQuarter: '本季度',
    points: '得分',
    group: '组别',
    basis: '依据',
    basisHint: '例如：局长办公会第 12 次会议纪要；经商议决定',
    decidedBy: '由谁决定',
    date: '决定日期'
  },
  spans: { YEAR: '全年', H1: '上半年', H2: '下半年' },
  required: '请填写',
  notANumber: '应填一个数，如 95 或 13.5',
  vetoOff:
    '方案没有启用一票否决。2019 年以来中央要求清理规范一票否决事项；确有依据时，到「考核方案 › 修改方案 › 通用规则」启用。',
  noVetoKinds: '方案里还没有否决事项，请到「考核方案 › 修改方案 › 赛项设置」登记。',
  noBoards: '方案里没有红黑榜。',
  noGrades: '方案里没有等次规则。',
  noLeadership: '方案的年度规则里没有领导评价。',
  tie: {
    button: '裁定先后',
    title: (rank: number) => `裁定并列第 ${rank} 名的先后`,
    hint: '排在前面的名次在前。只决定这几个单位的先后，不改得分。',
    up: '上移',
    down: '下移',
    verb: '登记裁定'
  }
} as const

export const DECISION_TYPES: Record<DecisionSubject['type'], { name: string; hint: string }> = {
  IMPUTATION: { name: '补分', hint: '缺的数或没有举行的一轮，按决定补上' },
  TIE: { name: '并列裁定', hint: '同分单位比完仍相同时，裁定先后（在「排名」里登记）' },
  EXEMPTION: { name: '免上榜', hint: '因不可抗力等，不上红黑榜的后一榜' },
  GRADE: { name: '等次裁定', hint: '按决定改定等次，规则算出的等次保留在案' },
  LEADERSHIP: { name: '领导评价', hint: '年度成绩里由领导给的那几分' },
  VETO: { name: '否决', hint: '按方案列明的事项和依据处理' }
}
