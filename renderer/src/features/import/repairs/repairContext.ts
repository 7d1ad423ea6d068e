import type { ImportFileDetail, ImportSessionView } from '#shared/ipc/importViews.ts'
import type { ImportWork } from '../useImportSession.ts'
import type { Names } from '../useNames.ts'

/** The file on the screen, and what a repair of it needs. */
export interface RepairContext {
  session: ImportSessionView
  detail: ImportFileDetail
  names: Names
  work: ImportWork
  /** Opens the header step on a sheet. */
  onHeader: (sheet: string | null) => void
}
