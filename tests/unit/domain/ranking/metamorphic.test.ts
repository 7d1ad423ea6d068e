import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Reading } from '#shared/domain/scoring/reading.ts'
import { input, rating, reading, scheme } from '../scoring/build.ts'

/** One case of everything: ratio, rank, judges, direct score; some values 不适用, some 缺报. */
interface Case {
  definition: SchemeDefinition
  readings: readonly Reading[]
}

const UNITS = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5']
const state = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 1500 }) },
  { weight: 1, arbitrary: fc.constantFrom('NA', 'MISSING') }
)
const marks = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 })

const ratio = (code: string, fullMark: string) => ({
  code,
  name: code,
  fullMark,
  rule: { kind: 'RATIO_TO_TARGET' },
  targets: [{ unit: '*', base: '11' }]
})
const DIMENSIONS = [
  { code: 'd1', name: '任务', fullMark: '40', indicators: [ratio('a', '25'), ratio('b', '15')] },
  {
    code: 'd2',
    name: '讲堂',
    fullMark: '30',
    composition: 'WEIGHTED',
    indicators: [
      {
        code: 'c',
        name: 'c',
        fullMark: '80',
        rule: { kind: 'JUDGE_MEAN', params: { trim: 1, rejectAllEqual: true } }
      },
      { code: 'e', name: 'e', fullMark: '20', rule: { kind: 'DIRECT_SCORE', params: { outOf: '1500' } } }
    ]
  },
  {
    code: 'd3',
    name: '测评',
    fullMark: '30',
    indicators: [
      {
        code: 'f',
        name: 'f',
        fullMark: '30',
        rule: { kind: 'RANK_POINTS', params: { decrement: '5', tie: 'MEAN_OF_PLACES' } }
      }
    ]
  }
]

const anyCase = fc
  .record({
    values: fc.array(fc.record({ a: state, b: state, e: state, f: state, marks }), {
      minLength: 6,
      maxLength: 6
    }),
    notApplicable: fc.constantFrom('RESCALE' as const, 'FULL_MARK' as const, 'GROUP_MEAN' as const),
    roundAt: fc.constantFrom('TOTAL' as const, 'ITEM_AND_TOTAL' as const)
  })
  .map(({ values, notApplicable, roundAt }): Case => {
    const definition = scheme({
      units: UNITS,
      listed: ['u5'],
      dimensions: DIMENSIONS,
      race: { tieBreak: [{ by: 'DIMENSION', dimension: 'd1' }, { by: 'BASE' }] },
      policies: { notApplicable, roundAt }
    })
    const readings = UNITS.flatMap((unit, index) => {
      const value = values[index]!
      const single = (['a', 'b', 'e', 'f'] as const).map((code) => {
        const given = value[code]
        return typeof given === 'number'
          ? reading(unit, code, dec(given).div(100).toFixed())
          : reading(unit, code, null, { state: given })
      })
      return [...single, ...value.marks.map((mark, rater) => rating(unit, 'c', `评委${rater}`, String(mark)))]
    })
    return { definition, readings }
  })

/** Everything but names and the order of the list: what must not move. */
function numbersOf(result: ResultSet, rename: (unit: string) => string = (unit) => unit) {
  const units = result.races.flatMap((race) => race.groups.flatMap((group) => group.units))
  return new Map(
    units.map((unit) => [
      rename(unit.unit),
      {
        rank: unit.rank,
        tied: unit.tied,
        total: unit.total,
        base: unit.base,
        gaps: [unit.gapToFirst, unit.gapToAbove, unit.gapToMean],
        state: unit.state,
        traces: unit.dimensions.flatMap((d) => d.indicators.map((i) => [i.status, i.score, i.trace]))
      }
    ])
  )
}

const run = ({ definition, readings }: Case) => computeResults(input(definition, { readings }))

describe('metamorphic', () => {
  it('the order of readings changes nothing at all', () => {
    fc.assert(
      fc.property(anyCase, fc.integer(), (given, seed) => {
        const shuffled = [...given.readings].sort((a, b) => noise(a, seed) - noise(b, seed))
        expect(run({ ...given, readings: shuffled })).toEqual(run(given))
      }),
      { numRuns: 60 }
    )
  })

  it('the order of units changes no number and no rank', () => {
    fc.assert(
      fc.property(anyCase, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (given, order) => {
        const { definition } = given
        const units = order.map((index) => definition.units[index]!)
        const groups = definition.groups.map((group) => ({
          ...group,
          members: order.map((index) => group.members[index]!)
        }))
        expect(numbersOf(run({ ...given, definition: { ...definition, units, groups } }))).toEqual(
          numbersOf(run(given))
        )
      }),
      { numRuns: 60 }
    )
  })

  it('new names and new codes change no number and no rank', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const renamed = (unit: string) => `z${9 - Number(unit.slice(1))}`
        const definition: SchemeDefinition = {
          ...given.definition,
          units: given.definition.units.map((unit) => ({
            ...unit,
            code: renamed(unit.code),
            name: `改名${unit.code}`
          })),
          groups: given.definition.groups.map((group) => ({
            ...group,
            members: group.members.map((member) => ({ ...member, unit: renamed(member.unit) }))
          }))
        }
        const readings = given.readings.map((item) => ({ ...item, unit: renamed(item.unit) }))
        expect(numbersOf(run({ definition, readings }))).toEqual(numbersOf(run(given), renamed))
      }),
      { numRuns: 60 }
    )
  })

  it('an indicator that applies to nobody, or to another unit only, changes no total', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const none = { ...ratio('extra', '9'), appliesTo: { units: ['u5'], exceptUnits: ['u5'] } }
        const more = withIndicator(given.definition, 'd1', none)
        expect(totals(run({ ...given, definition: more }))).toEqual(totals(run(given)))
      }),
      { numRuns: 40 }
    )
  })

  it('a not-applicable indicator in a WEIGHTED dimension changes no total', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 50 }), (given, fullMark) => {
        const definition = withPolicies(given.definition, { notApplicable: 'RESCALE' })
        const more = withIndicator(definition, 'd2', ratio('extra', String(fullMark)))
        const na = UNITS.map((unit) => reading(unit, 'extra', null, { state: 'NA' }))
        expect(totals(run({ definition: more, readings: [...given.readings, ...na] }))).toEqual(
          totals(run({ ...given, definition }))
        )
      }),
      { numRuns: 40 }
    )
  })

  it('a not-applicable indicator in a SUM dimension keeps base ÷ full mark, and so every rank', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const definition = withPolicies(given.definition, {
          notApplicable: 'RESCALE',
          roundAt: 'TOTAL',
          judgeOn: 'EXACT'
        })
        const more = withIndicator(definition, 'd1', ratio('extra', '25'))
        const race = more.races[0]!
        const larger = {
          ...more,
          races: [
            {
              ...race,
              fullMark: '125',
              dimensions: race.dimensions.map((d) => (d.code === 'd1' ? { ...d, fullMark: '65' } : d))
            }
          ]
        }
        const na = UNITS.map((unit) => reading(unit, 'extra', null, { state: 'NA' }))
        const before = numbersOf(run({ ...given, definition }))
        const after = numbersOf(run({ definition: larger, readings: [...given.readings, ...na] }))
        for (const [unit, { base, rank }] of before) {
          expect(after.get(unit)?.rank).toBe(rank)
          expect(rate(after.get(unit)?.base?.exact, '125')).toBe(rate(base?.exact, '100'))
        }
      }),
      { numRuns: 40 }
    )
  })

  it('a unit that nobody is compared with changes nobody else', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { definition } = given
        const units = [...definition.units, { ...definition.units[0]!, code: 'extra', name: '新单列' }]
        const members = [
          ...definition.groups[0]!.members,
          { unit: 'extra', rankMode: 'LISTED_NOT_RANKED' as const }
        ]
        const groups = [{ ...definition.groups[0]!, members }]
        const own = given.readings
          .filter((item) => item.unit === 'u0')
          .map((item) => ({ ...item, unit: 'extra' }))
        const after = numbersOf(
          run({ definition: { ...definition, units, groups }, readings: [...given.readings, ...own] })
        )
        after.delete('extra')
        expect(after).toEqual(numbersOf(run(given)))
      }),
      { numRuns: 40 }
    )
  })

  it('scores stay within their full marks and steps lead to the score', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const units = run(given).races[0]!.groups[0]!.units
        for (const item of units.flatMap((unit) => unit.dimensions.flatMap((d) => d.indicators))) {
          if (item.score === null) continue
          expect(dec(item.score.exact).lessThanOrEqualTo(dec(item.fullMark))).toBe(true)
          expect(dec(item.score.exact).greaterThanOrEqualTo(0)).toBe(true)
          if (item.status === 'SCORED' && item.reason === null) {
            expect(item.trace.steps.at(-1)?.value).toBe(item.score.exact)
            expect(item.trace.sentence.endsWith(`→ ${item.score.printed}`)).toBe(true)
          }
        }
      }),
      { numRuns: 60 }
    )
  })
})

function noise(item: Reading, seed: number): number {
  const text = `${item.unit}${item.indicator}${item.rater?.name ?? ''}`
  const hash = [...text].reduce((mixed, letter) => Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193), seed)
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
}

function totals(result: ResultSet) {
  return new Map([...numbersOf(result)].map(([unit, { total, rank }]) => [unit, { total, rank }]))
}

function rate(base: string | undefined, fullMark: string): string | undefined {
  return base === undefined ? undefined : dec(base).div(dec(fullMark)).toFixed(20)
}

function withIndicator(
  definition: SchemeDefinition,
  code: string,
  extra: Record<string, unknown>
): SchemeDefinition {
  const template = definition.races[0]!.dimensions[0]!.indicators[0]!
  const race = definition.races[0]!
  const dimensions = race.dimensions.map((dimension) =>
    dimension.code === code
      ? {
          ...dimension,
          indicators: [...dimension.indicators, { ...template, ...extra, rule: template.rule }]
        }
      : dimension
  )
  return { ...definition, races: [{ ...race, dimensions }] }
}

function withPolicies(
  definition: SchemeDefinition,
  some: Partial<SchemeDefinition['policies']>
): SchemeDefinition {
  return { ...definition, policies: { ...definition.policies, ...some } }
}
