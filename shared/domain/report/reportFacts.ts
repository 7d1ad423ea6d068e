import type { HonourFact } from '../incentive/honour.ts'
import type { Comment } from '../cadence/comment.ts'
import type { PeriodKey } from '../period/periodKey.ts'
import type { YearResult } from '../period/yearResult.ts'
import type { ResultSet } from '../ranking/resultSet.ts'
import type { SchemeDefinition } from '../scheme/schemeDefinition.ts'
import type { SlipFact } from '../supervision/slipFact.ts'
import type { CircularEdits } from './circular/circularText.ts'

/** What a unit handed in for a quarter. */
export interface SubmissionFact {
  unit: string
  name: string
  group: string
  state: 'COMPLETE' | 'PARTLY' | 'MISSING'
  filled: number
  expected: number
  /** Names of the indicators without a word from anybody. */
  missing: readonly string[]
  files: readonly string[]
  /** When its last file came in, ISO; null when nothing did. */
  lastAt: string | null
  /** After the quarter's due date; false where there is none. */
  late: boolean
}

/** How many had not handed in, or late, in an earlier quarter: 「从第一季度的15家减少到6家」 (S61). */
export interface SubmissionCount {
  period: PeriodKey
  missing: number
  partly: number
  late: number
}

export interface FrozenYear {
  result: YearResult
  /** Null: computed from what is frozen so far, not frozen itself. */
  snapshot: { id: string; frozenAt: string } | null
}

/** Everything that a report may know. Reports never recompute, re-sort or place anew. */
export interface ReportFacts {
  results: ResultSet
  /** Null for a preview: then every page says so. */
  snapshot: { id: string; frozenAt: string } | null
  /** The version that the results were computed with. */
  scheme: SchemeDefinition
  /** Frozen quarters before this one, oldest first, at most three. */
  earlier: readonly ResultSet[]
  submissions: readonly SubmissionFact[]
  /** Of the earlier quarters, in their order, and of this one, last. */
  submissionCounts: readonly SubmissionCount[]
  dueDate: string | null
  year: FrozenYear | null
  /** The half-year that the quarter lies in. */
  half: FrozenYear | null
  /** 督办文书 of the quarter as they stand on the day of the export; absent where nobody keeps any. */
  slips?: readonly SlipFact[]
  /** Honours awarded in the quarter, as registered when it was frozen; absent where nobody keeps any. */
  honours?: readonly HonourFact[]
  /** How the clerk worded paragraphs of the 通报. */
  circularEdits: CircularEdits
  /** 讲评 of the quarter, as they stand now: they are no numbers and belong to no snapshot. */
  comments: readonly Comment[]
  generatedAt: Date
  appVersion: string
}
