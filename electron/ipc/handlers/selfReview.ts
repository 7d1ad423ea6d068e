import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type SelfReviewHandlers = Pick<Handlers, Extract<keyof Handlers, `selfReview.${string}`>>

export function selfReviewHandlers(context: HandlerContext): SelfReviewHandlers {
  void context
  return {}
}
