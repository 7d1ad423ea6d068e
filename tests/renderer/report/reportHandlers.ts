import type { ExportedView, ReportKind } from '#shared/ipc/report.ts'
import type { Handlers } from '../fakeApi.ts'

export const KINDS: ReportKind[] = [
  {
    id: 'ranking',
    title: '排名表',
    description: '各组名次、板块得分、加减分、升降和差距，附得分明细与计算过程。',
    format: 'Excel',
    unavailable: null
  },
  {
    id: 'notice',
    title: '季度通报',
    description: '公文样式的通报。',
    format: 'Word',
    unavailable: '冻结以后才能出通报'
  }
]

export const EXPORTED: ExportedView = {
  ticket: 't-1',
  fileName: '2026年第三季度排名表（预览）.xlsx',
  folder: 'D:\\考核\\2026三季度',
  preview: true,
  snapshot: null
}

export function reportHandlers(): Handlers {
  return {
    'report.list': () => KINDS,
    'report.export': () => EXPORTED,
    'report.open': () => ({}),
    'report.reveal': () => ({}),
    'report.history': () => [
      {
        at: '2026-10-09T10:31:00',
        by: '考核办',
        title: '排名表',
        fileName: '2026年第三季度排名表（预览）.xlsx',
        snapshot: null
      }
    ]
  }
}
