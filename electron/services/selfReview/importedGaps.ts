import { AppError } from '#shared/appError.ts'
import { nameKey } from '#shared/domain/importing/names/normaliseLabel.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { gapFields, type GapFields, type GapInput } from '#shared/domain/selfReview/gapFields.ts'
import {
  bumpSelfReview,
  findGap,
  findSelfReview,
  gapsOfReview,
  insertGap,
  removeGap,
  updateGap
} from '#db/repos/selfReviewRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { checkGapRefs } from './checkGapRefs.ts'
import { openReview } from './openReview.ts'

/** A row of a 六问对标 sheet as understood. Only what the sheet says is given: absent fields stay as they are. */
export interface ImportedGap {
  period: PeriodKey
  unit: string
  /** Row that the sheet was issued for, where it says so; else the same topic and benchmark are the same gap. */
  row?: number | null
  fields: Partial<GapInput> & { topic: string }
  /** The batch that it belongs to; null for a template read by itself. */
  source: { batch: number; sheet: string; address: string } | null
}

export interface ImportedGapOutcome {
  row: number
  outcome: 'NEW' | 'CHANGED' | 'SAME'
  /** What stood there, for undo and history; null for a new one. */
  previous: GapFields | null
}

/**
 * Adds or changes a gap from a sheet. Call inside the import's transaction.
 * @throws AppError CONFLICT when the review is submitted, PERIOD_FROZEN when the quarter is archived, NOT_FOUND,
 * VALIDATION_FAILED
 */
export function saveImportedGap(library: Library, gap: ImportedGap): ImportedGapOutcome {
  const { db } = library
  return tx(db, () => {
    const review = openReview(library, gap.period, gap.unit)
    const rows = gapsOfReview(db, review.id)
    const known =
      rows.find((row) => row.id === gap.row && !row.removed) ??
      rows.find((row) => !row.removed && isSame(row.fields, gap.fields))
    const fields = gapFields.parse({ ...known?.fields, ...gap.fields })
    checkGapRefs(library, gap.period, [fields])
    if (known === undefined) {
      const row = insertGap(db, review.id, rows.length + 1, fields, { source: gap.source })
      bumpSelfReview(db, review.id)
      return { row, outcome: 'NEW', previous: null }
    }
    if (JSON.stringify(fields) === JSON.stringify(known.fields))
      return { row: known.id, outcome: 'SAME', previous: known.fields }
    updateGap(db, known.id, fields)
    bumpSelfReview(db, review.id)
    return { row: known.id, outcome: 'CHANGED', previous: known.fields }
  })
}

function isSame(known: GapFields, given: ImportedGap['fields']): boolean {
  if (nameKey(known.topic) !== nameKey(given.topic)) return false
  return given.benchmark === undefined || nameKey(known.benchmark) === nameKey(given.benchmark)
}

/** Takes an import of a gap back. Throws CONFLICT when it has become a task or the review was submitted since. */
export function undoImportedGap(
  library: Library,
  { row, previous }: Pick<ImportedGapOutcome, 'row' | 'previous'>
): void {
  const { db } = library
  tx(db, () => {
    const gap = findGap(db, row)
    if (gap === null) throw new AppError('NOT_FOUND', `没有第 ${row} 条差距。`)
    const review = openReview(library, gap.period, gap.unit)
    if (previous === null) {
      if (gap.item !== null)
        throw new AppError('CONFLICT', `「${gap.fields.topic}」已转为任务，不能撤销它的导入。`, {
          action: '请先到「清单台账」作废那个事项。'
        })
      removeGap(db, row, library.now())
    } else updateGap(db, row, previous)
    bumpSelfReview(db, review.id)
  })
}

/** Whether undoing would be refused, as a sentence; null when it would not. */
export function undoGapBlocker(library: Library, row: number): string | null {
  const gap = findGap(library.db, row)
  if (gap === null) return null
  if (findSelfReview(library.db, gap.period, gap.unit)?.state === 'SUBMITTED')
    return `「${gap.fields.topic}」所在的六问对标已经提交。`
  return gap.item === null ? null : `「${gap.fields.topic}」已转为任务。`
}
