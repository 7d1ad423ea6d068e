import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type IncentiveHandlers = Pick<Handlers, Extract<keyof Handlers, `incentive.${string}`>>

export function incentiveHandlers(context: HandlerContext): IncentiveHandlers {
  void context
  return {}
}
