import { AppError } from '#shared/appError.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { BatchView } from '#shared/ipc/import.ts'
import { restoreAdjustment } from '#db/repos/adjustmentRepo.ts'
import { append } from '#db/repos/auditRepo.ts'
import {
  getBatch,
  listBatches,
  markUndone,
  stagedCellsOf,
  type BatchRow,
  type StagedAdjustmentRow,
  type StagedCellRow
} from '#db/repos/batchRepo.ts'
import { changedAfter, restoreReading } from '#db/repos/measurementRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'

/** Why a batch cannot be taken back, or null when it can. */
function undoRefused(library: Library, batch: BatchRow): string | null {
  if (batch.state === 'undone') return '已经撤销过'
  if (isFrozenState(requirePeriod(library, batch.period).state)) return `${periodTitle(batch.period)}已冻结`
  const later = changedAfter(library.db, batch.id)
  if (later.length > 0) {
    const files = later.map((row) => `《${row.fileName}》也含 ${row.count} 个`).join('、')
    return `后来的导入也含其中的数（${files}），请先撤销后来的`
  }
  return null
}

function toView(library: Library, batch: BatchRow): BatchView {
  return {
    id: batch.id,
    period: batch.period,
    fileName: batch.fileName,
    at: batch.at,
    by: batch.by,
    state: batch.state === 'undone' ? 'undone' : 'merged',
    created: batch.counts.created,
    changed: batch.counts.changed,
    same: batch.counts.same,
    left: batch.counts.left,
    adjustments: batch.counts.adjustments,
    undoRefused: undoRefused(library, batch)
  }
}

/** Every import of a period, newest first. */
export function importHistory(library: Library, period: PeriodKey): BatchView[] {
  return listBatches(library.db, period).map((batch) => toView(library, batch))
}

export function batchViews(library: Library, ids: readonly number[]): BatchView[] {
  return ids.map((id) => toView(library, getBatch(library.db, id)!))
}

/**
 * Takes an import back: changed values become what they were, new ones disappear. Refused when a later import
 * changed the same numbers or the period is frozen. Importing the same file again afterwards is new.
 */
export function undoImport(library: Library, batchId: number): BatchView {
  return tx(library.db, () => {
    const batch = getBatch(library.db, batchId)
    if (batch === null) throw new AppError('NOT_FOUND', '没有这次导入的记录。')
    const refused = undoRefused(library, batch)
    if (refused !== null)
      throw new AppError('CONFLICT', `《${batch.fileName}》不能撤销：${refused}。没有任何改动。`)
    for (const row of stagedCellsOf(library.db, batchId)) {
      if (row.outcome !== 'SAME') restore(library, batch, row)
    }
    markUndone(library.db, batchId, library.now())
    append(library.db, {
      at: library.now(),
      who: library.operator(),
      what: '撤销导入',
      subject: `${batch.period} · ${batch.fileName}`
    })
    return toView(library, getBatch(library.db, batchId)!)
  })
}

function restore(library: Library, batch: BatchRow, row: StagedCellRow): void {
  const { period } = batch
  if (isAdjustmentRow(row)) restoreAdjustment(library.db, { period, entry: row.cell, previous: row.previous })
  else restoreReading(library.db, { period, reading: row.cell, previous: row.previous, at: library.now() })
}

function isAdjustmentRow(row: StagedCellRow): row is StagedAdjustmentRow {
  return row.cell.kind === 'adjustment'
}
