import { basename, dirname } from 'node:path'
import type { ExportedView } from '#shared/ipc/report.ts'
import type { SlipView } from '#shared/ipc/slip.ts'
import { freeFolder } from '../../services/freePath.ts'
import { actOnSlips, issueSlips } from '../../services/supervision/issue.ts'
import { slipProposals } from '../../services/supervision/proposals.ts'
import {
  declineProposals,
  saveSupervisionSettings,
  undeclineProposal
} from '../../services/supervision/settings.ts'
import { answerDayNow, settingsView } from '../../services/supervision/settingsView.ts'
import {
  notePrinted,
  slipLedger,
  slipPapers,
  slipsToPrint,
  writeSlipFiles
} from '../../services/supervision/slipContent.ts'
import { slipDetail, slipList, slipMatrix } from '../../services/supervision/slips.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
import { saveContent } from '../saveContent.ts'

type SlipHandlers = Pick<Handlers, Extract<keyof Handlers, `slip.${string}`>>

export function slipHandlers(context: HandlerContext): SlipHandlers {
  return {
    'slip.list': ({ period, filter }) => slipList(libraryOf(context), period, filter),
    'slip.get': ({ id }) => slipDetail(libraryOf(context), id),
    'slip.proposals': ({ items }) => slipProposals(libraryOf(context), items),
    'slip.issue': ({ requests }) => {
      const slips = issueSlips(libraryOf(context), requests)
      changed(context, null)
      return slips
    },
    'slip.act': ({ ids, action }) => {
      const slips = actOnSlips(libraryOf(context), ids, action)
      changed(context, null)
      return slips
    },
    'slip.decline': ({ proposals, reason }) => {
      declineProposals(libraryOf(context), proposals, reason)
      changed(context, null)
      return {}
    },
    'slip.undecline': ({ key }) => {
      undeclineProposal(libraryOf(context), key)
      changed(context, null)
      return {}
    },
    'slip.answerDay': ({ kind, level }) => answerDayNow(libraryOf(context), kind, level),
    'slip.matrix': () => slipMatrix(libraryOf(context)),
    'slip.settings': () => settingsView(libraryOf(context)),
    'slip.checkSettings': ({ settings }) => settingsView(libraryOf(context), settings),
    'slip.saveSettings': ({ settings }) => {
      saveSupervisionSettings(libraryOf(context), settings)
      changed(context, null)
      return settingsView(libraryOf(context))
    },
    'slip.exportPapers': async ({ ids, format, bundle }) => {
      const slips = slipsToPrint(libraryOf(context), ids)
      const saved =
        bundle === 'FOLDER' && slips.length > 1
          ? await intoFolder(context, slips, format)
          : await saveContent(context, {
              period: slips[0]!.period,
              format,
              ...slipPapers(libraryOf(context), slips)
            })
      if (saved !== null) notePrinted(libraryOf(context), slips)
      return saved
    },
    'slip.exportList': ({ period, filter, format }) =>
      saveContent(context, { period, format, ...slipLedger(libraryOf(context), period, filter) })
  }
}

async function intoFolder(
  context: HandlerContext,
  slips: readonly SlipView[],
  format: 'docx' | 'pdf'
): Promise<ExportedView | null> {
  const chosen = await context.desktop.pickFolder('EXPORT')
  if (chosen === null) return null
  const folder = freeFolder(chosen, `督办文书${slips.length}份`)
  return context.jobs.run('report', async (job) => {
    const { files } = await writeSlipFiles(
      libraryOf(context),
      slips,
      { format, folder },
      {
        print: (html, signal) => context.desktop.printPdf(html, signal),
        signal: job.signal,
        progress: (label, done, total) => job.progress(label, done, total)
      }
    )
    const path = files[0] ?? folder
    return {
      ticket: context.tickets.issue(path),
      fileName: basename(path),
      folder: dirname(path),
      preview: false,
      snapshot: null
    }
  })
}
