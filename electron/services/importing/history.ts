import { AppError } from '#shared/appError.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { BatchView, UndoBlocker } from '#shared/ipc/batch.ts'
import { restoreAdjustment } from '#db/repos/adjustmentRepo.ts'
import { append } from '#db/repos/auditRepo.ts'
import { getBatch, listBatches, markUndone, type BatchRow } from '#db/repos/batchRepo.ts'
import { restoreReading } from '#db/repos/measurementRepo.ts'
import { stagedCellsOf, type StagedAdjustmentRow, type StagedCellRow } from '#db/repos/stagedRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { undoImportedRows } from '../register/registerFileUndo.ts'
import { undoBlockers, undoScope, type UndoScope } from './undoBlockers.ts'

const VIEW_STATE = {
  received: 'waiting',
  confirmed: 'waiting',
  merged: 'merged',
  rejected: 'rejected',
  undone: 'undone'
} as const

function refusalOf(blockers: readonly UndoBlocker[]): string | null {
  const [first, ...more] = blockers
  if (first === undefined) return null
  return more.length === 0 ? first.text : `${first.text}（另有 ${more.length} 项要先处理）`
}

export function batchView(batch: BatchRow, scope: UndoScope, blockers: readonly UndoBlocker[]): BatchView {
  return {
    id: batch.id,
    period: batch.period,
    fileName: batch.fileName,
    at: batch.at,
    by: batch.by,
    state: VIEW_STATE[batch.state],
    ...batch.counts,
    review: scope.reviews.get(batch.id) ?? null,
    undoRefused: refusalOf(blockers)
  }
}

/** Throws NOT_FOUND. */
export function requireBatch(library: Library, id: number): BatchRow {
  const batch = getBatch(library.db, id)
  if (batch === null) throw new AppError('NOT_FOUND', `没有第 ${id} 次导入的记录。`)
  return batch
}

/** Every import of a period, newest first. */
export function importHistory(library: Library, period: PeriodKey): BatchView[] {
  const scope = undoScope(library, period)
  return listBatches(library.db, period).map((batch) =>
    batchView(batch, scope, undoBlockers(library, batch, scope))
  )
}

export function batchViews(library: Library, ids: readonly number[]): BatchView[] {
  return ids.map((id) => {
    const batch = requireBatch(library, id)
    const scope = undoScope(library, batch.period)
    return batchView(batch, scope, undoBlockers(library, batch, scope))
  })
}

/**
 * Takes an import back: changed values become what they were, new ones disappear. Refused (CONFLICT) while anything
 * rests on it: see `undoBlockers`. Importing the same file again afterwards is new.
 */
export function undoImport(library: Library, batchId: number): BatchView {
  return tx(library.db, () => {
    const batch = requireBatch(library, batchId)
    const blockers = undoBlockers(library, batch, undoScope(library, batch.period))
    const refused = refusalOf(blockers)
    if (refused !== null)
      throw new AppError('CONFLICT', `《${batch.fileName}》不能撤销：${refused}。没有任何改动。`)
    for (const row of stagedCellsOf(library.db, batchId)) {
      if (row.outcome === 'NEW' || row.outcome === 'CHANGED') restore(library, batch, row)
    }
    undoImportedRows(library, batchId)
    markUndone(library.db, batchId, library.now())
    append(library.db, {
      at: library.now(),
      who: library.operator(),
      what: '撤销导入',
      subject: `${batch.period} · ${batch.fileName}`
    })
    return batchViews(library, [batchId])[0]!
  })
}

function restore(library: Library, batch: BatchRow, row: StagedCellRow): void {
  const { period } = batch
  if (isAdjustmentRow(row)) restoreAdjustment(library.db, { period, entry: row.cell, previous: row.previous })
  else restoreReading(library.db, { period, reading: row.cell, previous: row.previous, at: library.now() })
}

export function isAdjustmentRow(row: StagedCellRow): row is StagedAdjustmentRow {
  return row.cell.kind === 'adjustment'
}
