import { describe, expect, it } from 'vitest'
import { revealSteps, speakersOf } from '#shared/domain/cadence/reviewPlan.ts'
import { officeFacts } from '../../../helpers/reportFacts.ts'

describe('the order of a review', () => {
  it('uncovers from the last place to the first, ties together', () => {
    const units = [1, 2, 2, 4].map((rank, index) => ({ unit: 'abcd'[index]!, rank }))
    expect(revealSteps([...units, { unit: 'e', rank: null }])).toEqual([
      { rank: 4, units: ['d'] },
      { rank: 2, units: ['b', 'c'] },
      { rank: 1, units: ['a'] }
    ])
  })

  it('lets everybody speak once, whichever order was chosen', () => {
    const { results, scheme } = officeFacts({ units: 23 })
    const order = scheme.units.map(({ code }) => code)
    const codes = (plan: Parameters<typeof speakersOf>[2]) =>
      speakersOf(results, order, plan).map(({ unit }) => unit.unit)
    const byRank = codes({ order: 'RANK', custom: [] })
    expect(new Set(byRank).size).toBe(23)
    expect(codes({ order: 'UNITS', custom: [] })).toEqual(order)
    const custom = [order[5]!, order[2]!]
    expect(codes({ order: 'CUSTOM', custom }).slice(0, 3)).toEqual([...custom, order[0]])
    const group = results.races[0]!.groups[0]!
    expect(byRank[group.units.length - 1]).toBe(group.units[0]!.unit)
  })
})
