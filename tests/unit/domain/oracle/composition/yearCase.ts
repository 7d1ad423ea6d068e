import fc from 'fast-check'
import { maybe } from '../oracleCase.ts'
import { anyGrades, type GradeCase } from './gradeCase.ts'
import type { Rounding } from './roundFraction.ts'

/** A random year of one group: what the four quarters left, and what was decided about them. */
export interface YearCase {
  rules: YearRulesCase
  policies: { decimals: number; rounding: Rounding; judgeOn: 'PRINTED' | 'EXACT' }
  units: readonly YearUnitCase[]
  /** The last one is always frozen: it says who is there. */
  quarters: readonly QuarterState[]
  grades: GradeCase | undefined
  /** 并列裁定 on the year, best first. */
  ruling: readonly string[] | undefined
}

export interface YearRulesCase {
  method: 'MEAN' | 'WEIGHTED' | 'BEST'
  /** By quarter. */
  weights: readonly string[]
  best: number
  missing: 'DECIDE' | 'EXCLUDE' | 'ZERO'
  leadership: string
  minQuarters: number
  quarterScore: 'PRINTED' | 'EXACT'
}

/** NOT_HELD is over without ever having been opened; OPEN is still to be frozen. */
export type QuarterState = 'FROZEN' | 'OPEN' | 'NOT_HELD'

export interface YearUnitCase {
  code: string
  ranked: boolean
  /** By quarter, where it was frozen: a total, none (null), or the unit did not take part (undefined). */
  totals: readonly (string | null | undefined)[]
  /** 补分 of the total, by quarter. */
  imputed: readonly (string | undefined)[]
  leadership: string | undefined
}

const UNITS = ['a', 'b', 'c', 'd', 'e']
const anyTotal = fc.constantFrom('80', '80', '84', '80.005', '80.004', '79.5', '92.345', '60')

const four = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: 4, maxLength: 4 })

const anyUnit: fc.Arbitrary<Omit<YearUnitCase, 'code'>> = fc.record({
  ranked: fc.nat(6).map((roll) => roll > 0),
  totals: four(
    fc.oneof({ weight: 10, arbitrary: anyTotal }, { weight: 1, arbitrary: fc.constantFrom(null, undefined) })
  ),
  imputed: four(fc.option(fc.constantFrom('80', '70.5', '80.005'), { nil: undefined, freq: 4 })).map(
    // Most quarters need no decision.
    (list) => list.map((value, index) => (index % 2 === 0 ? value : undefined))
  ),
  leadership: maybe(fc.constantFrom('0', '3', '4', '5', '5.5'))
})

const anyRules: fc.Arbitrary<YearRulesCase> = fc.record({
  method: fc.constantFrom('MEAN', 'WEIGHTED', 'BEST'),
  weights: four(fc.constantFrom('25', '20', '30', '0')),
  best: fc.constantFrom(1, 2, 3, 4),
  missing: fc.constantFrom('DECIDE', 'EXCLUDE', 'EXCLUDE', 'ZERO'),
  leadership: fc.constantFrom('0', '0', '5'),
  minQuarters: fc.constantFrom(1, 2, 2, 3),
  quarterScore: fc.constantFrom('PRINTED', 'EXACT')
})

const anyGradesOfYear = anyGrades.map((grades): GradeCase => ({
  ...grades,
  of: 'GROUP',
  levels: grades.levels.map(({ atLeast, ...level }) =>
    atLeast === undefined ? level : { ...level, atLeast: String(Number(atLeast) + 64) }
  )
}))

export const anyYearCase: fc.Arbitrary<YearCase> = fc
  .record({
    rules: anyRules,
    policies: fc.record({
      decimals: fc.constantFrom(0, 1, 2, 2),
      rounding: fc.constantFrom<Rounding>('HALF_UP', 'HALF_UP', 'CEIL', 'FLOOR'),
      judgeOn: fc.constantFrom('PRINTED' as const, 'EXACT' as const)
    }),
    list: fc.array(anyUnit, { minLength: UNITS.length, maxLength: UNITS.length }),
    /** Units that have the quarters of another one. */
    twins: fc.array(fc.nat(UNITS.length - 1), { minLength: 2, maxLength: 2 }),
    states: four(fc.constantFrom<QuarterState>('FROZEN', 'FROZEN', 'FROZEN', 'FROZEN', 'OPEN', 'NOT_HELD')),
    grades: maybe(anyGradesOfYear),
    ruling: fc.option(fc.shuffledSubarray(UNITS, { minLength: 4 }), { nil: undefined, freq: 2 })
  })
  .map(({ list, twins, states, ...rest }) => ({
    ...rest,
    quarters: states.map((state, index) => (index === 3 ? 'FROZEN' : state)),
    units: list.map((own, index): YearUnitCase => {
      const { totals, imputed, leadership } = list[twins[index] ?? index]!
      return { code: UNITS[index]!, ranked: own.ranked, totals, imputed, leadership }
    })
  }))
