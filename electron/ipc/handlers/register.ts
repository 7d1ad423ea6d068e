import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type RegisterHandlers = Pick<Handlers, Extract<keyof Handlers, `register.${string}`>>

export function registerHandlers(context: HandlerContext): RegisterHandlers {
  void context
  throw new Error('written next')
}
