import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { commonMark, fullMarksOf } from '#shared/domain/ranking/fullMarksOf.ts'
import type { RaceResult } from '#shared/domain/ranking/resultSet.ts'
import { input, reading, scheme } from '../scoring/build.ts'
import { direct } from './computeMarks.ts'

/** S10: class B has one point less for the same item, and so in its dimension and in all. */
function classes(): RaceResult {
  const definition = scheme({
    units: ['a1', 'b1'],
    groups: { a: ['a1'], b: ['b1'], empty: [] },
    dimensions: [
      {
        code: 'econ',
        name: '工业经济',
        fullMark: '2',
        byGroup: [{ group: 'b', fullMark: '1' }],
        indicators: [{ ...direct('econ', '2'), byGroup: [{ group: 'b', fullMark: '1' }] }]
      },
      { code: 'rest', name: '其余', fullMark: '98', indicators: [direct('rest', '98')] }
    ],
    race: { byGroup: [{ group: 'b', fullMark: '99' }] }
  })
  const readings = [reading('a1', 'econ', '1'), reading('b1', 'econ', '1')]
  return computeResults(input(definition, { readings })).races[0]!
}

describe('full marks in the heads of tables (S10)', () => {
  const race = classes()
  const [a, b, empty] = race.groups
  const marks = (...groups: RaceResult['groups']) => {
    const { base, dimensions } = fullMarksOf(race, groups)
    return [base, ...dimensions.map((dimension) => dimension.fullMark)]
  }

  it('are the group’s own', () => {
    expect(marks(a!)).toEqual(['100', '2', '98'])
    expect(marks(b!)).toEqual(['99', '1', '98'])
  })

  it('stand nowhere where the groups together have different ones', () => {
    expect(marks(a!, b!)).toEqual([null, null, '98'])
  })

  it('are the race’s in a group without units, and in results that do not say', () => {
    expect(marks({ ...empty!, units: [] })).toEqual(['100', '2', '98'])
    const old = { ...b! }
    delete old.fullMark
    expect(marks(old)[0]).toBe('100')
  })
})

it.each([
  [[], null],
  [['100'], '100'],
  [['100', '100.0'], '100'],
  [['100', '99'], null]
])('the common mark of %j is %s', (given, expected) => {
  expect(commonMark(given)).toBe(expected)
})
