import type { AppErrorDetails, ErrorCode } from '#shared/appError.ts'
import type { ImportCatalogue } from '#shared/domain/importing/catalogue.ts'
import type { ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { ImportKnowledge } from '#shared/domain/importing/knowledge.ts'
import type { PackedAnalysis } from './packAnalysis.ts'
import type { PackedWorkbook } from './packWorkbook.ts'
import type { ReadStage, TextEncoding } from './readJob.ts'
import type { ReadLimits } from './readLimits.ts'

/** What a workbook is analysed with; the same for all files of an import. */
export interface ImportNames {
  catalogue: ImportCatalogue
  knowledge: ImportKnowledge
}

export interface Question {
  names: ImportNames
  /** The clerk's answers for this file. */
  fixes: ImportFixes
}

/** A question on its way: the names go along only when the thread does not have them yet. */
export interface SentQuestion {
  names: ImportNames | null
  fixes: ImportFixes
}

/** Caller → thread. */
export type ThreadRequest =
  | {
      type: 'read'
      id: number
      file: string
      bytes: Uint8Array<ArrayBuffer>
      password?: string
      encoding?: TextEncoding
      limits: ReadLimits
      /** Null: reading is all. */
      question: SentQuestion | null
    }
  | { type: 'analyse'; id: number; file: string; workbook: PackedWorkbook; question: SentQuestion }

/** Thread → caller. Errors lose their class on the way, so they travel as data. */
export type ThreadReply =
  | { id: number; type: 'stage'; stage: ReadStage }
  | { id: number; type: 'done'; workbook: PackedWorkbook | null; analysis: PackedAnalysis | null }
  | { id: number; type: 'failed'; code: ErrorCode; message: string; details: AppErrorDetails }
