import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type CalendarHandlers = Pick<Handlers, Extract<keyof Handlers, `calendar.${string}`>>

export function calendarHandlers(context: HandlerContext): CalendarHandlers {
  void context
  return {}
}
