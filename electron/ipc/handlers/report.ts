import { basename, dirname } from 'node:path'
import { AppError } from '#shared/appError.ts'
import type { ExportedView } from '#shared/ipc/report.ts'
import { freeFolder } from '../../services/freePath.ts'
import { exportHistory } from '../../services/reports/exportHistory.ts'
import {
  exportPlan,
  exportReport,
  previewHtml,
  type Exported,
  type ReportJob
} from '../../services/reports/exportReport.ts'
import { exportSet } from '../../services/reports/exportSet.ts'
import { displayContent, reportFonts } from '../../services/reports/reportViews.ts'
import {
  rememberedOptions,
  rememberOptions,
  reportText,
  saveText
} from '../../services/reports/reportChoices.ts'
import { listReports } from '../../services/reports/reportKinds.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Job } from '../jobs.ts'
import type { Handlers } from '../router.ts'

type ReportHandlers = Pick<Handlers, Extract<keyof Handlers, `report.${string}`>>

export function reportHandlers(context: HandlerContext): ReportHandlers {
  const view = ({ path, preview, snapshot }: Exported): ExportedView => ({
    ticket: context.tickets.issue(path),
    fileName: basename(path),
    folder: dirname(path),
    preview,
    snapshot
  })
  const jobOf = (job: Job): ReportJob => ({
    print: (html, signal) => context.desktop.printPdf(html, signal),
    signal: job.signal,
    progress: (label, done, total) => job.progress(label, done, total)
  })
  return {
    'report.list': ({ period }) => listReports(libraryOf(context), period),
    'report.options': ({ report }) => rememberedOptions(libraryOf(context), report),
    'report.remember': ({ report, options }) => {
      rememberOptions(libraryOf(context), report, options)
      return {}
    },
    'report.preview': (request) =>
      context.jobs.run('preview', async ({ signal }) => {
        const html = await previewHtml(libraryOf(context), request)
        return { pdf: await context.desktop.printPdf(html, signal) }
      }),
    'report.export': async (request) => {
      const library = libraryOf(context)
      const plan = exportPlan(library, request)
      const chosen =
        plan.kind === 'FILE'
          ? await context.desktop.saveAs(`${plan.stem}.${plan.extension}`, plan.extension)
          : await context.desktop.pickFolder('EXPORT')
      if (chosen === null) return null
      const path = plan.kind === 'FILE' ? chosen : freeFolder(chosen, plan.stem)
      return context.jobs.run('report', async (job) =>
        view(await exportReport(library, { ...request, path }, jobOf(job)))
      )
    },
    'report.exportSet': async ({ period, items }) => {
      const folder = await context.desktop.pickFolder('EXPORT')
      if (folder === null) return null
      return context.jobs.run('report', async (job) => {
        const set = await exportSet(libraryOf(context), { period, items, folder }, jobOf(job))
        return {
          folder: set.folder,
          ticket: context.tickets.issue(set.files[0]?.path ?? set.folder),
          files: set.files.map(view),
          skipped: set.skipped
        }
      })
    },
    'report.open': async ({ ticket }) => {
      const failure = await context.desktop.openFile(context.tickets.pathOf(ticket))
      if (failure !== null)
        throw new AppError('FILE_UNREADABLE', '打不开这个文件。', {
          action: '请确认装有能打开它的程序（Office 或 WPS、PDF 阅读器）。',
          technical: failure
        })
      return {}
    },
    'report.reveal': ({ ticket }) => {
      context.desktop.showInFolder(context.tickets.pathOf(ticket))
      return {}
    },
    'report.history': ({ period }) =>
      exportHistory(libraryOf(context), period).map(({ path, ...record }) => ({
        ...record,
        ticket: path === null ? null : context.tickets.issue(path)
      })),
    'report.text': ({ period, options }) => reportText(libraryOf(context), period, options),
    'report.saveText': ({ period, edits }) => {
      saveText(libraryOf(context), period, edits)
      changed(context, period)
      return {}
    },
    'report.fonts': () => reportFonts(),
    'report.display': ({ period, options }) => displayContent(libraryOf(context), period, options)
  }
}
