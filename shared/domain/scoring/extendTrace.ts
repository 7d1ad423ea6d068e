import { canonical, type D } from '../number/decimal.ts'
import { settle } from '../number/settle.ts'
import type { IndicatorDefinition } from '../scheme/schemeDefinition.ts'
import type { Trace, TraceInput, TraceStep } from './trace.ts'

/** What happens around a rule and belongs into its trace: decisions, shared work, policies. */
export interface TraceMore {
  inputs?: readonly TraceInput[]
  /** Steps before the rule's own: the last step of a trace gives the score. */
  firstSteps?: readonly TraceStep[]
  steps?: readonly TraceStep[]
  notes?: readonly string[]
  choices?: readonly string[]
  /** Takes the place of the rule's own sentence. */
  sentence?: string
}

export function extendTrace(trace: Trace, more: TraceMore): Trace {
  if (isNothing(more)) return trace
  return {
    ...trace,
    inputs: [...trace.inputs, ...(more.inputs ?? [])],
    steps: [...(more.firstSteps ?? []), ...trace.steps, ...(more.steps ?? [])],
    notes: [...trace.notes, ...(more.notes ?? [])],
    choices: [...new Set([...trace.choices, ...(more.choices ?? [])])],
    sentence: more.sentence ?? trace.sentence
  }
}

function isNothing({ inputs, firstSteps, steps, notes, choices, sentence }: TraceMore): boolean {
  const lists = [inputs, firstSteps, steps, notes, choices]
  return sentence === undefined && lists.every((list) => list === undefined || list.length === 0)
}

export function joinMore(all: readonly TraceMore[]): TraceMore {
  const sentence = all.findLast((more) => more.sentence !== undefined)?.sentence
  return {
    inputs: all.flatMap((more) => more.inputs ?? []),
    firstSteps: all.flatMap((more) => more.firstSteps ?? []),
    steps: all.flatMap((more) => more.steps ?? []),
    notes: all.flatMap((more) => more.notes ?? []),
    choices: all.flatMap((more) => more.choices ?? []),
    ...(sentence === undefined ? {} : { sentence })
  }
}

export function traceStepOf(label: string, expression: string, value: D): TraceStep {
  return { label, expression, value: canonical(settle(value)) }
}

/** A choice that decided this indicator's number, as the report's footer prints it. */
export function namedChoice(indicator: Pick<IndicatorDefinition, 'name'>, sentence: string): string {
  return `「${indicator.name}」${sentence}`
}
