import { allProblems, type WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import type { StagedAdjustment, StagedReading } from '#shared/domain/importing/importPlan.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Problem } from '#shared/problem.ts'
import { upsertAdjustment } from '#db/repos/adjustmentRepo.ts'
import { createBatch, type BatchCounts } from '#db/repos/batchRepo.ts'
import { upsertReading, type CellSource } from '#db/repos/measurementRepo.ts'
import { addAlias } from '#db/repos/organisationRepo.ts'
import { stageItems, type StagedItemRow } from '#db/repos/stagedItemRepo.ts'
import { stageCells, type StagedAdjustmentRow, type StagedReadingRow } from '#db/repos/stagedRepo.ts'
import type { Outcome } from '#db/repos/stored.ts'
import type { Library } from '../library.ts'
import { saveImportedRows } from '../register/registerFileRows.ts'
import { rememberSheets } from './memory.ts'
import type { ReadyFile } from './session.ts'

/** What a batch is made of: a file of a session, or one that waited for 复核 and was read back. */
export type BatchContent = Pick<ReadyFile, 'name' | 'fixes' | 'raw' | 'analysis'>

export interface WrittenBatch {
  counts: BatchCounts
  readings: StagedReadingRow[]
  adjustments: StagedAdjustmentRow[]
  items: StagedItemRow[]
}

/** Everything that is to be said about a file, its contradictions with other files included. */
export function problemsOfFile(file: Pick<ReadyFile, 'analysis' | 'conflicts'>): Problem[] {
  return [...allProblems(file.analysis), ...file.conflicts]
}

/** Opens a batch for a file, keeping its bytes, its cells, the clerk's answers and how each sheet was understood. */
export function openBatch(
  library: Library,
  period: PeriodKey,
  file: BatchContent & Pick<ReadyFile, 'original'>
): number {
  return createBatch(library.db, {
    period,
    fileName: file.name,
    fixes: file.fixes,
    raw: file.raw,
    original: file.original,
    mapping: mappingOf(file.analysis),
    by: library.operator(),
    at: library.now(),
    appVersion: library.appVersion
  })
}

/** How the sheets were understood, without their values: what `batch.mapping` keeps. */
export function mappingOf(analysis: WorkbookAnalysis) {
  return analysis.sheets.map(
    ({ sheet, layout, header, body, columns, tables, memory, unit, meta, title }) => ({
      sheet,
      layout,
      header,
      body,
      columns,
      tables,
      memory,
      unit,
      meta,
      title
    })
  )
}
export type BatchMapping = ReturnType<typeof mappingOf>

/**
 * Writes the values of a batch, the names that the clerk wants remembered and the answers about its sheets. `left` is
 * how many cells were left out. To be called inside a transaction.
 */
export function writeBatch(
  library: Library,
  period: PeriodKey,
  batchId: number,
  file: BatchContent,
  left: number
): WrittenBatch {
  const { db } = library
  const at = library.now()
  for (const [text, answer] of Object.entries(file.fixes.units)) {
    if (answer !== 'SKIP' && answer.remember) addAlias(db, { unit: answer.unit, text, source: 'import', at })
  }
  rememberSheets(library, period, batchId, file)
  const { sheets } = file.analysis
  const readings = sheets
    .flatMap((sheet) => sheet.readings)
    .map((cell) => writeReading(library, period, batchId, cell))
  const adjustments = writeAdjustments(
    library,
    period,
    batchId,
    sheets.flatMap((sheet) => sheet.adjustments)
  )
  stageCells(db, batchId, [...readings, ...adjustments])
  // Batches that waited for 复核 in earlier versions have no rows of registers.
  const rows = sheets.flatMap((sheet) => (sheet.items as typeof sheet.items | undefined) ?? [])
  const items = saveImportedRows(library, batchId, rows)
  stageItems(db, batchId, items)
  const written = items.filter(({ outcome }) => outcome === 'NEW' || outcome === 'CHANGED').length
  const skipped = items.filter(({ outcome }) => outcome === 'SKIPPED').length
  const count = (outcome: Outcome): number => readings.filter((row) => row.outcome === outcome).length
  return {
    counts: {
      created: count('NEW'),
      changed: count('CHANGED'),
      same: count('SAME'),
      left: left + skipped,
      adjustments: adjustments.filter(({ outcome }) => outcome === 'NEW' || outcome === 'CHANGED').length,
      ...(items.length === 0 ? {} : { items: written })
    },
    readings,
    adjustments,
    items
  }
}

function sourceOf(batchId: number, cell: { sheet: string; address: string; raw: string }): CellSource {
  return { batchId, sheet: cell.sheet, address: cell.address, raw: cell.raw }
}

function writeReading(
  library: Library,
  period: PeriodKey,
  batchId: number,
  cell: StagedReading
): StagedReadingRow {
  const written = upsertReading(library.db, {
    period,
    reading: cell,
    source: sourceOf(batchId, cell),
    at: library.now()
  })
  return { cell, ...written }
}

function writeAdjustments(
  library: Library,
  period: PeriodKey,
  batchId: number,
  cells: readonly StagedAdjustment[]
): StagedAdjustmentRow[] {
  const seen = new Map<string, number>()
  return cells.map((cell) => {
    const key = [cell.unit, cell.classCode, cell.date ?? '', cell.reason].join('|')
    const ordinal = (seen.get(key) ?? 0) + 1
    seen.set(key, ordinal)
    const written = upsertAdjustment(library.db, {
      period,
      entry: cell,
      ordinal,
      source: sourceOf(batchId, cell),
      at: library.now()
    })
    return { cell: { ...cell, ordinal }, ...written }
  })
}
