import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type RaceHandlers = Pick<Handlers, Extract<keyof Handlers, `race.${string}`>>

export function raceHandlers(context: HandlerContext): RaceHandlers {
  void context
  return {}
}
