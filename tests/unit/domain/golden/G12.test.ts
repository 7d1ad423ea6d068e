import { describe, expect, it } from 'vitest'
import { tried } from './tried.ts'

/** Weight and mean of each evaluator group. */
const GROUPS = [
  ['主要领导', '0.15', '92'],
  ['主管领导', '0.15', '90'],
  ['其它领导', '0.20', '88'],
  ['机关正职', '0.10', '85'],
  ['单位正职', '0.15', '86'],
  ['机关部门', '0.25', '84']
] as const

const run = (absent: string | null, missingGroup?: string) =>
  tried({
    rule: {
      kind: 'JUDGE_MEAN',
      params: {
        groups: GROUPS.map(([name, weight]) => ({ name, weight })),
        ...(missingGroup === undefined ? {} : { missingGroup })
      }
    },
    participants: [
      {
        unit: 'u',
        ratings: GROUPS.flatMap(([group, , value]) => (group === absent ? [] : [{ group, value }]))
      }
    ]
  })['u']!.score

describe('G12: weighted evaluator groups', () => {
  it('S30: six groups → 87.30', () => {
    expect(run(null)).toEqual({ exact: '87.3', printed: '87.30' })
  })

  it.each([
    [undefined, '87.125', '87.13'],
    ['RENORMALISE', '87.125', '87.13'],
    ['ZERO', '69.7', '69.70'],
    ['MEAN_OF_REST', '87.125', '87.13']
  ])('the third group returned nothing, %s → %s, printed %s', (missingGroup, exact, printed) => {
    expect(run('其它领导', missingGroup)).toEqual({ exact, printed })
  })

  it('S31: A 9.2 and B 8.7 at 60/40 → 9.00 of 10', () => {
    const { u } = tried({
      rule: {
        kind: 'JUDGE_MEAN',
        params: {
          outOf: '10',
          groups: [
            { name: 'A', weight: '60' },
            { name: 'B', weight: '40' }
          ]
        }
      },
      indicator: { fullMark: '10' },
      participants: [
        {
          unit: 'u',
          ratings: [
            { group: 'A', value: '9.2' },
            { group: 'B', value: '8.7' }
          ]
        }
      ]
    })
    expect(u?.score).toEqual({ exact: '9', printed: '9.00' })
  })
})
