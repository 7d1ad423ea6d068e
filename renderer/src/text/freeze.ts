import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { quarterName } from './quarter.ts'

export const freezeText = {
  title: (period: PeriodKey) => `冻结${periodTitle(period)}`,
  verb: (period: PeriodKey) => `冻结${quarterName(period)}`,
  consequence: '冻结后成绩和名次不再变化，报告都从这份快照出；冻结前会先自动备份。要更正须重开，并写明理由。',
  checks: '冻结前检查',
  passed: '通过',
  mustFix: '必须先处理',
  accept: '我知道，照此冻结',
  go: '去处理',
  blocked: (count: number) => `还有 ${count} 项必须先处理`,
  unaccepted: (count: number) => `还有 ${count} 项要勾选确认`,
  reason: '备注',
  reasonHint: '可不填，会记入操作日志',
  done: (period: PeriodKey) => `${periodTitle(period)}已冻结`,
  reopenTitle: (period: PeriodKey) => `重开${periodTitle(period)}`,
  reopenVerb: (period: PeriodKey) => `重开${quarterName(period)}`,
  reopenConsequence: '重开后可以更正数据，名次可能变化。原来的快照保留，再次冻结会生成新的一版。',
  reopenReason: '重开的理由',
  reopenReasonHint: '例如：体育产业处 9 月数据更正，经局长办公会同意',
  reopened: (period: PeriodKey) => `${periodTitle(period)}已重开`
} as const
