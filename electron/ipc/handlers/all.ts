import type { HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
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
    ...reportHandlers(context),
    ...reportTemplateHandlers(context),
    ...settingsHandlers(context)
  }
}
