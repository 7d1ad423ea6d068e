import type { RevisionDiff } from '#shared/domain/revision/revisionDiff.ts'
import type { RevisionHead } from '#shared/ipc/revision.ts'

/** The second quarter, frozen twice. */
export const REVISIONS: RevisionHead[] = [1, 2].map((revision) => ({
  snapshot: `2026Q2-r${revision}-aaaaaaa${revision}`,
  revision,
  frozenAt: `2026-07-1${revision}T16:02:00`,
  by: '考核办',
  reason: revision === 1 ? '' : '更正资金到位数',
  appVersion: '0.1.0',
  schemeVersion: 1,
  inputsHash: 'ab'.repeat(32)
}))

/** What the correction of one number changed. */
export const DIFF: RevisionDiff = {
  before: REVISIONS[0]!.snapshot,
  after: REVISIONS[1]!.snapshot,
  inputs: [
    {
      kind: 'READING',
      unit: 'finance',
      unitName: '规划财务处',
      what: '资金到位',
      before: '5000',
      after: '5600',
      sourceBefore: '目标任务.xlsx · 表1 · D12',
      sourceAfter: '目标任务（更正）.xlsx · 表1 · D12'
    }
  ],
  scores: [
    {
      race: 'quarterly',
      unit: 'finance',
      unitName: '规划财务处',
      indicator: null,
      name: '总得分',
      before: '88.10',
      after: '89.30',
      difference: '+1.20'
    }
  ],
  standings: [
    {
      race: 'quarterly',
      group: 'departments',
      unit: 'finance',
      unitName: '规划财务处',
      rankBefore: 4,
      rankAfter: 3,
      gradeBefore: null,
      gradeAfter: null
    }
  ]
}
