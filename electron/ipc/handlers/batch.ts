import { basename, dirname } from 'node:path'
import { backupLibrary } from '../../services/backups.ts'
import { batchDetail } from '../../services/importing/batchDetail.ts'
import { batchViews, importHistory, undoImport } from '../../services/importing/history.ts'
import {
  keptFile,
  keptName,
  returnedName,
  returnedWorkbook,
  writeAllReturned,
  writeKept,
  writeReturned
} from '../../services/importing/rejected.ts'
import { reviewBatch } from '../../services/importing/review.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type BatchHandlers = Pick<Handlers, Extract<keyof Handlers, `batch.${string}`>>

export function batchHandlers(context: HandlerContext): BatchHandlers {
  const exported = (path: string) => ({
    ticket: context.tickets.issue(path),
    fileName: basename(path),
    folder: dirname(path),
    preview: false,
    snapshot: null
  })
  return {
    'batch.list': ({ period }) => importHistory(libraryOf(context), period),
    'batch.detail': ({ batch }) => batchDetail(libraryOf(context), batch),
    'batch.undo': ({ batch }) => {
      const view = undoImport(libraryOf(context), batch)
      changed(context, view.period)
      return view
    },
    'batch.review': async ({ batch, decision, by, reason }) => {
      const library = libraryOf(context)
      if (decision === 'APPROVED') await backupLibrary(library, '导入前')
      const row = reviewBatch(library, { batch, decision, reason, ...(by === undefined ? {} : { by }) })
      changed(context, row.period)
      return batchViews(library, [batch])[0]!
    },
    'batch.rejected': async ({ batch }) => {
      const library = libraryOf(context)
      const workbook = await returnedWorkbook(library, batch)
      const name = returnedName(workbook.batch, workbook.extension)
      const path = await context.desktop.saveAs(name, workbook.extension)
      if (path === null) return null
      await writeReturned(library, workbook, path)
      return exported(path)
    },
    'batch.rejectedAll': async ({ batches }) => {
      const folder = await context.desktop.pickFolder('EXPORT')
      if (folder === null) return null
      const paths = await writeAllReturned(libraryOf(context), batches, folder)
      return {
        folder,
        ticket: context.tickets.issue(paths[0]!),
        files: paths.map((path) => basename(path))
      }
    },
    'batch.saveFile': async ({ batch }) => {
      const library = libraryOf(context)
      const kept = keptFile(library, batch)
      const { name, extension } = keptName(kept.batch)
      const path = await context.desktop.saveAs(name, extension)
      if (path === null) return null
      await writeKept(library, kept, path)
      return exported(path)
    }
  }
}
