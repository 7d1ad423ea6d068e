import { describe, expect, it } from 'vitest'
import { printedScores } from './tried.ts'

const rule = (more = {}) => ({ kind: 'JUDGE_MEAN', params: { trim: 1, trimWhenMoreThan: 5, ...more } })

describe('G11 (S29): trimmed mean when more than 5 judge', () => {
  it.each([
    [['95', '92', '90', '88', '85', '70'], '88.75'],
    [['95', '92', '90', '88', '70'], '87.00'],
    // One of two equal highest marks goes, not both.
    [['95', '95', '90', '88', '85', '70'], '89.50'],
    [['90', '90'], '90.00']
  ])('%j → %s', (ratings, expected) => {
    expect(printedScores({ rule: rule(), participants: [{ unit: 'u', ratings }] })).toEqual({ u: expected })
  })

  it.each([
    // The sixth judge gives everybody 90: out before the count, so five are not trimmed.
    [true, '87.00'],
    // Counted, six are trimmed to 92, 90, 90, 88.
    [false, '90.00']
  ])('an all-equal ballot among six, rejected %s → %s', (rejectAllEqual, expected) => {
    const ballot = (marks: readonly string[]) => [
      ...marks.map((value, index) => ({ name: `评委${index}`, value })),
      { name: '评委五', value: '90' }
    ]
    const participants = [
      { unit: 'u', ratings: ballot(['95', '92', '90', '88', '70']) },
      { unit: 'v', ratings: ballot(['80', '81', '82', '83', '84']) }
    ]
    expect(printedScores({ rule: rule({ rejectAllEqual }), participants })['u']).toBe(expected)
  })
})
