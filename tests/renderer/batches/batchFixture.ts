import type { BatchCell, BatchDetail, BatchView } from '#shared/ipc/batch.ts'
import { importFixes } from '#shared/domain/importing/importPlan.ts'

export const batchView = (over: Partial<BatchView> = {}): BatchView => ({
  id: 5,
  period: '2026Q3',
  fileName: '目标任务完成情况汇总表.xlsx',
  at: '2026-10-09T08:55:12',
  by: '考核办',
  state: 'merged',
  created: 2,
  changed: 1,
  same: 0,
  left: 1,
  adjustments: 0,
  review: null,
  undoRefused: null,
  ...over
})

const cell = (over: Partial<BatchCell>): BatchCell => ({
  sheet: '汇总表',
  address: 'D5',
  raw: '3',
  unit: 'industry',
  unitName: '体育产业处',
  subject: 'a1',
  subjectName: '重点体育项目落地',
  field: 'actual',
  rater: null,
  outcome: 'NEW',
  before: null,
  after: '3',
  note: null,
  ...over
})

export const batchDetail = (over: Partial<BatchDetail> = {}): BatchDetail => ({
  batch: batchView(),
  sha256: 'a'.repeat(64),
  bytes: 12_345,
  format: 'xlsx',
  appVersion: '0.1.0',
  hasFile: true,
  sheets: [],
  fixes: importFixes.parse({}),
  items: [],
  cells: [
    cell({}),
    cell({ address: 'D6', unitName: '竞技体育处', unit: 'compete', after: '4' }),
    cell({
      address: 'E6',
      unitName: '竞技体育处',
      unit: 'compete',
      outcome: 'CHANGED',
      before: '2000',
      after: '20000000',
      raw: '2000万',
      note: '换算单位：万元 → 元'
    })
  ],
  problems: [
    {
      code: 'UNKNOWN_UNIT',
      level: 'error',
      message: '「体育产业科」不是已知单位。',
      place: { file: '目标任务完成情况汇总表.xlsx', sheet: '汇总表', cell: 'B9' },
      value: '体育产业科',
      suggestion: '请选择它是哪个单位。'
    }
  ],
  undoBlockers: [],
  ...over
})

/** Waits for a second person. */
export const waiting = (): BatchView =>
  batchView({
    state: 'waiting',
    review: {
      requestedBy: '考核办',
      requestedAt: '2026-10-09T08:55:12',
      decision: null,
      decidedBy: null,
      decidedAt: null,
      reason: null
    }
  })

/** A batch of real size, to look at. */
export function batchWorld(view: BatchView = batchView({ created: 180, changed: 12, same: 6 })): BatchDetail {
  const names = ['体育产业处', '竞技体育处', '群众体育处', '反兴奋剂与科教处', '青少年体育处']
  const cells = Array.from({ length: 198 }, (_, index) =>
    cell({
      address: `${'DEFGH'[index % 5]!}${5 + Math.floor(index / 5)}`,
      unitName: names[index % 5]!,
      subjectName: index % 3 === 0 ? '重点体育项目落地' : '体育产业专项资金到位（含上级补助）',
      raw: index % 16 === 0 ? '2,000万' : String(index * 3),
      after: index % 16 === 0 ? '2000' : String(index * 3),
      ...(index % 16 === 0
        ? { outcome: 'CHANGED', before: '1800', note: '「2,000万」按万元读作 2000。' }
        : {})
    })
  )
  const detail = batchDetail()
  return batchDetail({
    batch: view,
    cells,
    problems: [
      ...detail.problems,
      {
        ...detail.problems[0]!,
        level: 'info',
        code: 'FLOAT',
        message: '浮点误差已按 2 位小数取整。',
        value: '0.0900000762939453'
      }
    ],
    sheets: [
      {
        sheet: '汇总表',
        layout: 'UNIT_BY_INDICATOR',
        header: { first: 2, last: 3 },
        memory: null,
        columns: [
          {
            col: 0,
            letter: 'A',
            path: ['序号'],
            role: { role: 'ignore', reason: '序号' },
            unitText: null,
            by: 'keyword'
          },
          { col: 1, letter: 'B', path: ['责任单位'], role: { role: 'unit' }, unitText: null, by: 'keyword' },
          {
            col: 3,
            letter: 'D',
            path: ['重点体育项目落地', '完成'],
            role: { role: 'value', field: 'actual', indicator: 'a1', unit: null, rater: null },
            unitText: '个',
            by: 'exact'
          }
        ]
      }
    ]
  })
}
