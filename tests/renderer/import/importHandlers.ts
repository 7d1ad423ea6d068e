import { catalogueOf } from '#electron/services/importing/catalogueOf.ts'
import { fileDetail, fileView as viewOf } from '#electron/services/importing/fileView.ts'
import { fixesForAll } from '#electron/services/importing/fixesForAll.ts'
import { newFile, newSession, type SessionFile } from '#electron/services/importing/session.ts'
import { sessionProblemGroups } from '#electron/services/importing/sessionProblemGroups.ts'
import type { WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import { analyseWorkbook } from '#shared/domain/importing/analyseWorkbook.ts'
import { importFixes, type ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { BatchView } from '#shared/ipc/batch.ts'
import type {
  ImportFileDetail,
  ImportFileView,
  ImportPreview,
  ImportSessionView,
  TextEncoding
} from '#shared/ipc/importViews.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { scheme } from '../fixtures/scheme.ts'
import { cleanSheet, dirtyWorkbook, secondWorkbook, sheetOf, workbookOf } from './workbookFixture.ts'

const PERIOD = '2026Q3'
const catalogue = catalogueOf(scheme, PERIOD, [])

interface FakeFile {
  id: string
  raw: RawWorkbook
  fixes: ImportFixes
  skipped: boolean
  folder: string
  pasted: boolean
  encoding: TextEncoding | null
}

export const fakeFile = (id: string, raw: RawWorkbook, over: Partial<FakeFile> = {}): FakeFile => ({
  id,
  raw,
  fixes: importFixes.parse({}),
  skipped: false,
  folder: '',
  pasted: false,
  encoding: null,
  ...over
})

/** Opens the locked file of the fake import. */
export const PASSWORD = '考核2026'

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
  folder: '',
  encoding: null,
  needsPassword: true,
  pasted: false,
  format: null,
  sheets: [],
  counts: { cells: 0, errors: 0, confirms: 0, infos: 0 }
}

const DUPLICATE: ImportFileView = {
  ...FAILED,
  id: 'again',
  name: '目标任务完成情况汇总表 (1).xlsx',
  status: 'DUPLICATE',
  needsPassword: false,
  error: null,
  format: 'xlsx',
  duplicateOf: '与《目标任务完成情况汇总表.xlsx》内容完全相同'
}

/** The file as the service sees it: its views are the service's own, so that the page is tested on real ones. */
const sessionFile = (file: FakeFile): SessionFile => ({
  ...newFile({ name: file.raw.fileName, bytes: new Uint8Array() }),
  ...file,
  bytes: file.raw.bytes,
  analysis: analysisOf(file)
})

const fileView = (file: FakeFile): ImportFileView => viewOf(sessionFile(file))

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
  items: [],
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
  review: null,
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

interface WorldOptions {
  running?: boolean
  /** A second person has to confirm. */
  review?: boolean
  /** Instead of the two workbooks. */
  files?: FakeFile[]
  /** Changes what the service would say of a file, for what only main's other parts find out. */
  detail?: (detail: ImportFileDetail) => ImportFileDetail
}

/** Main's side of an import with the real analysis behind it; `running` starts with files read. */
export function importWorld({
  running = true,
  review = false,
  files: given,
  detail
}: WorldOptions = {}): ImportWorld {
  const files = given ?? [fakeFile('f1', dirtyWorkbook()), fakeFile('f2', secondWorkbook())]
  const undo: { fixes: ImportFixes; skipped: boolean }[][] = []
  let locked: ImportFileView | null = FAILED
  let open = running
  const remember = (): void => void undo.push(files.map(({ fixes, skipped }) => ({ fixes, skipped })))

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
      files: [...views, ...(locked === null ? [] : [locked]), DUPLICATE],
      totals: {
        cells: sum((view) => view.counts.cells),
        ready: ready.length,
        errors,
        confirms: sum((view) => view.counts.confirms),
        infos: sum((view) => view.counts.infos),
        missingUnits: ['审计处', '反兴奋剂中心']
      },
      review,
      undoable: undo.length > 0,
      canCommit: blockedBy === null,
      blockedBy
    }
  }

  const detailOf = (one: FakeFile): ImportFileDetail => {
    const real = fileDetail(sessionFile(one))
    return detail === undefined ? real : detail(real)
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
    'import.paste': ({ text }) => {
      const rows = text.split('\n').map((line) => line.split('\t'))
      files.push(
        fakeFile('pasted', workbookOf('粘贴的表格.tsv', [sheetOf('粘贴的表格', 0, rows)]), { pasted: true })
      )
      return start()
    },
    'import.password': ({ password }) => {
      if (password === PASSWORD) {
        locked = null
        files.push(fakeFile('locked', workbookOf(FAILED.name, [cleanSheet()])))
      } else {
        locked = {
          ...FAILED,
          error: {
            code: 'FILE_ENCRYPTED',
            message: '密码不对，打不开文件。',
            details: { action: '请核对密码后重新输入。' }
          }
        }
      }
      return session()
    },
    'import.encoding': ({ file: id, encoding }) => {
      const target = file(id)
      target.encoding = encoding
      target.raw = { ...target.raw, encoding }
      return session()
    },
    'import.reread': session,
    'import.file': (input) => detailOf(file(input.file)),
    'import.problems': () => sessionProblemGroups({ ...newSession(PERIOD), files: files.map(sessionFile) }),
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
      remember()
      target.fixes = importFixes.parse(input.fixes)
      return detailOf(target)
    },
    'import.fixAll': ({ fixes }) => {
      remember()
      for (const one of files) one.fixes = fixesForAll(sessionFile(one), fixes)
      return session()
    },
    'import.undoFix': () => {
      const before = undo.pop()
      files.forEach((one, index) => Object.assign(one, before?.[index]))
      return session()
    },
    'import.skipFile': (input) => {
      remember()
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
        rejected: 0,
        waiting: review
      }
    },
    'import.discard': () => {
      open = false
      return {}
    },
    'batch.list': () => BATCHES,
    'batch.undo': ({ batch: id }) => ({ ...BATCHES.find((one) => one.id === id)!, state: 'undone' as const })
  }
  return { handlers, files }
}
