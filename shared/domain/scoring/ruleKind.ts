import type { z } from 'zod'
import type { D } from '../number/decimal.ts'
import type { Policies } from '../scheme/policies.ts'
import type { IndicatorDefinition } from '../scheme/schemeDefinition.ts'
import type { TrialCaseInput } from '../trial/trialCase.ts'
import type { Problem } from '../../problem.ts'
import type { Reading } from './reading.ts'
import type { RuleLine } from './ruleLine.ts'
import type { Trace } from './trace.ts'

/** The target that counts for one unit in one period, already phased. */
export interface EffectiveTarget {
  value: D
  /** `时序目标 Q3`, `年度目标`, `填报目标` … */
  label: string
  stretch: D | null
  rankTarget: number | null
  source: Reading['source']
}

/** Everything that a rule may look at for one unit. */
export interface RuleSubject {
  unit: string
  readings: readonly Reading[]
  target: EffectiveTarget | null
}

export interface RuleContext<P> {
  params: P
  indicator: IndicatorDefinition
  fullMark: D
  subject: RuleSubject
  /** Code of the subject's group, for rules that differ from group to group (S4). */
  group: string
  /**
   * Units of the same group for which the indicator applies and that take part in ranking, the subject included.
   * A 单列 subject is added to its own pool only: it never changes the others' numbers.
   */
  pool: readonly RuleSubject[]
  policies: Policies
  /** The parameters with names in place of codes, for the rule in words. */
  paramsInWords?: P
}

/**
 * NA and MISSING follow the policies outside of the rule. REFUSED means that no published rule answers the case
 * (target 0 …): it blocks the unit and says why; it never becomes a number.
 */
export type RuleOutcome =
  | { status: 'SCORED'; score: D; trace: Trace }
  | { status: 'NA'; trace: Trace }
  | { status: 'MISSING'; trace: Trace }
  | { status: 'REFUSED'; reason: string; trace: Trace }

/** One input of a rule's editor form; the renderer draws forms from these. */
export interface ParamField {
  key: string
  label: string
  help?: string
  input:
    | { type: 'decimal'; suffix?: string; optional?: boolean }
    | { type: 'integer'; min?: number; max?: number }
    | { type: 'choice'; options: readonly { value: string; label: string }[] }
    | { type: 'switch' }
    /** A name as the sheets write it: an evaluator group, a provider, a group's code. */
    | { type: 'text' }
    | { type: 'table'; columns: readonly ParamField[] }
}

/** A worked example of a kind: the editor opens with it, the documentation prints it, the tests run it. */
export interface RuleExample {
  /** What it shows, one Chinese line. */
  title: string
  /** Golden example and source of domain.md (`G2, S10`); empty where nothing is published. */
  source: string
  case: TrialCaseInput
}

/** What the shape of one unit's score depends on besides the parameters. */
export interface CurveBasis {
  indicator: IndicatorDefinition
  target: EffectiveTarget | null
}

/**
 * A kind of scoring rule. Adding a kind means one file beside this one and one line in `registry.ts`.
 * P is the parsed parameters (all decimals as DecimalString).
 */
export interface RuleKind<P = unknown> {
  kind: string
  /** Chinese name, e.g. 按完成比例. */
  name: string
  /** When to use it, in a clerk's words: 「有目标、做多少算多少」. */
  plain: string
  example: RuleExample
  /** domain.md source ids. */
  sources: readonly string[]
  params: z.ZodType<P>
  form: readonly ParamField[]
  /** `field`s that an importer should collect for this kind. */
  fields: readonly Reading['field'][]
  /** The same for given parameters, where they decide (names given by several evaluators are `rating`s). */
  fieldsOf?(params: P): readonly Reading['field'][]
  /** The rule as one plain sentence. */
  describe(params: P, indicator: IndicatorDefinition): string
  evaluate(context: RuleContext<P>): RuleOutcome
  /** Problems of the parameters themselves: gaps, overlaps, caps that contradict each other. */
  check(params: P, indicator: IndicatorDefinition): Problem[]
  /** The zones of the rule on their number lines, with holes and overlaps; for kinds that have zones. */
  coverage?(params: P, indicator: IndicatorDefinition): readonly RuleLine[]
  /** Set where a unit's score depends on the other units of its pool. */
  comparesUnits?: true
  /** For kinds whose score is a function of the actual value: any number, or a place (1, 2, 3 …). */
  curve?(params: P): 'NUMBER' | 'PLACE'
  /** Actual values at which that function bends or jumps. */
  turns?(params: P, basis: CurveBasis): readonly D[]
}
