import { reportOptions } from '#shared/domain/report/reportOptions.ts'
import type { ExportedView, ReportKind } from '#shared/ipc/report.ts'
import type { Handlers } from '../fakeApi.ts'

export const KINDS: ReportKind[] = [
  {
    id: 'circular',
    title: '季度通报',
    description: '公文样式的通报。',
    formats: ['docx', 'pdf'],
    controls: ['docNumber', 'fonts'],
    units: [],
    snapshot: null,
    unavailable: '冻结以后才能出通报'
  },
  {
    id: 'ranking',
    title: '排名表',
    description: '各组名次、板块得分、加减分、升降和差距，附得分明细与计算过程。',
    formats: ['xlsx', 'pdf'],
    controls: ['hide', 'topOnly', 'bottom', 'charts', 'decimals'],
    units: [],
    snapshot: null,
    unavailable: null
  },
  {
    id: 'unitCard',
    title: '单位成绩单',
    description: '一个单位一页。',
    formats: ['docx', 'pdf', 'xlsx'],
    controls: ['units', 'bundle', 'charts'],
    units: [
      { unit: 'mass', name: '群众体育处' },
      { unit: 'youth', name: '青少年体育处' }
    ],
    snapshot: null,
    unavailable: null
  }
]

export const EXPORTED: ExportedView = {
  ticket: 't-1',
  fileName: '2026年第三季度排名表（预览）.xlsx',
  folder: 'D:\\考核\\2026三季度',
  preview: true,
  snapshot: null
}

export const OPTIONS = reportOptions.parse({ issuer: '市体育局考核办' })

export function reportHandlers(): Handlers {
  return {
    'report.list': () => KINDS,
    'report.options': () => OPTIONS,
    'report.remember': () => ({}),
    'report.preview': () => ({ pdf: new Uint8Array([1]) }),
    'report.fonts': () => [
      { official: '方正小标宋简体', name: '宋体', installed: false },
      { official: '黑体', name: '黑体', installed: true }
    ],
    'report.export': () => EXPORTED,
    'report.open': () => ({}),
    'report.reveal': () => ({}),
    'report.history': () => [
      {
        at: '2026-10-09T10:31:00',
        by: '考核办',
        title: '排名表',
        fileName: '2026年第三季度排名表（预览）.xlsx',
        snapshot: null,
        ticket: 't-2'
      },
      {
        at: '2026-10-09T10:30:00',
        by: '考核办',
        title: '季度通报',
        fileName: '2026年第三季度通报.docx',
        snapshot: '2026Q3-r1-7c3e5a11',
        ticket: null
      }
    ]
  }
}
