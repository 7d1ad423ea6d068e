import type { AppErrorDetails, ErrorCode } from '#shared/appError.ts'
import type { PackedWorkbook } from './packWorkbook.ts'
import type { ReadStage } from './readJob.ts'
import type { ReadLimits } from './readLimits.ts'

/** Caller → reading thread. */
export interface ReadRequest {
  id: number
  file: string
  bytes: Uint8Array<ArrayBuffer>
  password?: string
  limits: ReadLimits
}

/** Reading thread → caller. Errors lose their class on the way, so they travel as data. */
export type ReadReply =
  | { id: number; type: 'stage'; stage: ReadStage }
  | { id: number; type: 'done'; workbook: PackedWorkbook }
  | { id: number; type: 'failed'; code: ErrorCode; message: string; details: AppErrorDetails }
