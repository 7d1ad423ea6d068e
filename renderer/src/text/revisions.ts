import type { InputChange } from '#shared/domain/revision/revisionDiff.ts'

export const revisionsText = {
  open: '冻结版本',
  title: '冻结版本',
  none: '这一季度还没有冻结过。',
  head: { revision: '版本', frozenAt: '冻结时间', by: '经办', reason: '说明', scheme: '方案' },
  revision: (number: number) => `第 ${number} 次`,
  schemeVersion: (number: number) => `第 ${number} 版`,
  live: '现在的数据',
  compare: '比较',
  compareWith: '与',
  verify: '复算核对',
  verifying: '正在复算…',
  verified: '复算结果与冻结时逐字一致。',
  differs: '复算结果与冻结时不一致：',
  hashes: (recorded: string, found: string) => `输入校验值：冻结时 ${recorded}，现在 ${found}`,
  same: '两边完全一样。',
  sections: { inputs: '变了的数', scores: '变了的得分', standings: '变了的名次和等次' },
  none_changed: '没有变化',
  inputHead: { kind: '种类', unit: '单位', what: '事项', before: '原来', after: '现在' },
  scoreHead: { unit: '单位', name: '项目', before: '原来', after: '现在', difference: '相差' },
  standingHead: { unit: '单位', rank: '名次', grade: '等次' },
  onlyTotals: '只看总得分',
  filter: '找单位',
  archive: '归档…',
  archiveTitle: '归档本季度',
  archiveConsequence: '归档后本季度不能再重开。报告和快照照常可看、可导出。',
  archiveVerb: '归档',
  archived: '已归档'
} as const

export const CHANGE_KINDS: Record<InputChange['kind'], string> = {
  READING: '填报数',
  TARGET: '目标',
  ADJUSTMENT: '加减分',
  DECISION: '决定',
  SCHEME: '方案',
  PREVIOUS: '上季度'
}
