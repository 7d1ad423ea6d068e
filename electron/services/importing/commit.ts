import { AppError } from '#shared/appError.ts'
import { allProblems } from '#shared/domain/importing/analysis.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { Problem } from '#shared/problem.ts'
import { addAlias } from '#db/repos/organisationRepo.ts'
import { append } from '#db/repos/auditRepo.ts'
import { createBatch, finishBatch, stageCells, type StagedCellRow } from '#db/repos/batchRepo.ts'
import { insertAdjustment } from '#db/repos/adjustmentRepo.ts'
import { upsertReading } from '#db/repos/measurementRepo.ts'
import { getPeriod, movePeriod } from '#db/repos/periodRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { isReady, type ImportSession, type SessionFile } from './session.ts'

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
    throw new AppError(
      'PERIOD_FROZEN',
      `${periodTitle(session.period)}已冻结，不能再导入；没有任何改动。`,
      { action: '确需更正，请先在「总览」重开本季度并写明理由。' }
    )
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
  const blocking = files.flatMap((file) => (leaveErrors ? file.conflicts.filter((p) => p.level === 'error') : openErrors(file)))
  if (blocking.length > 0) {
    throw new AppError('IMPORT_BLOCKED', `还有 ${blocking.length} 处必须修，没有导入任何数据。`, { problems: blocking })
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

function writeFile(library: Library, session: ImportSession, file: SessionFile): FileOutcome {
  const { db } = library
  const raw = file.raw!
  const analysis = file.analysis!
  const at = library.now()
  const who = library.operator()
  const batchId = createBatch(db, {
    period: session.period,
    fileName: file.name,
    sha256: raw.sha256,
    bytes: raw.bytes,
    format: raw.format,
    fixes: file.fixes,
    raw,
    mapping: analysis.sheets.map(({ readings: _readings, adjustments: _adjustments, problems: _problems, ...rest }) => rest),
    by: who,
    at,
    appVersion: library.appVersion
  })
  for (const [text, answer] of Object.entries(file.fixes.units)) {
    if (answer !== 'SKIP' && answer.remember) addAlias(db, { unit: answer.unit, text, source: 'import', at })
  }
  const staged: StagedCellRow[] = []
  const changed: Change[] = []
  for (const reading of analysis.sheets.flatMap((sheet) => sheet.readings)) {
    const written = upsertReading(db, {
      period: session.period,
      reading: {
        unit: reading.unit,
        indicator: reading.indicator,
        field: reading.field,
        rater: reading.rater,
        state: reading.state,
        value: reading.value,
        note: reading.note
      },
      source: { batchId, sheet: reading.sheet, address: reading.address, raw: reading.raw },
      at
    })
    staged.push({ ...reading, outcome: written.outcome, previous: written.previous })
    if (written.outcome === 'CHANGED' && written.previous !== null) {
      changed.push({
        unit: reading.unit,
        indicator: reading.indicator,
        field: reading.field,
        before: printed(written.previous.state, written.previous.value),
        after: printed(reading.state, reading.value),
        file: file.name,
        sheet: reading.sheet,
        address: reading.address
      })
    }
  }
  let adjustments = 0
  for (const entry of analysis.sheets.flatMap((sheet) => sheet.adjustments)) {
    insertAdjustment(db, {
      period: session.period,
      entry,
      source: { batchId, sheet: entry.sheet, address: entry.address, raw: entry.raw },
      at
    })
    staged.push({ ...entry, outcome: 'NEW', previous: null })
    adjustments += 1
  }
  stageCells(db, batchId, staged)
  const problems = [...allProblems(analysis), ...file.conflicts]
  const left = problems.filter((problem) => problem.level === 'error')
  const count = (outcome: string): number => staged.filter((cell) => cell.kind === 'reading' && cell.outcome === outcome).length
  const counts = { created: count('NEW'), changed: count('CHANGED'), same: count('SAME'), left: left.length, adjustments }
  finishBatch(db, batchId, { counts, problems, at })
  append(db, {
    at,
    who,
    what: '导入',
    subject: `${session.period} · ${file.name}`,
    after: JSON.stringify(counts),
    reason: null
  })
  return { batchId, fileName: file.name, ...counts, changed, left }
}
