import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type SlipHandlers = Pick<Handlers, Extract<keyof Handlers, `slip.${string}`>>

export function slipHandlers(context: HandlerContext): SlipHandlers {
  void context
  return {}
}
