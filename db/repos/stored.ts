import type { ReadingState, SourceRef } from '#shared/domain/scoring/reading.ts'

/** What became of something that was written over what stood there; SKIPPED: what people entered or reversed stands. */
export type Outcome = 'NEW' | 'CHANGED' | 'SAME' | 'SKIPPED'

/** Columns of a measurement that an undo puts back. */
export interface StoredReading {
  state: ReadingState
  value: string | null
  batchId: number | null
  sheet: string | null
  address: string | null
  raw: string | null
  /** Set for entries by hand and decisions. */
  basis: HandSource | null
  note: string | null
}

export interface CellSource {
  batchId: number
  sheet: string
  address: string
  raw: string
}

/** Entry by hand (手工填报) or by a recorded decision (补分决定). */
export type HandSource = Extract<SourceRef, { kind: 'manual' | 'decision' }>

/** Columns of an entry that an undo puts back. */
export interface StoredAdjustment {
  points: string
  evidence: string | null
  approver: string | null
  batchId: number | null
  sheet: string | null
  address: string | null
  raw: string | null
}
