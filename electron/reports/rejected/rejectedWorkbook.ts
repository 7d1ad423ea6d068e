import { isAppError } from '#shared/appError.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { Problem } from '#shared/problem.ts'
import { markOriginal } from './markOriginal.ts'
import { rebuildWorkbook } from './rebuildWorkbook.ts'
import { planReturn, type HeaderRows } from './returnPlan.ts'

export interface RejectedRequest {
  raw: RawWorkbook
  /** The file byte for byte, where it is kept. */
  original: Uint8Array | null
  problems: readonly Problem[]
  headers: HeaderRows
  /** Dates the package, so that the same batch gives the same bytes. */
  at: Date
}

export interface RejectedWorkbook {
  bytes: Uint8Array
  /** Without the dot. */
  extension: 'xlsx' | 'xlsm'
}

/**
 * The workbook that goes back: the file that came with marks, reasons and an explanation in it, or, where it cannot be
 * edited (other formats, locked, too large to be kept), the same cells in a new workbook.
 */
export async function rejectedWorkbook(request: RejectedRequest): Promise<RejectedWorkbook> {
  const { raw, original } = request
  const plan = planReturn(raw, request.problems, request.headers)
  if (original !== null && (raw.format === 'xlsx' || raw.format === 'xlsm')) {
    try {
      return { bytes: markOriginal(plan, original), extension: raw.format }
    } catch (error) {
      if (!isAppError(error)) throw error
    }
  }
  return { bytes: await rebuildWorkbook(plan, request.at), extension: 'xlsx' }
}
