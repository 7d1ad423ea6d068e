import { dirname } from 'node:path'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { carryGaps } from '../../services/selfReview/followUpOf.ts'
import { makeItems } from '../../services/selfReview/gapItems.ts'
import { issueGapTemplates, readGapTemplates } from '../../services/selfReview/gapTemplates.ts'
import { changeReviewSettings, reviewSettings } from '../../services/selfReview/openReview.ts'
import { summaryContent, unitReviewContent } from '../../services/selfReview/reviewContent.ts'
import { knownBenchmarks, reviewOf, reviewOverview } from '../../services/selfReview/reviewView.ts'
import { saveReview, submitReview, takeBackReview } from '../../services/selfReview/saveReview.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
import { saveContent } from '../saveContent.ts'

type SelfReviewHandlers = Pick<Handlers, Extract<keyof Handlers, `selfReview.${string}`>>

export function selfReviewHandlers(context: HandlerContext): SelfReviewHandlers {
  return {
    'selfReview.overview': ({ period }) => reviewOverview(libraryOf(context), period),
    'selfReview.get': ({ period, unit }) => reviewOf(libraryOf(context), period, unit),
    'selfReview.save': (request) => {
      const saved = saveReview(libraryOf(context), request)
      changed(context, request.period)
      return saved
    },
    'selfReview.submit': (request) => {
      submitReview(libraryOf(context), request)
      changed(context, request.period)
      return {}
    },
    'selfReview.takeBack': (request) => {
      takeBackReview(libraryOf(context), request)
      changed(context, request.period)
      return {}
    },
    'selfReview.makeItems': ({ rows, type }) => {
      const made = makeItems(libraryOf(context), rows, type)
      changed(context, null)
      return made
    },
    'selfReview.carry': (request) => {
      const carried = carryGaps(libraryOf(context), request)
      changed(context, request.period)
      return carried
    },
    'selfReview.benchmarks': () => knownBenchmarks(libraryOf(context)),
    'selfReview.settings': () => reviewSettings(libraryOf(context)),
    'selfReview.changeSettings': (settings) => changeReviewSettings(libraryOf(context), settings),
    'selfReview.issue': async ({ period, units }) => {
      const folder = await context.desktop.pickFolder('EXPORT')
      if (folder === null) return null
      const files = await context.jobs.run('selfReview', (job) =>
        issueGapTemplates(libraryOf(context), { period, units, folder }, job)
      )
      const names = files.map((path) => path.slice(dirname(path).length + 1))
      return { folder, ticket: context.tickets.issue(files[0]!), files: names }
    },
    'selfReview.readTemplates': async ({ period }) => {
      const paths = await context.desktop.pickWorkbooks()
      if (paths.length === 0) return null
      const read = await context.jobs.run('selfReview', (job) =>
        readGapTemplates(libraryOf(context), context.reader, { period, paths }, job)
      )
      changed(context, period)
      return read
    },
    'selfReview.export': ({ period, unit, format }) => {
      const content = unitReviewContent(libraryOf(context), period, unit)
      return saveContent(context, { period, content, format, stem: content.title })
    },
    'selfReview.exportSummary': ({ period, format }) =>
      saveContent(context, {
        period,
        content: summaryContent(libraryOf(context), period),
        format,
        stem: `${periodTitle(period)}六问对标汇总表`
      })
  }
}
