import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type EvaluationHandlers = Pick<Handlers, Extract<keyof Handlers, `evaluation.${string}`>>

export function evaluationHandlers(context: HandlerContext): EvaluationHandlers {
  void context
  return {}
}
