import { isAppError } from '#shared/appError.ts'
import type { WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { BatchCell, BatchDetail } from '#shared/ipc/batch.ts'
import type { Problem } from '#shared/problem.ts'
import { batchFacts, problemsOfBatch, type BatchRow } from '#db/repos/batchRepo.ts'
import { hasFile } from '#db/repos/batchSourceRepo.ts'
import { reviewedContent } from '#db/repos/reviewRepo.ts'
import {
  stagedCellsOf,
  type StagedAdjustmentRow,
  type StagedCellRow,
  type StagedReadingRow
} from '#db/repos/stagedRepo.ts'
import { stagedItemsOf, type StagedItemRow } from '#db/repos/stagedItemRepo.ts'
import { dryRun } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { importedRows } from './importedRows.ts'
import { batchView, isAdjustmentRow, requireBatch } from './history.ts'
import { printedReading } from './printedReading.ts'
import { writeWaiting } from './review.ts'
import { undoBlockers, undoScope } from './undoBlockers.ts'
import type { BatchMapping } from './writeBatch.ts'

/**
 * One import as it was: what each cell meant and what became of it. Of one that waits for 复核, what approving it would do
 * now; of one that was turned down, what it would have brought.
 */
export function batchDetail(library: Library, id: number): BatchDetail {
  const { db } = library
  const batch = requireBatch(library, id)
  const scope = undoScope(library, batch.period)
  const blockers = undoBlockers(library, batch, scope)
  const { fixes, mapping, bytes, format, appVersion } = batchFacts(db, id)!
  const names = namesOf(scope.scheme())
  const { rows, items, written, problems } = rowsOf(library, batch)
  return {
    batch: batchView(batch, scope, blockers),
    sha256: batch.sha256,
    bytes,
    format,
    appVersion,
    hasFile: hasFile(db, id),
    // Batches of earlier versions kept no use of memory.
    sheets: (mapping as (Omit<BatchMapping[number], 'memory'> & Partial<BatchMapping[number]>)[]).map(
      ({ sheet, layout, header, columns, memory }) => ({
        sheet,
        layout,
        header,
        columns,
        memory: memory ?? null
      })
    ),
    fixes,
    cells: rows.map((row) => cellView(row, names, written ? row.outcome : 'REJECTED')),
    items: importedRows(library, items, written),
    problems: [...problems, ...problemsOfBatch(db, id)],
    undoBlockers: blockers
  }
}

interface Rows {
  rows: StagedCellRow[]
  items: StagedItemRow[]
  /** False where nothing of it stands, or can stand, in the tables. */
  written: boolean
  problems: Problem[]
}

function rowsOf(library: Library, batch: BatchRow): Rows {
  const { db } = library
  const unwritten = (): Pick<Rows, 'rows' | 'items'> => {
    const analysis = reviewedContent(db, batch.id)?.analysis
    return { rows: rowsOfAnalysis(analysis), items: itemsOfAnalysis(analysis) }
  }
  if (batch.state === 'rejected') return { ...unwritten(), written: false, problems: [] }
  if (batch.state !== 'confirmed') {
    const rows = stagedCellsOf(db, batch.id).reverse()
    return { rows, items: stagedItemsOf(db, batch.id).reverse(), written: true, problems: [] }
  }
  try {
    const { readings, adjustments, items } = dryRun(db, () => writeWaiting(library, batch))
    return { rows: [...readings, ...adjustments], items, written: true, problems: [] }
  } catch (error) {
    if (!isAppError(error)) throw error
    // It cannot be approved any more: the second person must see why.
    const problem: Problem = {
      code: error.code,
      level: 'error',
      message: error.message,
      place: { file: batch.fileName },
      ...(error.details.action === undefined ? {} : { suggestion: error.details.action })
    }
    return { ...unwritten(), written: false, problems: [problem] }
  }
}

/** Cells that were never written, as they were understood. */
function rowsOfAnalysis(analysis: WorkbookAnalysis | undefined): StagedCellRow[] {
  const sheets = analysis?.sheets ?? []
  return [
    ...sheets
      .flatMap((sheet) => sheet.readings)
      .map((cell): StagedReadingRow => ({ cell, outcome: 'NEW', previous: null })),
    ...sheets
      .flatMap((sheet) => sheet.adjustments)
      .map((cell): StagedAdjustmentRow => ({ cell: { ...cell, ordinal: 1 }, outcome: 'NEW', previous: null }))
  ]
}

function itemsOfAnalysis(analysis: WorkbookAnalysis | undefined): StagedItemRow[] {
  const sheets = analysis?.sheets ?? []
  // Batches that waited in earlier versions have no rows of registers.
  return sheets
    .flatMap((sheet) => (sheet.items as typeof sheet.items | undefined) ?? [])
    .map((row) => ({
      ...{ row, outcome: 'NEW', subject: null, number: null, changes: [], told: '', previous: null }
    }))
}

function namesOf(scheme: SchemeDefinition | null) {
  const races = scheme?.races ?? []
  return {
    units: new Map(scheme?.units.map((unit) => [unit.code, unit.name])),
    indicators: new Map(
      races.flatMap((race) =>
        race.dimensions.flatMap((d) => d.indicators.map((entry) => [entry.code, entry.name] as const))
      )
    ),
    classes: new Map(races.flatMap((race) => race.adjustments.classes.map((c) => [c.code, c.name] as const)))
  }
}
type Names = ReturnType<typeof namesOf>

function cellView(row: StagedCellRow, names: Names, outcome: BatchCell['outcome']): BatchCell {
  const { sheet, address, raw, unit } = row.cell
  const common = {
    sheet,
    address,
    raw,
    unit,
    unitName: names.units.get(unit) ?? unit,
    outcome
  }
  if (isAdjustmentRow(row)) {
    const { classCode, points, reason } = row.cell
    return {
      ...common,
      subject: classCode,
      subjectName: names.classes.get(classCode) ?? classCode,
      field: 'adjustment',
      rater: null,
      before: row.previous?.points ?? null,
      after: points,
      note: reason
    }
  }
  const { indicator, field, rater, note } = row.cell
  return {
    ...common,
    subject: indicator,
    subjectName: names.indicators.get(indicator) ?? indicator,
    field,
    rater: rater === null ? null : [rater.group, rater.name].filter((part) => part !== '').join(' · '),
    before: row.previous === null ? null : printedReading(row.previous),
    after: printedReading(row.cell),
    note
  }
}
