import type { Problem } from '#shared/problem.ts'
import type { StagedItemRow } from '#db/repos/stagedItemRepo.ts'
import type { StagedReadingRow } from '#db/repos/stagedRepo.ts'
import { printedReading } from './printedReading.ts'

/** What one file did, or would do once a second person has confirmed it. */
export interface FileOutcome {
  batchId: number
  fileName: string
  /** Nothing of it counts yet (复核). */
  waiting: boolean
  created: number
  changed: Change[]
  same: number
  /** Cells with open problems that were left out. */
  left: Problem[]
  adjustments: number
  /** Rows of registers, in order. */
  rows: StagedItemRow[]
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

/** The values that stood there otherwise. */
export function changesOf(file: string, rows: readonly StagedReadingRow[]): Change[] {
  return rows.flatMap(({ cell, outcome, previous }) =>
    outcome !== 'CHANGED' || previous === null
      ? []
      : [
          {
            unit: cell.unit,
            indicator: cell.indicator,
            field: cell.field,
            before: printedReading(previous),
            after: printedReading(cell),
            file,
            sheet: cell.sheet,
            address: cell.address
          }
        ]
  )
}
