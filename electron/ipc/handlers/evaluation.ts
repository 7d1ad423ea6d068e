import { evaluationContent } from '../../services/evaluation/exports.ts'
import { closeRound, reopenRound } from '../../services/evaluation/close.ts'
import { issueBallots } from '../../services/evaluation/issueBallots.ts'
import { enterMarks } from '../../services/evaluation/marks.ts'
import { returnedBallots } from '../../services/evaluation/returnedBallots.ts'
import {
  createRound,
  drawOrder,
  listRounds,
  setupRound,
  voidRound
} from '../../services/evaluation/rounds.ts'
import { roundView } from '../../services/evaluation/roundView.ts'
import { requireRound } from '../../services/evaluation/roundAccess.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
import { saveContent } from '../saveContent.ts'

type EvaluationHandlers = Pick<Handlers, Extract<keyof Handlers, `evaluation.${string}`>>

export function evaluationHandlers(context: HandlerContext): EvaluationHandlers {
  const tell = (id: number): void => changed(context, requireRound(libraryOf(context), id).period)
  return {
    'evaluation.list': ({ period }) => listRounds(libraryOf(context), period),
    'evaluation.get': ({ id }) => roundView(libraryOf(context), id),
    'evaluation.create': (request) => {
      const id = createRound(libraryOf(context), request)
      changed(context, request.period)
      return { id }
    },
    'evaluation.setup': (request) => {
      const saved = setupRound(libraryOf(context), request)
      tell(request.id)
      return saved
    },
    'evaluation.draw': ({ id, version }) => {
      const drawn = drawOrder(libraryOf(context), id, version)
      tell(id)
      return drawn
    },
    'evaluation.enter': ({ id, marks }) => {
      const outcome = enterMarks(libraryOf(context), id, marks)
      if (outcome.written > 0) tell(id)
      return outcome
    },
    'evaluation.close': ({ id, foreign }) => {
      const outcome = closeRound(libraryOf(context), id, foreign)
      if (outcome.closed) tell(id)
      return outcome
    },
    'evaluation.reopen': ({ id, reason }) => {
      const outcome = reopenRound(libraryOf(context), id, reason)
      tell(id)
      return outcome
    },
    'evaluation.void': ({ id, reason }) => {
      voidRound(libraryOf(context), id, reason)
      tell(id)
      return {}
    },
    'evaluation.issue': async ({ id }) => {
      const folder = await context.desktop.pickFolder('EXPORT')
      if (folder === null) return null
      const files = await context.jobs.run('evaluation', (job) =>
        issueBallots(libraryOf(context), id, folder, job)
      )
      return { folder, ticket: context.tickets.issue(files[0]!), files: files.length }
    },
    'evaluation.returned': async ({ id }) => {
      const paths = await context.desktop.pickWorkbooks()
      if (paths.length === 0) return null
      return context.jobs.run('evaluation', (job) =>
        returnedBallots(libraryOf(context), context.reader, { id, paths }, job)
      )
    },
    'evaluation.export': ({ id, what, format }) => {
      const { period, content, stem } = evaluationContent(libraryOf(context), id, what)
      return saveContent(context, { period, content, format, stem })
    }
  }
}
