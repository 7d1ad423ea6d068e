import type { z } from 'zod'
import { registerRoutes } from './register.ts'
import { registerFileRoutes } from './registerFile.ts'
import { evidenceRoutes } from './evidence.ts'
import { calendarRoutes } from './calendar.ts'
import { slipRoutes } from './slip.ts'
import { cadenceRoutes } from './cadence.ts'
import { selfReviewRoutes } from './selfReview.ts'
import { evaluationRoutes } from './evaluation.ts'
import { incentiveRoutes } from './incentive.ts'
import { raceRoutes } from './race.ts'
import { appRoutes } from './app.ts'
import { batchRoutes } from './batch.ts'
import { decisionRoutes } from './decision.ts'
import { draftRoutes } from './draft.ts'
import { importRoutes } from './import.ts'
import { memoryRoutes } from './memory.ts'
import { periodRoutes } from './period.ts'
import { reportRoutes } from './report.ts'
import { reportTemplateRoutes } from './reportTemplate.ts'
import { resultRoutes } from './results.ts'
import { revisionRoutes } from './revision.ts'
import { schemeRoutes } from './scheme.ts'
import { settingsRoutes } from './settings.ts'
import { templateRoutes } from './template.ts'
import { trialRoutes } from './trial.ts'
import { yearRoutes } from './year.ts'

/** Every request that the window can make: the application's table of contents. */
export const contract = {
  ...appRoutes,
  ...periodRoutes,
  ...resultRoutes,
  ...importRoutes,
  ...batchRoutes,
  ...memoryRoutes,
  ...templateRoutes,
  ...schemeRoutes,
  ...draftRoutes,
  ...decisionRoutes,
  ...revisionRoutes,
  ...yearRoutes,
  ...trialRoutes,
  ...registerRoutes,
  ...registerFileRoutes,
  ...evidenceRoutes,
  ...calendarRoutes,
  ...slipRoutes,
  ...cadenceRoutes,
  ...selfReviewRoutes,
  ...evaluationRoutes,
  ...incentiveRoutes,
  ...raceRoutes,
  ...reportRoutes,
  ...reportTemplateRoutes,
  ...settingsRoutes
}

export type Contract = typeof contract
export type RouteName = keyof Contract
export type RouteInput<R extends RouteName> = z.input<Contract[R]['input']>
export type RouteOutput<R extends RouteName> = z.output<Contract[R]['output']>
