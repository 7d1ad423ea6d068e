import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type EvidenceHandlers = Pick<Handlers, Extract<keyof Handlers, `evidence.${string}`>>

export function evidenceHandlers(context: HandlerContext): EvidenceHandlers {
  void context
  return {}
}
