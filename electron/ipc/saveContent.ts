import { basename, dirname } from 'node:path'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ExportedView } from '#shared/ipc/report.ts'
import {
  contentFileName,
  exportContent,
  type Content,
  type ContentFormat
} from '../services/reports/exportContent.ts'
import { libraryOf, type HandlerContext } from './handlerContext.ts'

/** Asks where to and writes there; null when the dialog is cancelled. Progress and cancel under job `report`. */
export async function saveContent(
  context: HandlerContext,
  request: {
    period: PeriodKey
    content: Content
    format: ContentFormat
    /** Proposed file name without its suffix. */
    stem: string
    snapshot?: string
  }
): Promise<ExportedView | null> {
  const { stem, format } = request
  const path = await context.desktop.saveAs(contentFileName(stem, format), format)
  if (path === null) return null
  return context.jobs.run('report', async (job) => {
    const { snapshot } = await exportContent(
      libraryOf(context),
      { ...request, path },
      {
        print: (html, signal) => context.desktop.printPdf(html, signal),
        signal: job.signal,
        progress: (label, done, total) => job.progress(label, done, total)
      }
    )
    return {
      ticket: context.tickets.issue(path),
      fileName: basename(path),
      folder: dirname(path),
      preview: false,
      snapshot
    }
  })
}
