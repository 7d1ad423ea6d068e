import { catalogueOf } from '#electron/services/importing/catalogueOf.ts'
import { fileDetail, fileView as viewOf } from '#electron/services/importing/fileView.ts'
import { newFile, type SessionFile } from '#electron/services/importing/session.ts'
import type { WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import { analyseWorkbook } from '#shared/domain/importing/analyseWorkbook.ts'
import { importFixes, type ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { RawWorkbook } from '#shared/domain/importing/rawWorkbook.ts'
import type {
  BatchView,
  ImportFileDetail,
  ImportFileView,
  ImportPreview,
  ImportSessionView
} from '#shared/ipc/import.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { scheme } from '../fixtures/scheme.ts'
import { dirtyWorkbook, secondWorkbook } from './workbookFixture.ts'

const PERIOD = '2026Q3'
const catalogue = catalogueOf(scheme, PERIOD, [])

interface FakeFile {
  id: string
  raw: RawWorkbook
  fixes: ImportFixes
  skipped: boolean
}

const analysisOf = (file: FakeFile): WorkbookAnalysis => analyseWorkbook(file.raw, catalogue, file.fixes)

const FAILED: ImportFileView = {
  id: 'locked',
  name: '督办反馈（加密）.xlsx',
  bytes: 41_984,
  status: 'FAILED',
  error: {
    code: 'FILE_ENCRYPTED',
    message: '这个文件打不开：有密码保护。',
    details: { action: '请在 WPS 或 Excel 里去掉打开密码后另存，再导入。' }
  },
  duplicateOf: null,
  format: null,
  sheets: [],
  counts: { cells: 0, errors: 0, confirms: 0, infos: 0 }
}

const DUPLICATE: ImportFileView = {
  ...FAILED,
  id: 'again',
  name: '目标任务完成情况汇总表 (1).xlsx',
  status: 'DUPLICATE',
  error: null,
  format: 'xlsx',
  duplicateOf: '与《目标任务完成情况汇总表.xlsx》内容完全相同'
}

/** The file as the service sees it: its views are the service's own, so that the page is tested on real ones. */
const sessionFile = (file: FakeFile): SessionFile => ({
  ...newFile(file.raw.fileName, file.raw.bytes),
  ...file,
  analysis: analysisOf(file)
})

const fileView = (file: FakeFile): ImportFileView => viewOf(sessionFile(file))
const detailOf = (file: FakeFile): ImportFileDetail => fileDetail(sessionFile(file))

export const PREVIEW: ImportPreview = {
  created: 47,
  changed: [
    {
      unit: 'industry',
      unitName: '体育产业处',
      indicator: 'a1',
      indicatorName: '重点体育项目落地',
      field: 'actual',
      before: '2',
      after: '3',
      file: '目标任务完成情况汇总表.xlsx',
      address: 'D12'
    }
  ],
  same: 6,
  left: 0,
  adjustments: 0,
  rankChanges: [
    { unit: 'approval', name: '行政审批处', before: 7, after: 6, movement: { kind: 'UP', by: 1 } },
    { unit: 'venues', name: '场馆管理处', before: 6, after: 7, movement: { kind: 'DOWN', by: 1 } },
    { unit: 'industry', name: '体育产业处', before: null, after: 9, movement: { kind: 'NEW' } }
  ]
}

const batch = (id: number, fileName: string, over: Partial<BatchView> = {}): BatchView => ({
  id,
  period: PERIOD,
  fileName,
  at: '2026-10-08T10:20:00',
  by: '考核办',
  state: 'merged',
  created: 56,
  changed: 0,
  same: 0,
  left: 0,
  adjustments: 0,
  undoRefused: null,
  ...over
})

export const BATCHES: BatchView[] = [
  batch(5, '加减分台账.xlsx', { at: '2026-10-09T08:55:12', created: 0, adjustments: 18 }),
  batch(4, '体育讲堂评分表.xlsx', {
    changed: 4,
    same: 80,
    created: 182,
    undoRefused: '第 5 批改过其中的数，请先撤销第 5 批。'
  }),
  batch(3, '目标任务完成情况汇总表.xlsx', { state: 'undone', at: '2026-10-08T09:02:00' })
]

export interface ImportWorld {
  handlers: Handlers
  files: FakeFile[]
}

/** Main's side of an import with the real analysis behind it; `running` starts with files read. */
export function importWorld({ running = true }: { running?: boolean } = {}): ImportWorld {
  const files: FakeFile[] = [dirtyWorkbook(), secondWorkbook()].map((raw, index) => ({
    id: `f${index + 1}`,
    raw,
    fixes: importFixes.parse({}),
    skipped: false
  }))
  let open = running

  function session(): ImportSessionView {
    const views = files.map(fileView)
    const ready = views.filter((view) => view.status === 'READY')
    const sum = (pick: (view: ImportFileView) => number): number =>
      ready.reduce((total, view) => total + pick(view), 0)
    const errors = sum((view) => view.counts.errors)
    const blockedBy =
      ready.length === 0 ? '没有可以导入的文件' : errors > 0 ? `还有 ${errors} 处必须修` : null
    return {
      session: 's1',
      period: PERIOD,
      files: [...views, FAILED, DUPLICATE],
      totals: {
        cells: sum((view) => view.counts.cells),
        ready: ready.length,
        errors,
        confirms: sum((view) => view.counts.confirms),
        infos: sum((view) => view.counts.infos),
        missingUnits: ['审计处', '反兴奋剂中心']
      },
      canCommit: blockedBy === null,
      blockedBy
    }
  }

  function file(id: string): FakeFile {
    const found = files.find((one) => one.id === id)
    if (found === undefined) throw new Refusal('NOT_FOUND', '这个文件已经不在本次导入里。')
    return found
  }

  function start(): ImportSessionView {
    open = true
    return session()
  }

  const handlers: Handlers = {
    'import.current': () => (open ? session() : null),
    'import.session': () => (open ? session() : null),
    'import.pick': start,
    'import.drop': start,
    'import.sample': start,
    'import.file': (input) => detailOf(file(input.file)),
    'import.grid': ({ file: id, sheet: name, top, rows }) => {
      const sheet = file(id).raw.sheets.find((one) => one.name === name)!
      return {
        sheet: name,
        rowCount: sheet.rowCount,
        colCount: sheet.colCount,
        merges: sheet.merges,
        hiddenRows: sheet.hiddenRows,
        hiddenCols: sheet.hiddenCols,
        cells: sheet.cells
          .filter((cell) => cell.row >= top && cell.row < top + rows)
          .map((cell) => ({
            row: cell.row,
            col: cell.col,
            text: cell.shown,
            numeric: cell.kind === 'number',
            ...(cell.formula === undefined ? {} : { formula: cell.formula })
          }))
      }
    },
    'import.fix': (input) => {
      const target = file(input.file)
      target.fixes = importFixes.parse(input.fixes)
      return detailOf(target)
    },
    'import.fixUnit': ({ text, unit, remember }) => {
      for (const one of files) {
        one.fixes = {
          ...one.fixes,
          units: { ...one.fixes.units, [text]: unit === null ? 'SKIP' : { unit, remember } }
        }
      }
      return session()
    },
    'import.skipFile': (input) => {
      file(input.file).skipped = input.skip
      return session()
    },
    'import.preview': () => PREVIEW,
    'import.commit': () => {
      open = false
      return {
        batches: [
          batch(6, '目标任务完成情况汇总表.xlsx', { created: 47, changed: 1, same: 6 }),
          batch(7, '承诺事项办结情况.xlsx', { created: 3 })
        ],
        backup: '20261009-101200-导入前.db',
        rejected: 0
      }
    },
    'import.discard': () => {
      open = false
      return {}
    },
    'import.history': () => BATCHES,
    'import.undo': ({ batch: id }) => ({ ...BATCHES.find((one) => one.id === id)!, state: 'undone' as const })
  }
  return { handlers, files }
}
