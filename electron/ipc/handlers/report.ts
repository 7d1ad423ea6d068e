import { basename, dirname } from 'node:path'
import { AppError } from '#shared/appError.ts'
import { exportHistory, exportReport, listReports, proposedName } from '../../services/reports.ts'
import { libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type ReportHandlers = Pick<Handlers, Extract<keyof Handlers, `report.${string}`>>

export function reportHandlers(context: HandlerContext): ReportHandlers {
  return {
    'report.list': ({ period }) => listReports(libraryOf(context), period),
    'report.export': async ({ period, report, options }) => {
      const library = libraryOf(context)
      const { name, extension } = proposedName(library, period, report)
      const path = await context.desktop.saveAs(name, extension)
      if (path === null) return null
      const exported = await exportReport(library, { period, report, options, path })
      return {
        ticket: context.tickets.issue(path),
        fileName: basename(path),
        folder: dirname(path),
        ...exported
      }
    },
    'report.open': async ({ ticket }) => {
      const failure = await context.desktop.openFile(context.tickets.pathOf(ticket))
      if (failure !== null)
        throw new AppError('FILE_UNREADABLE', '打不开这个文件。', {
          action: '请确认装有 Excel 或 WPS。',
          technical: failure
        })
      return {}
    },
    'report.reveal': ({ ticket }) => {
      context.desktop.showInFolder(context.tickets.pathOf(ticket))
      return {}
    },
    'report.history': ({ period }) => exportHistory(libraryOf(context), period)
  }
}
