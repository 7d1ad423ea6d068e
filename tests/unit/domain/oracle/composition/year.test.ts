import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { YearUnit } from '#shared/domain/period/yearResult.ts'
import type { Score } from '#shared/domain/ranking/resultSet.ts'
import type { Fraction } from '../../../../fixtures/sample/fraction.ts'
import { decimalText } from './decimalText.ts'
import { GRADE_NAMES } from './gradeCase.ts'
import type { GradesVerdict } from './gradesOracle.ts'
import { printFraction } from './roundFraction.ts'
import { runYearCase } from './runYearCase.ts'
import { anyYearCase, type YearCase } from './yearCase.ts'
import { percentText, solveYear, type YearVerdict } from './yearOracle.ts'

const RUNS = 600

function expectedUnit({ policies }: YearCase, verdict: YearVerdict, grades: GradesVerdict | null) {
  const print = (value: Fraction) => printFraction(value, policies.decimals, policies.rounding)
  const score = (value: Fraction | null): Score | null =>
    value === null ? null : { exact: decimalText(value), printed: print(value) }
  const level = grades?.levels.get(verdict.unit) ?? null
  return {
    unit: verdict.unit,
    quarters: verdict.quarters.map(({ state, value, weight }) => ({
      state,
      score: value === null ? null : print(value),
      weight: weight === null ? null : percentText(weight)
    })),
    counted: verdict.counted,
    quarterScore: score(verdict.quarterScore),
    leadership: score(verdict.leadership),
    total: score(verdict.total),
    rank: verdict.place?.rank ?? null,
    tied: verdict.place?.tied ?? false,
    grade: level === null ? null : GRADE_NAMES[level]
  }
}

function foundUnit(unit: YearUnit) {
  return {
    unit: unit.unit,
    quarters: unit.quarters.map(({ state, score, weight }) => ({ state, score, weight })),
    counted: unit.counted,
    quarterScore: unit.quarterScore,
    leadership: unit.leadership,
    total: unit.total,
    rank: unit.rank,
    tied: unit.tied,
    grade: unit.grade?.grade ?? null
  }
}

const MUST_MEET = [
  'COUNTED',
  'IMPUTED',
  'DROPPED',
  'MISSING',
  'NOT_A_MEMBER',
  'a missing quarter as 0',
  'leadership',
  'no total',
  'too few quarters',
  'tied',
  'undecided'
]

function note(seen: Set<string>, { rules }: YearCase, { units, grades }: ReturnType<typeof solveYear>): void {
  for (const { quarters, counted, leadership, total, place } of units) {
    for (const { state, value } of quarters) {
      seen.add(state)
      if (state === 'MISSING' && value !== null) seen.add('a missing quarter as 0')
    }
    if (leadership !== null) seen.add('leadership')
    if (total === null) seen.add('no total')
    else if (counted < rules.minQuarters) seen.add('too few quarters')
    if (place?.tied) seen.add('tied')
  }
  if (grades !== null && grades.undecided.length > 0) seen.add('undecided')
}

it('makes a year of any quarters as the documents say', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyYearCase, (given) => {
      const verdict = solveYear(given)
      const found = runYearCase(given)
      note(seen, given, verdict)
      expect([...found.keys()].sort()).toEqual(verdict.units.map((unit) => unit.unit))
      for (const unit of verdict.units) {
        expect(foundUnit(found.get(unit.unit)!)).toEqual(expectedUnit(given, unit, verdict.grades))
      }
    }),
    { numRuns: RUNS }
  )
  expect(MUST_MEET.filter((event) => !seen.has(event))).toEqual([])
})
