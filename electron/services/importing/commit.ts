import { AppError } from '#shared/appError.ts'
import { allProblems } from '#shared/domain/importing/analysis.ts'
import type { StagedAdjustment, StagedReading } from '#shared/domain/importing/importPlan.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { Problem } from '#shared/problem.ts'
import { addAlias } from '#db/repos/organisationRepo.ts'
import { append } from '#db/repos/auditRepo.ts'
import {
  createBatch,
  finishBatch,
  stageCells,
  type BatchCounts,
  type Outcome,
  type StagedAdjustmentRow,
  type StagedReadingRow
} from '#db/repos/batchRepo.ts'
import { upsertAdjustment } from '#db/repos/adjustmentRepo.ts'
import { upsertReading, type CellSource } from '#db/repos/measurementRepo.ts'
import { getPeriod, movePeriod } from '#db/repos/periodRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { isReady, type ImportSession, type ReadyFile, type SessionFile } from './session.ts'

/** What one file did. */
export interface FileOutcome {
  batchId: number
  fileName: string
  created: number
  changed: Change[]
  same: number
  /** Cells with open problems that were left out. */
  left: Problem[]
  adjustments: number
}

export interface Change {
  unit: string
  indicator: string
  field: string
  before: string
  after: string
  file: string
  sheet: string
  address: string
}

/** Problems that keep a file from counting as it stands. */
export function openErrors(file: SessionFile): Problem[] {
  const own = file.analysis === null ? [] : allProblems(file.analysis)
  return [...own, ...file.conflicts].filter((problem) => problem.level === 'error')
}

function assertOpen(library: Library, session: ImportSession): void {
  const period = getPeriod(library.db, session.period)
  if (period === null) throw new AppError('NOT_FOUND', `还没有建立${periodTitle(session.period)}。`)
  if (isFrozenState(period.state)) {
    throw new AppError('PERIOD_FROZEN', `${periodTitle(session.period)}已冻结，不能再导入；没有任何改动。`, {
      action: '确需更正，请先在「总览」重开本季度并写明理由。'
    })
  }
}

const printed = (state: string, value: string | null): string =>
  state === 'NA' ? '/' : state === 'MISSING' ? '缺报' : (value ?? '')

/**
 * Writes all ready files of the session in one transaction. Called inside `dryRun` it is the preview: there is no
 * second code path. Conflicts between files always block; other open errors only when `leaveErrors` is false.
 */
export function commitSession(library: Library, session: ImportSession, leaveErrors: boolean): FileOutcome[] {
  assertOpen(library, session)
  const files = session.files.filter(isReady)
  if (files.length === 0) throw new AppError('IMPORT_BLOCKED', '没有可以导入的文件。')
  const blocking = files.flatMap((file) =>
    leaveErrors ? file.conflicts.filter((p) => p.level === 'error') : openErrors(file)
  )
  if (blocking.length > 0) {
    throw new AppError('IMPORT_BLOCKED', `还有 ${blocking.length} 处必须修，没有导入任何数据。`, {
      problems: blocking
    })
  }
  return tx(library.db, () => {
    const outcomes = files.map((file) => writeFile(library, session, file))
    const period = getPeriod(library.db, session.period)!
    if (period.state === 'collecting' || period.state === 'computed') {
      movePeriod(library.db, session.period, 'checking', library.operator(), library.now(), '导入报送表')
    }
    return outcomes
  })
}

function writeFile(library: Library, session: ImportSession, file: ReadyFile): FileOutcome {
  const { db } = library
  const { raw, analysis } = file
  const at = library.now()
  const who = library.operator()
  const batchId = createBatch(db, {
    period: session.period,
    fileName: file.name,
    fixes: file.fixes,
    raw,
    mapping: analysis.sheets.map(({ sheet, layout, header, body, columns, unit, meta, title }) => ({
      sheet,
      layout,
      header,
      body,
      columns,
      unit,
      meta,
      title
    })),
    by: who,
    at,
    appVersion: library.appVersion
  })
  for (const [text, answer] of Object.entries(file.fixes.units)) {
    if (answer !== 'SKIP' && answer.remember) addAlias(db, { unit: answer.unit, text, source: 'import', at })
  }
  const readings = analysis.sheets
    .flatMap((sheet) => sheet.readings)
    .map((cell) => stageReading(library, session, batchId, cell))
  const adjustments = stageAdjustments(
    library,
    session,
    batchId,
    analysis.sheets.flatMap((sheet) => sheet.adjustments)
  )
  stageCells(db, batchId, [...readings, ...adjustments])

  const problems = [...allProblems(analysis), ...file.conflicts]
  const left = problems.filter((problem) => problem.level === 'error')
  const count = (outcome: Outcome): number => readings.filter((row) => row.outcome === outcome).length
  const counts: BatchCounts = {
    created: count('NEW'),
    changed: count('CHANGED'),
    same: count('SAME'),
    left: left.length,
    adjustments: adjustments.filter((row) => row.outcome !== 'SAME').length
  }
  finishBatch(db, batchId, { counts, problems })
  append(db, {
    at,
    who,
    what: '导入',
    subject: `${session.period} · ${file.name}`,
    after: JSON.stringify(counts)
  })
  return {
    batchId,
    fileName: file.name,
    ...counts,
    changed: readings.flatMap((row) => changeOf(file.name, row)),
    left
  }
}

function sourceOf(batchId: number, cell: { sheet: string; address: string; raw: string }): CellSource {
  return { batchId, sheet: cell.sheet, address: cell.address, raw: cell.raw }
}

function stageReading(
  library: Library,
  session: ImportSession,
  batchId: number,
  cell: StagedReading
): StagedReadingRow {
  const written = upsertReading(library.db, {
    period: session.period,
    reading: cell,
    source: sourceOf(batchId, cell),
    at: library.now()
  })
  return { cell, ...written }
}

function stageAdjustments(
  library: Library,
  session: ImportSession,
  batchId: number,
  cells: readonly StagedAdjustment[]
): StagedAdjustmentRow[] {
  const seen = new Map<string, number>()
  return cells.map((cell) => {
    const key = [cell.unit, cell.classCode, cell.date ?? '', cell.reason].join('|')
    const ordinal = (seen.get(key) ?? 0) + 1
    seen.set(key, ordinal)
    const written = upsertAdjustment(library.db, {
      period: session.period,
      entry: cell,
      ordinal,
      source: sourceOf(batchId, cell),
      at: library.now()
    })
    return { cell: { ...cell, ordinal }, ...written }
  })
}

function changeOf(file: string, { cell, outcome, previous }: StagedReadingRow): Change[] {
  if (outcome !== 'CHANGED' || previous === null) return []
  return [
    {
      unit: cell.unit,
      indicator: cell.indicator,
      field: cell.field,
      before: printed(previous.state, previous.value),
      after: printed(cell.state, cell.value),
      file,
      sheet: cell.sheet,
      address: cell.address
    }
  ]
}
