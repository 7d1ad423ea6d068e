import { listDecisions, recordDecision, revoke } from '../../services/decisions.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type DecisionHandlers = Pick<Handlers, Extract<keyof Handlers, `decision.${string}`>>

export function decisionHandlers(context: HandlerContext): DecisionHandlers {
  return {
    'decision.list': ({ period }) => listDecisions(libraryOf(context), period),
    'decision.add': (request) => {
      const view = recordDecision(libraryOf(context), request)
      // A veto reaches into other quarters too.
      changed(context, request.subject.type === 'VETO' ? null : request.period)
      return view
    },
    'decision.revoke': ({ id, reason }) => {
      const view = revoke(libraryOf(context), id, reason)
      changed(context, view.subject.type === 'VETO' ? null : view.period)
      return view
    }
  }
}
