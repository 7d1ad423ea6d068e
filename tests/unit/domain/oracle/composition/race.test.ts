import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RaceResult, Score, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { Fraction } from '../../../../fixtures/sample/fraction.ts'
import { decimalText } from './decimalText.ts'
import { GRADE_NAMES } from './gradeCase.ts'
import { anyRaceCase, type RaceCase } from './raceCase.ts'
import { solveRace, type RaceVerdict, type UnitVerdict } from './raceOracle.ts'
import { printFraction } from './roundFraction.ts'
import { runRaceCase } from './runRaceCase.ts'

const RUNS = 450

function scoreIn({ policies }: RaceCase): (value: Fraction | null | undefined) => Score | null {
  return (value) =>
    value == null
      ? null
      : { exact: decimalText(value), printed: printFraction(value, policies.decimals, policies.rounding) }
}

function expectedUnit(given: RaceCase, verdict: UnitVerdict) {
  const score = scoreIn(given)
  const { unit, items, dimensions, base, bonus, deduction, total, place, grade } = verdict
  return {
    unit: unit.code,
    items: items.map((item) => [item.item.code, item.status, item.estimated, score(item.score)]),
    dimensions: Object.entries(dimensions).map(([code, value]) => [code, score(value)]),
    base: score(base),
    bonus: score(bonus),
    deduction: score(deduction),
    total: score(total),
    state: total === null ? 'BLOCKED' : 'SCORED',
    rank: place?.rank ?? null,
    tied: place?.tied ?? false,
    grade: grade === null ? null : GRADE_NAMES[grade.level],
    ruleGrade: grade === null || grade.rule === grade.level ? null : GRADE_NAMES[grade.rule]
  }
}

function foundUnit(unit: UnitResult) {
  return {
    unit: unit.unit,
    items: unit.dimensions.flatMap(({ indicators }) =>
      indicators.map((item) => [item.indicator, item.status, item.estimated, item.score])
    ),
    dimensions: unit.dimensions.map(({ dimension, score }) => [dimension, score]),
    base: unit.base,
    bonus: unit.adjustments.bonus,
    deduction: unit.adjustments.deduction,
    total: unit.total,
    state: unit.state,
    rank: unit.rank,
    tied: unit.tied,
    grade: unit.grade?.grade ?? null,
    ruleGrade: unit.grade?.ruleGrade ?? null
  }
}

const expectedTables = ({ grades }: RaceVerdict) =>
  grades.map(({ group, verdict }) => ({
    group,
    places: verdict.places,
    undecided: verdict.undecided.map(({ level, places, units }) => ({
      grade: GRADE_NAMES[level],
      places,
      units: [...units].sort()
    }))
  }))

const foundTables = ({ grades }: RaceResult) =>
  grades.map(({ group, levels, undecided }) => ({
    group,
    places: levels.map((level) => level.places),
    undecided: undecided.map((entry) => ({ ...entry, units: [...entry.units].sort() }))
  }))

/** What a run has to have met at least once: a generator that never reaches it proves nothing. */
function note(seen: Set<string>, given: RaceCase, { units, grades }: RaceVerdict): void {
  for (const { items, factor, total, place, grade } of units) {
    for (const { status, effect } of items) seen.add(`${status} ${effect}`)
    if (factor !== null) seen.add('rescaled')
    if (total === null) seen.add('blocked')
    else if (total.top < 0n) seen.add('below 0')
    if (place?.tied) seen.add('tied')
    if (grade !== null && grade.rule !== grade.level) seen.add('downgraded')
  }
  for (const { verdict } of grades) {
    if (verdict.undecided.length > 0) seen.add(`undecided of ${given.grades!.of}`)
  }
}

const MUST_MEET = [
  'SCORED COUNTS',
  'NA OUT',
  'MISSING OUT',
  'MISSING COUNTS',
  'MISSING BLOCKS',
  'rescaled',
  'blocked',
  'tied',
  'downgraded',
  'below 0',
  'undecided of GROUP',
  'undecided of ALL'
]

it('composes, adjusts, ranks and grades any race as the documents say', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyRaceCase, (given) => {
      const verdict = solveRace(given)
      const result = runRaceCase(given)
      const found = new Map(
        result.groups.flatMap(({ units }) => units).map((unit) => [unit.unit, foundUnit(unit)])
      )
      note(seen, given, verdict)
      for (const unit of verdict.units) {
        expect(found.get(unit.unit.code)).toEqual(expectedUnit(given, unit))
      }
      expect(foundTables(result)).toEqual(expectedTables(verdict))
      const overall = result.sideRankings[0]!.rows.map(
        ({ unit, rank, tied }) => [unit, { rank, tied }] as const
      )
      expect(new Map(overall)).toEqual(verdict.overall)
    }),
    { numRuns: RUNS }
  )
  expect(MUST_MEET.filter((event) => !seen.has(event))).toEqual([])
})
