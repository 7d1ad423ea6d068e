import { tryRule } from '../../services/trial.ts'
import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type TrialHandlers = Pick<Handlers, Extract<keyof Handlers, `trial.${string}`>>

export function trialHandlers(_context: HandlerContext): TrialHandlers {
  return { 'trial.run': (given) => tryRule(given) }
}
