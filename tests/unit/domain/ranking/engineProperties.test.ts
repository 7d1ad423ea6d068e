import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '#shared/domain/decision/decision.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { Policies } from '#shared/domain/scheme/policies.ts'
import type { Reading } from '#shared/domain/scoring/reading.ts'
import { input, reading, scheme } from '../scoring/build.ts'
import { direct } from './computeMarks.ts'

const UNITS = ['u', 'v', 'w']
const ITEMS = [
  { code: 'a', fullMark: 40 },
  { code: 'b', fullMark: 20 },
  { code: 'c', fullMark: 40 }
]
const dimensions = [
  { code: 'd1', name: '一', fullMark: '60', indicators: [direct('a', '40'), direct('b', '20')] },
  { code: 'd2', name: '二', fullMark: '40', indicators: [direct('c', '40')] }
]

/** A mark in hundredths, 不适用, or 缺报. */
const cellOf = ({ fullMark }: { fullMark: number }) =>
  fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: fullMark * 100 }) }, fc.constantFrom('NA', null))
const anySheet = fc.tuple(...UNITS.flatMap(() => ITEMS.map(cellOf)))
const anyPolicies = fc.record({
  missing: fc.constantFrom('ZERO' as const, 'FLOOR' as const, 'DEDUCT' as const, 'BLOCK_UNIT' as const),
  missingFloor: fc.integer({ min: 0, max: 100 }).map(String),
  missingPoints: fc.integer({ min: 0, max: 50 }).map(String),
  missingInBase: fc.boolean(),
  rescaleTo: fc.constantFrom('DECLARED' as const, 'ITEMS' as const, 'HUNDRED' as const),
  rescaleDimensions: fc.boolean()
})

function run(
  sheet: readonly (number | string | null)[],
  policies: Partial<Policies>,
  decisions: readonly Decision[] = []
): ResultSet {
  const readings = sheet.map((cell, index): Reading => {
    const [unit, item] = [UNITS[Math.floor(index / 3)]!, ITEMS[index % 3]!.code]
    if (cell === 'NA') return reading(unit, item, null, { state: 'NA' })
    return reading(unit, item, typeof cell === 'number' ? dec(cell).div(100).toFixed() : null)
  })
  const definition = scheme({ units: UNITS, dimensions, policies })
  return computeResults(input(definition, { readings, decisions }))
}
const unitOf = (result: ResultSet, code: string): UnitResult =>
  result.races[0]!.groups[0]!.units.find((unit) => unit.unit === code)!
const standing = ({ rank: _rank, movement: _movement, ...unit }: UnitResult) => ({
  dimensions: unit.dimensions,
  base: unit.base,
  total: unit.total,
  sentence: unit.baseSentence
})

describe('what policies can and cannot do', () => {
  it('an item never counts more than its full mark nor less than 0, and the last step is its score', () => {
    fc.assert(
      fc.property(anySheet, anyPolicies, (sheet, policies) => {
        for (const unit of UNITS) {
          for (const item of unitOf(run(sheet, policies), unit).dimensions.flatMap((d) => d.indicators)) {
            if (item.score === null) continue
            expect(dec(item.score.exact).greaterThanOrEqualTo(0)).toBe(true)
            expect(dec(item.score.exact).lessThanOrEqualTo(dec(item.fullMark))).toBe(true)
            expect(item.trace.steps.at(-1)?.value).toBe(item.score.exact)
          }
        }
      }),
      { numRuns: 60 }
    )
  })

  it('a unit is blocked only by what is missing, and only where the scheme says BLOCK_UNIT', () => {
    fc.assert(
      fc.property(anySheet, anyPolicies, (sheet, policies) => {
        const result = run(sheet, policies)
        UNITS.forEach((code, index) => {
          const cells = sheet.slice(index * 3, index * 3 + 3)
          const out = (cell: unknown) => cell === 'NA' || (cell === null && !policies.missingInBase)
          const waits = policies.missing === 'BLOCK_UNIT' && cells.includes(null)
          const nothing =
            policies.missing === 'BLOCK_UNIT' ? cells.every((c) => c === 'NA') : cells.every(out)
          expect(unitOf(result, code).state).toBe(waits || nothing ? 'BLOCKED' : 'SCORED')
        })
      }),
      { numRuns: 100 }
    )
  })

  it('100 points in all: the three readings of rescaling are one, whatever the policies', () => {
    fc.assert(
      fc.property(anySheet, anyPolicies, (sheet, policies) => {
        const totals = (['DECLARED', 'ITEMS', 'HUNDRED'] as const).map((rescaleTo) =>
          UNITS.map((unit) => unitOf(run(sheet, { ...policies, rescaleTo }), unit).total?.exact)
        )
        expect(totals[1]).toEqual(totals[0])
        expect(totals[2]).toEqual(totals[0])
      }),
      { numRuns: 40 }
    )
  })

  it('showing dimensions rescaled changes no base and no total', () => {
    fc.assert(
      fc.property(anySheet, anyPolicies, (sheet, policies) => {
        const totals = [true, false].map((rescaleDimensions) =>
          UNITS.map((unit) => unitOf(run(sheet, { ...policies, rescaleDimensions }), unit).total)
        )
        expect(totals[0]).toEqual(totals[1])
      }),
      { numRuns: 40 }
    )
  })
})

describe('what decisions can and cannot do', () => {
  const anyDecision = fc.record({
    unit: fc.constantFrom(...UNITS, '*'),
    indicator: fc.constantFrom('a', 'b', 'c', null),
    as: fc.constantFrom('VALUE' as const, 'SCORE' as const),
    points: fc.integer({ min: 0, max: 20 }).map(String)
  })
  const decisionsOf = (
    list: readonly { unit: string; indicator: string | null; as: 'VALUE' | 'SCORE'; points: string }[]
  ) =>
    list.map(({ points, ...subject }, id): Decision => ({
      id,
      period: '2026Q3',
      subject: { type: 'IMPUTATION', race: 'r', value: points, ...subject },
      basis: '纪要',
      decidedBy: '考核办',
      date: '2026-10-08'
    }))

  it('the order in which they are listed means nothing', () => {
    fc.assert(
      fc.property(anySheet, fc.array(anyDecision, { maxLength: 6 }), (sheet, list) => {
        const decisions = decisionsOf(list)
        expect(run(sheet, {}, [...decisions].reverse())).toEqual(run(sheet, {}, decisions))
      }),
      { numRuns: 60 }
    )
  })

  it('one for a unit changes nobody else’s score', () => {
    fc.assert(
      fc.property(anySheet, anyPolicies, anyDecision, (sheet, policies, given) => {
        const [before, after] = [
          run(sheet, policies),
          run(sheet, policies, decisionsOf([{ ...given, unit: 'u' }]))
        ]
        for (const code of ['v', 'w']) {
          expect(standing(unitOf(after, code))).toEqual(standing(unitOf(before, code)))
        }
      }),
      { numRuns: 60 }
    )
  })

  it('an item settled by decision is counted as estimated, once', () => {
    fc.assert(
      fc.property(anySheet, anyDecision, (sheet, given) => {
        const own = { ...given, unit: 'u' }
        expect(run(sheet, {}, decisionsOf([own])).counts.estimated).toBe(1)
      }),
      { numRuns: 60 }
    )
  })
})
