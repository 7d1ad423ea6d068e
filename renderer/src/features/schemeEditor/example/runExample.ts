import type { Policies } from '#shared/domain/scheme/policies.ts'
import type { IndicatorDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'
import { trialCase, type TrialCase, type TrialResult } from '#shared/domain/trial/trialCase.ts'
import { AppError } from '#shared/appError.ts'
import type { Params } from '../RuleForm.tsx'
import type { Participant } from './exampleRows.ts'

export interface ExampleInput {
  kind: string
  params: Params
  indicator: IndicatorDefinition
  policies: Policies
  participants: readonly Participant[]
  /** Group of all participants, so that rules by group can be seen. */
  group: string
}

export type ExampleOutcome =
  | { ok: true; case: TrialCase; result: TrialResult }
  /** Nothing can be computed: a number of the example is none, or the parameters are not complete yet. */
  | { ok: false; wrong: 'NUMBERS' | 'PARAMS' }

/** Computes the worked example with the engine that scores quarters; the indicator and the switches are the draft's. */
export function runExample(input: ExampleInput): ExampleOutcome {
  const { indicator } = input
  const parsed = trialCase.safeParse({
    rule: { kind: input.kind, params: input.params },
    indicator: {
      name: indicator.name === '' ? '指标' : indicator.name,
      unit: indicator.unit,
      direction: indicator.direction,
      nature: indicator.nature,
      precision: indicator.precision,
      fullMark: indicator.fullMark
    },
    ...(input.group === '' ? {} : { group: input.group }),
    policies: input.policies,
    participants: input.participants
  })
  if (!parsed.success) return { ok: false, wrong: 'NUMBERS' }
  try {
    return { ok: true, case: parsed.data, result: runTrial(parsed.data) }
  } catch (error) {
    // The form above says which parameter; the engine's own sentence speaks of a file.
    if (error instanceof AppError) return { ok: false, wrong: 'PARAMS' }
    throw error
  }
}
