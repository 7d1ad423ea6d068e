import { policies, type Policies } from '#shared/domain/scheme/policies.ts'
import {
  answerLabel,
  NEEDS,
  POLICY_QUESTIONS,
  QUESTIONS_OF,
  type PolicyKey
} from '../../../../text/policyQuestions.ts'
import type { Draft } from '../../editorTab.ts'
import { editPolicies } from '../draftEdits.ts'

/** The usual practice, which counts where a scheme says nothing. */
export const STANDARD: Policies = policies.parse({})

export interface Answer {
  /** Stored value as text. */
  value: string
  label: string
  effect: string
  example: string | undefined
  isDefault: boolean
}

/** An answer stands in the draft itself; the default that counts without one is none. */
export function isAnswered(draft: Draft, key: keyof Policies): boolean {
  return draft.policies?.[key] !== undefined
}

/** The value that counts, as text. */
export function currentAnswer(draft: Draft, key: keyof Policies): string {
  return String(draft.policies?.[key] ?? STANDARD[key])
}

export function answersOf(key: PolicyKey): Answer[] {
  return Object.entries(POLICY_QUESTIONS[key].answers).map(([value, { effect, example }]) => ({
    value,
    label: answerLabel(key, value),
    effect,
    example,
    isDefault: value === String(STANDARD[key])
  }))
}

/** Stores an answer as the type that its field has. */
export function answer(draft: Draft, key: PolicyKey, value: string): Draft {
  const standard = STANDARD[key]
  const stored =
    typeof standard === 'number' ? Number(value) : typeof standard === 'boolean' ? value === 'true' : value
  return editPolicies(draft, { [key]: stored })
}

/** Takes an answer back: the default counts again. */
export function takeBack(draft: Draft, key: PolicyKey): Draft {
  return editPolicies(draft, { [key]: undefined })
}

export function openQuestions(draft: Draft): PolicyKey[] {
  return Object.values(QUESTIONS_OF)
    .flat()
    .filter((key) => !isAnswered(draft, key))
}

/** 「其余都按默认」: says explicitly what would count anyway, so that nobody wonders later. */
export function keepDefaults(draft: Draft, keys: readonly PolicyKey[]): Draft {
  return keys.reduce((next, key) => answer(next, key, String(STANDARD[key])), draft)
}

/** The answer to another question without which this one changes nothing; null where it always counts. */
export function dependsOn(key: PolicyKey): { key: PolicyKey; value: string; label: string } | null {
  const need = NEEDS[key]
  return need === undefined ? null : { ...need, label: answerLabel(need.key, need.value) }
}
