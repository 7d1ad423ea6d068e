import { z } from 'zod'
import { canonical, D, decimalString } from '../number/decimal.ts'
import { periodKey } from '../period/periodKey.ts'
import { indicatorResult } from '../ranking/resultSet.ts'
import { missingPolicy, policies } from '../scheme/policies.ts'
import {
  DEFAULT_EMPTY_WORDS,
  direction,
  indicatorRule,
  nature,
  targetDefinition
} from '../scheme/schemeDefinition.ts'
import { problem } from '../../problem.ts'

/**
 * 试算: one rule on given participants and inputs, by the engine that scores quarters. A case is written by people and
 * by oracles, so numbers may come as text (`"0.1"`, exact) or as JSON numbers (their shortest decimal form).
 */
export const caseNumber = z.union([z.string(), z.number()]).transform((given, context) => {
  const text = numberText(given)
  if (text !== null) return text
  context.addIssue({ code: 'custom', message: NOT_A_NUMBER })
  return z.NEVER
})

/** One input: a number, a word for 不适用 or 缺报, null (缺报), or a number with who settled it and why. */
export const caseValue = z.union([
  z.null(),
  z.strictObject({
    value: caseNumber,
    /** ESTIMATED: settled by decision (补分). */
    state: z.enum(['VALUE', 'ESTIMATED']).default('VALUE'),
    by: z.string().default(''),
    reason: z.string().default('')
  }),
  z.union([z.string(), z.number()]).transform((given, context) => {
    const found = (typeof given === 'string' ? wordMeaning(given) : null) ?? numberText(given)
    if (found !== null) return found
    context.addIssue({ code: 'custom', message: `${NOT_A_NUMBER}、"NA"（不适用）或 "MISSING"（缺报）` })
    return z.NEVER
  })
])
export type CaseValue = z.output<typeof caseValue>

const NOT_A_NUMBER = '应填一个数，如 "30" 或 2.5（不带千分位、单位和 %）'
const PLAIN_NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i

/** Canonical text of a number that is written plainly; null for everything else. */
export function numberText(given: string | number): string | null {
  const text = String(given).trim()
  return PLAIN_NUMBER.test(text) ? canonical(new D(text)) : null
}

/** What a word in place of a number means, as in the sheets: NA, MISSING, or 0 where nothing was done. */
function wordMeaning(given: string): 'NA' | 'MISSING' | '0' | null {
  const word = given.trim()
  if (word === '') return 'MISSING'
  const upper = word.toUpperCase()
  if (upper === 'NA' || upper === 'MISSING') return upper
  const meaning = DEFAULT_EMPTY_WORDS[word]
  return meaning === undefined ? null : meaning === 'ZERO' ? '0' : meaning
}

/** Marks, votes, events, correction terms: a list (anonymous, or with a name and an evaluator group), or name → value. */
export const caseRatings = z.union([
  z.array(
    z.union([
      caseValue,
      z.strictObject({ group: z.string().default(''), name: z.string().default(''), value: caseValue })
    ])
  ),
  z.record(z.string(), caseValue)
])

export const trialParticipant = z.strictObject({
  /** Any code or name, once in a case. */
  unit: z.string().min(1),
  /** 单列 units are scored but never change the others' numbers. */
  ranked: z.boolean().default(true),
  /** The target as it counts, or the parts of one as a scheme has them. */
  target: z.union([caseNumber, targetDefinition.omit({ unit: true })]).optional(),
  actual: caseValue.optional(),
  score: caseValue.optional(),
  ratings: caseRatings.optional()
})
export type TrialParticipant = z.output<typeof trialParticipant>

export const trialCase = z.strictObject({
  period: periodKey.default('2026Q4'),
  rule: indicatorRule,
  indicator: z
    .strictObject({
      name: z.string().default('试算指标'),
      unit: z.string().default(''),
      direction: direction.default('UP'),
      nature: nature.default('PERIOD'),
      precision: z.number().int().min(0).max(6).default(2),
      fullMark: caseNumber.default('100'),
      missing: missingPolicy.optional(),
      missingFloor: caseNumber.optional(),
      missingPoints: caseNumber.optional()
    })
    .prefault({}),
  /** Group of all participants, for rules that differ from group to group. */
  group: z.string().default('group'),
  policies,
  participants: z.array(trialParticipant).min(1)
})
export type TrialCase = z.output<typeof trialCase>
export type TrialCaseInput = z.input<typeof trialCase>

export const trialResult = z.object({
  kind: z.string(),
  kindName: z.string(),
  ruleInWords: z.string(),
  sources: z.array(z.string()),
  fullMark: decimalString,
  decimals: z.number().int(),
  /** What the coverage check says of the parameters. */
  problems: z.array(problem),
  results: z.array(z.object({ unit: z.string() }).extend(indicatorResult.omit({ indicator: true }).shape))
})
export type TrialResult = z.infer<typeof trialResult>
