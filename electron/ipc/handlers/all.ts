import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
import { registerHandlers } from './register.ts'
import { registerFileHandlers } from './registerFile.ts'
import { evidenceHandlers } from './evidence.ts'
import { calendarHandlers } from './calendar.ts'
import { slipHandlers } from './slip.ts'
import { cadenceHandlers } from './cadence.ts'
import { selfReviewHandlers } from './selfReview.ts'
import { evaluationHandlers } from './evaluation.ts'
import { incentiveHandlers } from './incentive.ts'
import { raceHandlers } from './race.ts'
import { appHandlers } from './app.ts'
import { batchHandlers } from './batch.ts'
import { decisionHandlers } from './decision.ts'
import { draftHandlers } from './draft.ts'
import { importHandlers } from './import.ts'
import { memoryHandlers } from './memory.ts'
import { periodHandlers } from './period.ts'
import { reportHandlers } from './report.ts'
import { reportTemplateHandlers } from './reportTemplate.ts'
import { resultHandlers } from './results.ts'
import { revisionHandlers } from './revision.ts'
import { schemeHandlers } from './scheme.ts'
import { settingsHandlers } from './settings.ts'
import { templateHandlers } from './template.ts'
import { trialHandlers } from './trial.ts'
import { yearHandlers } from './year.ts'

/** One handler for every route of the contract; the type of `Handlers` holds the two together. */
export function allHandlers(context: HandlerContext): Handlers {
  return {
    ...appHandlers(context),
    ...periodHandlers(context),
    ...resultHandlers(context),
    ...importHandlers(context),
    ...batchHandlers(context),
    ...memoryHandlers(context),
    ...templateHandlers(context),
    ...schemeHandlers(context),
    ...draftHandlers(context),
    ...decisionHandlers(context),
    ...revisionHandlers(context),
    ...yearHandlers(context),
    ...trialHandlers(context),
    ...registerHandlers(context),
    ...registerFileHandlers(context),
    ...evidenceHandlers(context),
    ...calendarHandlers(context),
    ...slipHandlers(context),
    ...cadenceHandlers(context),
    ...selfReviewHandlers(context),
    ...evaluationHandlers(context),
    ...incentiveHandlers(context),
    ...raceHandlers(context),
    ...reportHandlers(context),
    ...reportTemplateHandlers(context),
    ...settingsHandlers(context)
  }
}
