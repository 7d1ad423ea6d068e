import { describe, expect, it } from 'vitest'
import type { StagedReading } from '#shared/domain/importing/importPlan.ts'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'
import { trialCase, type TrialCase, type TrialParticipant } from '#shared/domain/trial/trialCase.ts'
import { analyse } from './helpers/analyse.ts'
import { catalogue } from './helpers/catalogue.ts'
import { rawSheet } from './helpers/rawSheet.ts'
import { ruleCatalogue } from './helpers/ruleCatalogue.ts'

const UNITS = catalogue().units
const nameOf = (at: number): string => UNITS[at]!.name

/** The worked example of a kind with units of the catalogue. */
function exampleOf(kind: (typeof RULE_KINDS)[number]): TrialCase {
  const example = trialCase.parse(kind.example.case)
  const coefficients = new Map(example.participants.map(({ unit }, at) => [unit, UNITS[at]!.code]))
  const text = JSON.stringify(example.rule.params, (key, value: unknown) =>
    key === 'unit' && typeof value === 'string' ? (coefficients.get(value) ?? value) : value
  )
  return {
    ...example,
    rule: { ...example.rule, params: JSON.parse(text) as TrialCase['rule']['params'] },
    participants: example.participants.map((one, at) => ({ ...one, unit: UNITS[at]!.code }))
  }
}

function plain(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  const { value: own, rankTarget } = value as { value?: string; rankTarget?: number }
  return own ?? (rankTarget === undefined ? null : String(rankTarget))
}

/** Labelled numbers of a participant; anonymous marks are those of 评委1, 评委2 … */
function marksOf({ ratings }: TrialParticipant): Map<string, string | null> {
  if (ratings === undefined) return new Map()
  if (!Array.isArray(ratings))
    return new Map(Object.entries(ratings).map(([name, value]) => [name, plain(value)]))
  return new Map(
    ratings.map((one, at) => {
      const named = typeof one === 'object' && one !== null && 'group' in one ? one : null
      if (named === null) return [`评委${at + 1}`, plain(one)] as const
      return [named.group === '对照' ? `${named.name}对照数` : named.name, plain(named.value)] as const
    })
  )
}

/** The sheet that a department keeps of it: 单位, then whatever the example's participants bring. */
function sheetOf({ participants, indicator }: TrialCase) {
  const marks = participants.map(marksOf)
  const heads = [...new Set(marks.flatMap((own) => [...own.keys()]))]
  const fields = (['target', 'actual', 'score'] as const).filter((field) =>
    participants.some((one) => one[field] !== undefined)
  )
  const words = { target: '目标', actual: '完成', score: '考核得分' }
  const header = ['单位', ...fields.map((field) => words[field]), ...heads]
  const rows = participants.map((one, at) => [
    nameOf(at),
    ...fields.map((field) => plain(one[field])),
    ...heads.map((head) => marks[at]!.get(head) ?? null)
  ])
  return rawSheet([[`${indicator.name}情况表`], header, ...rows], [], { name: '报表' })
}

function backAgain(example: TrialCase, readings: readonly StagedReading[]): TrialCase {
  return {
    ...example,
    participants: example.participants.map(({ unit, ranked, target }) => {
      const own = readings.filter((one) => one.unit === unit)
      const of = (field: string) => own.find((one) => one.field === field)
      const worth = (one: StagedReading | undefined) =>
        one === undefined ? undefined : (one.value ?? one.state)
      const ratings = own.filter(({ field }) => field === 'rating')
      return {
        unit,
        ranked,
        ...(typeof target === 'object' ? { target } : of('target') ? { target: of('target')!.value! } : {}),
        ...(of('actual') ? { actual: worth(of('actual'))! } : {}),
        ...(of('score') ? { score: worth(of('score'))! } : {}),
        ...(ratings.length > 0
          ? { ratings: ratings.map((one) => ({ ...one.rater!, value: worth(one)! })) }
          : {})
      }
    })
  }
}

const results = (example: TrialCase) =>
  runTrial(example).results.map(({ unit, status, score }) => `${unit} ${status} ${score?.exact ?? ''}`)

describe('every kind of rule', () => {
  it.each(RULE_KINDS.filter(({ kind }) => kind !== 'MANUAL_SCORE').map((kind) => [kind.kind, kind] as const))(
    '%s scores a sheet as it scores the numbers of its worked example',
    (_name, kind) => {
      const example = exampleOf(kind)
      const { rule, indicator } = example
      const { readings, told } = analyse(sheetOf(example), {
        catalogue: ruleCatalogue({
          code: 'k',
          name: indicator.name,
          unit: indicator.unit,
          kind: rule.kind,
          params: rule.params,
          over: { fullMark: indicator.fullMark, direction: indicator.direction }
        })
      })
      expect(told('error')).toEqual([])
      expect(results(backAgain(example, readings))).toEqual(results(example))
      expect(results(example).some((line) => line.includes('SCORED'))).toBe(true)
    }
  )
})
