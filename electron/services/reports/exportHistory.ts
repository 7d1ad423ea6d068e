import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { listAudit } from '#db/repos/auditRepo.ts'
import type { Library } from '../library.ts'
import { EXPORTED } from './exportReport.ts'

export interface ExportRecord {
  at: string
  by: string
  title: string
  fileName: string
  snapshot: string | null
  /** Null when nothing stands there any more, or an early version did not say where. */
  path: string | null
}

/** What was exported, by whom, from which snapshot; newest first. */
export function exportHistory(library: Library, period: PeriodKey): ExportRecord[] {
  return listAudit(library.db, 50, { what: EXPORTED, subject: period }).map((row) => {
    const after = JSON.parse(row.after ?? '{}') as {
      file?: string
      folder?: string
      snapshot?: string | null
      title?: string
    }
    const path =
      after.folder === undefined || after.file === undefined ? null : join(after.folder, after.file)
    return {
      at: row.at,
      by: row.who,
      title: after.title ?? '',
      fileName: after.file ?? '',
      snapshot: after.snapshot ?? null,
      path: path !== null && existsSync(path) ? path : null
    }
  })
}
