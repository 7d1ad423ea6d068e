import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'
import { trialCase } from '#shared/domain/trial/trialCase.ts'
import { minus, n, over, type Fraction } from '../../../fixtures/sample/fraction.ts'
import { printHalfUp } from './printHalfUp.ts'
import { ORACLES } from './oracles.ts'
import type { Oracle, OracleCase } from './oracleCase.ts'

/** Runs of each kind; every one compares all participants of a random case. */
const RUNS = 500

function engine(kind: string, given: OracleCase) {
  return runTrial(
    trialCase.parse({
      rule: { kind, params: given.params },
      indicator: { direction: given.direction, unit: given.measure, fullMark: given.fullMark },
      group: given.group,
      participants: given.participants.map(({ signed, stretch, ...rest }) => ({
        ...rest,
        ...(signed === undefined ? {} : { score: signed }),
        ...(stretch === undefined ? {} : { target: { base: rest.target, stretch } })
      }))
    })
  ).results
}

/** Quotients end at the 30th decimal; a fraction that ends earlier must be met exactly. */
function expectSame(exact: string, score: Fraction): void {
  const difference = minus(n(exact), score)
  if (difference.top === 0n) return
  const distance = over(
    { top: difference.top < 0n ? -difference.top : difference.top, bottom: difference.bottom },
    n('1')
  )
  const ends = 10n ** 30n % score.bottom === 0n
  expect({ exact, ends, close: distance.top * 10n ** 29n < distance.bottom }).toEqual({
    exact,
    ends: false,
    close: true
  })
}

it('has an oracle for every kind of rule', () => {
  expect(ORACLES.map((oracle) => oracle.kind).sort()).toEqual(RULE_KINDS.map((kind) => kind.kind).sort())
})

describe.each(ORACLES.map((oracle) => [oracle.kind, oracle] as const))('%s', (kind, oracle: Oracle) => {
  it('gives the exact fraction, or none where none is due', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(oracle.cases, (given) => {
        const results = engine(kind, given)
        for (const participant of given.participants) {
          const verdict = oracle.solve(given, participant)
          const found = results.find((result) => result.unit === participant.unit)!
          seen.add(verdict.status)
          expect({ unit: participant.unit, status: found.status, why: found.reason }).toEqual({
            unit: participant.unit,
            status: verdict.status,
            why: found.reason
          })
          if (verdict.status !== 'SCORED') continue
          expectSame(found.score!.exact, verdict.score)
          expect(found.score!.printed).toBe(printHalfUp(verdict.score, 2))
        }
      }),
      { numRuns: RUNS }
    )
    // A generator that never reaches a score proves nothing.
    expect(seen.has('SCORED')).toBe(true)
  })
})
