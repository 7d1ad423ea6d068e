import type { ImportFileDetail } from '#shared/ipc/importViews.ts'

/** What was understood of one sheet, as main tells it. */
export type SheetDetail = ImportFileDetail['sheets'][number]
/** A cell on its way into the database. */
export type StagedCell = SheetDetail['staged'][number]
