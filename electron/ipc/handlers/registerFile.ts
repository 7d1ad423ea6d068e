import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type RegisterFileHandlers = Pick<Handlers, Extract<keyof Handlers, `registerFile.${string}`>>

export function registerFileHandlers(context: HandlerContext): RegisterFileHandlers {
  void context
  return {}
}
