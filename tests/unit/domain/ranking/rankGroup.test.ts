import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { rankGroup } from '#shared/domain/ranking/rankGroup.ts'

describe('places of arbitrary totals', () => {
  const totalsOf = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 40 })
  const places = (values: readonly number[], shift = 0) =>
    rankGroup(
      values.map((value, order) => {
        const total = dec(value).div(4).plus(shift)
        return {
          unit: `u${order}`,
          order,
          total: { label: '总得分', value: total, text: total.toFixed(2) },
          metrics: []
        }
      })
    )

  it('are 1-2-2-4: one more than the number of units strictly better', () => {
    fc.assert(
      fc.property(totalsOf, (values) => {
        for (const place of places(values)) {
          const own = values[Number(place.unit.slice(1))]!
          expect(place.rank).toBe(1 + values.filter((value) => value > own).length)
          expect(place.tied).toBe(values.filter((value) => value === own).length > 1)
        }
      })
    )
  })

  it('stay when the same constant is added to all totals', () => {
    fc.assert(
      fc.property(totalsOf, fc.integer({ min: -100, max: 100 }), (values, shift) => {
        const bare = (list: ReturnType<typeof places>) =>
          list.map(({ unit, rank, tied }) => ({ unit, rank, tied }))
        expect(bare(places(values, shift))).toEqual(bare(places(values)))
      })
    )
  })
})
