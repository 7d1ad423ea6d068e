import fc from 'fast-check'
import { expect, it } from 'vitest'
import { itemsByUnit, percentOf, standingsOf } from '#shared/domain/cadence/registerCounts.ts'
import { isFinished } from '#shared/domain/cadence/cadenceItem.ts'
import { itemState } from '#shared/domain/register/registerItem.ts'
import { monthWord } from '#shared/domain/report/cadence/monthItems.ts'

const status = fc.constantFrom(
  'AHEAD',
  'ON_TRACK',
  'SLIGHTLY_BEHIND',
  'BEHIND',
  'BADLY_BEHIND',
  'OVERDUE',
  null
)
const item = fc.record({
  state: fc.constantFrom(...itemState.options),
  status,
  owner: fc.constantFrom('a', 'b', 'z', null),
  ownerName: fc.constant('某处')
})

it('puts every item that is worked on into one standing, in all and unit by unit', () => {
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const all = standingsOf(items)
      expect(all.onTrack + all.slightly + all.behind + all.overdue + all.unknown).toBe(all.open)
      expect(all.open).toBe(items.filter((each) => !isFinished(each)).length)
      const units = itemsByUnit(items, ['b', 'a'])
      expect(units.reduce((sum, each) => sum + standingsOf(each.items).open, 0)).toBe(all.open)
      expect(units.map(({ unit }) => unit)).toEqual(
        ['b', 'a', 'z', ''].filter((code) => items.some(({ owner }) => (owner ?? '') === code))
      )
    })
  )
})

it('says the standing of a month in words, without colours', () => {
  const none = { open: 0, onTrack: 0, slightly: 0, behind: 0, overdue: 0, unknown: 0 }
  expect(monthWord(none)).toBe('/')
  expect(monthWord({ ...none, open: 7, onTrack: 7 })).toBe('全线达标 7')
  expect(monthWord({ ...none, open: 7, onTrack: 4, behind: 2, overdue: 1 })).toBe('逾期 1 落后 2')
  expect(monthWord({ ...none, open: 3, onTrack: 2, unknown: 1 })).toBe('达标 2/3')
})

it('rates to one decimal, half up; 0 of nothing', () => {
  expect([percentOf(1, 3), percentOf(2, 3), percentOf(1, 8), percentOf(0, 0)]).toEqual([
    '33.3',
    '66.7',
    '12.5',
    '0'
  ])
})
