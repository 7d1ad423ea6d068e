import { compare, listRevisions } from '../../services/revisions.ts'
import { verifySnapshot } from '../../services/verify.ts'
import { libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type RevisionHandlers = Pick<Handlers, Extract<keyof Handlers, `revision.${string}`>>

export function revisionHandlers(context: HandlerContext): RevisionHandlers {
  return {
    'revision.list': ({ period }) => listRevisions(libraryOf(context), period),
    'revision.compare': (request) => compare(libraryOf(context), request),
    'revision.verify': ({ snapshot }) => verifySnapshot(libraryOf(context), snapshot)
  }
}
