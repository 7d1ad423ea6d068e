import { CADENCE_NAMES, CADENCES, cadenceTitle, type Cadence } from '#shared/domain/cadence/cadenceKey.ts'
import { cadencePaper, cadenceWorkbook } from '#shared/domain/report/cadence/cadenceDocument.ts'
import {
  cadenceContent,
  cadenceNow,
  cadencePeriod,
  cadenceSnapshot
} from '../../services/cadence/cadenceContent.ts'
import {
  commentsOf,
  reviewPlanOf,
  saveComment,
  saveReviewPlan,
  withdrawComment
} from '../../services/cadence/comments.ts'
import { closeDay, dayView, reopenDay } from '../../services/cadence/days.ts'
import { today } from '../../services/register/registerContext.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
import { saveContent } from '../saveContent.ts'

type CadenceHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `cadence.${string}` | `review.${string}` | `comment.${string}`>
>

export function cadenceHandlers(context: HandlerContext): CadenceHandlers {
  return {
    'cadence.day': ({ date }) => dayView(libraryOf(context), date),
    'cadence.closeDay': (request) => {
      const view = closeDay(libraryOf(context), request)
      changed(context, null)
      return view
    },
    'cadence.reopenDay': ({ date, reason }) => {
      const view = reopenDay(libraryOf(context), date, reason)
      changed(context, null)
      return view
    },
    'cadence.now': () => {
      const library = libraryOf(context)
      const at = CADENCES.map((kind) => [kind, cadenceNow(library, kind).at])
      return { today: today(library), at: Object.fromEntries(at) as Record<Cadence, string> }
    },
    'cadence.get': (asked) => cadenceContent(libraryOf(context), asked),
    'cadence.export': ({ of, format }) => {
      const library = libraryOf(context)
      const content = cadenceContent(library, of)
      const snapshot = cadenceSnapshot(library, of)
      return saveContent(context, {
        period: cadencePeriod(of),
        content: {
          title: content.title,
          workbook: cadenceWorkbook(content),
          paper: cadencePaper(content)
        },
        format,
        stem: `${cadenceTitle(of)}${CADENCE_NAMES[of.cadence]}`,
        ...(snapshot === undefined ? {} : { snapshot })
      })
    },
    'review.plan': ({ period }) => reviewPlanOf(libraryOf(context), period),
    'review.savePlan': ({ period, plan }) => {
      const saved = saveReviewPlan(libraryOf(context), period, plan)
      changed(context, period)
      return saved
    },
    'comment.list': ({ period, ended }) => commentsOf(libraryOf(context), period, ended),
    'comment.save': (request) => {
      const saved = saveComment(libraryOf(context), request)
      changed(context, request.period)
      return saved
    },
    'comment.end': ({ id }) => {
      const ended = withdrawComment(libraryOf(context), id)
      changed(context, ended.period)
      return ended
    }
  }
}
