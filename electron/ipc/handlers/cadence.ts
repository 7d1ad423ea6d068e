import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type CadenceHandlers = Pick<Handlers, Extract<keyof Handlers, `cadence.${string}`>>

export function cadenceHandlers(context: HandlerContext): CadenceHandlers {
  void context
  return {}
}
