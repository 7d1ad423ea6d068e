import { carryOver } from '../../services/carryOver.ts'
import { computePeriod } from '../../services/compute.ts'
import { archivePeriod, freezePeriod, publishPeriod, reopenPeriod } from '../../services/freeze.ts'
import { freezeChecks } from '../../services/freezeChecks.ts'
import { createNextPeriod, listPeriodViews, periodView } from '../../services/periods.ts'
import { periodSubmissions } from '../../services/submissions.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type PeriodHandlers = Pick<Handlers, Extract<keyof Handlers, `period.${string}`>>

export function periodHandlers(context: HandlerContext): PeriodHandlers {
  return {
    'period.list': () => listPeriodViews(libraryOf(context)),
    'period.carryOver': ({ period }) => carryOver(libraryOf(context), period),
    'period.create': ({ period }) => {
      const view = createNextPeriod(libraryOf(context), period)
      changed(context, null)
      return view
    },
    'period.compute': ({ period }) => {
      const { counts } = computePeriod(libraryOf(context), period)
      changed(context, period)
      return { units: counts.units, ranked: counts.ranked, blocked: counts.blocked, problems: [] }
    },
    'period.checks': ({ period }) => freezeChecks(libraryOf(context), period),
    'period.freeze': async (request) => {
      const library = libraryOf(context)
      // Not `exclusively`: freezing writes. It checks again inside its transaction, after the backup.
      await freezePeriod(library, request)
      changed(context, request.period)
      return periodView(library, request.period)
    },
    'period.reopen': ({ period, reason }) => {
      reopenPeriod(libraryOf(context), period, reason)
      changed(context, period)
      return periodView(libraryOf(context), period)
    },
    'period.publish': ({ period }) => {
      publishPeriod(libraryOf(context), period)
      changed(context, period)
      return periodView(libraryOf(context), period)
    },
    'period.archive': ({ period }) => {
      archivePeriod(libraryOf(context), period)
      changed(context, period)
      return periodView(libraryOf(context), period)
    },
    'period.submissions': ({ period }) => periodSubmissions(libraryOf(context), period)
  }
}
