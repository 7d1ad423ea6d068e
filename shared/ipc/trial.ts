import { trialCase, trialResult } from '../domain/trial/trialCase.ts'
import { defineRoute } from './define.ts'

export const trialRoutes = {
  /** 试算. The same computation as `liangji try`. */
  'trial.run': defineRoute({ kind: 'read', input: trialCase, output: trialResult })
}
