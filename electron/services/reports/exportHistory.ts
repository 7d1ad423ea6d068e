import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { append, listAudit } from '#db/repos/auditRepo.ts'
import type { Library } from '../library.ts'

/** What the audit log calls it. */
const EXPORTED = '导出'

/** 操作日志: who exported what from which snapshot, and where to. A library that is only read keeps no record. */
export function recordExport(
  library: Library,
  exported: { period: PeriodKey; title: string; path: string; snapshot: string | null }
): void {
  if (library.db.readOnly) return
  const { period, title, path, snapshot } = exported
  append(library.db, {
    at: library.now(),
    who: library.operator(),
    what: EXPORTED,
    subject: `${period} · ${title}`,
    after: JSON.stringify({ file: basename(path), folder: dirname(path), snapshot, title })
  })
}

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
