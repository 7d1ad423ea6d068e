import fc from 'fast-check'
import { type Fraction } from '../../../fixtures/sample/fraction.ts'

/**
 * The oracle: every rule's arithmetic once more, on exact fractions, written from the published texts (domain.md §2, §6,
 * ambiguities.md) and importing nothing of the engine. A case is what `liangji try` reads.
 */

/** A number as canonical text, or why there is none. */
export type Given = string

export interface OracleParticipant {
  unit: string
  ranked: boolean
  target?: string
  /** 奋斗目标, beside the target. */
  stretch?: string
  actual?: Given
  score?: Given
  /** A score that somebody signed for (人工评分). */
  signed?: { value: string; by: string; reason: string }
  ratings?: { group: string; name: string; value: Given }[]
}

export interface OracleCase {
  params: Record<string, unknown>
  direction: 'UP' | 'DOWN' | 'TARGET'
  /** Unit of measure. */
  measure: string
  fullMark: string
  group: string
  participants: OracleParticipant[]
}

export type Verdict =
  { status: 'SCORED'; score: Fraction } | { status: 'NA' } | { status: 'MISSING' } | { status: 'REFUSED' }

export interface Oracle {
  kind: string
  cases: fc.Arbitrary<OracleCase>
  solve(given: OracleCase, participant: OracleParticipant): Verdict
}

export const scored = (score: Fraction): Verdict => ({ status: 'SCORED', score })
export const REFUSED: Verdict = { status: 'REFUSED' }

/** The verdict on a value that is none, or null where there is a number. Nothing given is MISSING. */
export function unless(given: Given | undefined): Verdict | null {
  if (given === undefined || given === 'MISSING') return { status: 'MISSING' }
  return given === 'NA' ? { status: 'NA' } : null
}

export const isNumber = (given: Given | undefined): given is string => unless(given) === null

/** Decimal text between two whole numbers with at most `places` decimals, canonical. */
export function decimals(from: number, to: number, places = 2): fc.Arbitrary<string> {
  return fc.integer({ min: from * 10 ** places, max: to * 10 ** places }).map((whole) => {
    const sign = whole < 0 ? '-' : ''
    const digits = String(Math.abs(whole)).padStart(places + 1, '0')
    const text = `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`
    const trimmed = places === 0 ? digits : text.replace(/\.?0+$/, '')
    return trimmed === '0' ? '0' : sign + trimmed
  })
}

/** Positive: from one hundredth up. */
export const positive = (to: number): fc.Arbitrary<string> =>
  decimals(0, to).map((text) => (text === '0' ? '0.01' : text))

export const given = (number: fc.Arbitrary<string>): fc.Arbitrary<Given> =>
  fc.oneof({ weight: 9, arbitrary: number }, { weight: 1, arbitrary: fc.constantFrom('NA', 'MISSING') })

export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })

/** Leaves out what is undefined, as a scheme file does. */
export function present(params: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))
}

export const direction = fc.constantFrom('UP' as const, 'DOWN' as const)
export const anyDirection = fc.constantFrom('UP' as const, 'DOWN' as const, 'TARGET' as const)
export const fullMark = fc.constantFrom('100', '20', '7', '30', '0.3')

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

/** A few participants; the first one always competes, some of the others are 单列. */
export function participants(
  one: fc.Arbitrary<Omit<OracleParticipant, 'unit' | 'ranked'>>,
  most = 5
): fc.Arbitrary<OracleParticipant[]> {
  const entry = fc.record({ rest: one, ranked: fc.nat(5).map((roll) => roll > 0) })
  return fc.array(entry, { minLength: 1, maxLength: most }).map((list) =>
    list.map(({ rest, ranked }, index) => ({
      unit: NAMES[index]!,
      ranked: index === 0 || ranked,
      ...(present(rest) as typeof rest)
    }))
  )
}

/** Who is compared with a participant: the ranked ones, and a 单列 unit with itself. */
export function poolOf({ participants: all }: OracleCase, own: OracleParticipant): OracleParticipant[] {
  const ranked = all.filter((entry) => entry.ranked)
  return own.ranked ? ranked : [...ranked, own]
}

export const param = (params: Record<string, unknown>, key: string, fallback: string): string =>
  (params[key] as string | undefined) ?? fallback
