import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fourKnow,
  itemState,
  problemSource,
  registerType,
  urgency
} from '#shared/domain/register/registerItem.ts'
import {
  changed,
  narrowing,
  readQuery,
  REGISTER_VIEWS,
  tabOf,
  writeQuery,
  type RegisterQuery
} from '../../../renderer/src/features/registers/registerQuery.ts'

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 })

const filter = fc.record(
  {
    types: some(registerType.options),
    states: some(itemState.options),
    owners: some(['', 'office', 'elite']),
    withPartners: fc.constant(true),
    urgencies: some(urgency.options),
    tags: some(fourKnow.options),
    sources: some(problemSource.options),
    statuses: some(['OVERDUE', 'BEHIND', 'NONE', 'DONE'] as const),
    dueFrom: fc.constant('2026-10-01'),
    dueTo: fc.constant('2026-12-31'),
    incomplete: fc.constant(true),
    slips: fc.constant(true),
    indicator: fc.constantFrom('a1', '指标/一'),
    text: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    voided: fc.constant(true)
  },
  { requiredKeys: [] }
)

describe('the address of the register', () => {
  it('says everything that is shown: read back it is the same page', () => {
    const query: fc.Arbitrary<RegisterQuery> = fc.record({
      filter,
      view: fc.constantFrom(...REGISTER_VIEWS),
      item: fc.option(fc.integer({ min: 1, max: 10_000 })),
      month: fc.option(fc.constantFrom('2026-10', '2027-01'))
    })
    fc.assert(
      fc.property(query, (page) => {
        expect(readQuery(new URLSearchParams(writeQuery(page).toString()))).toEqual(page)
      })
    )
  })

  it('leaves out what it does not know and never fails', () => {
    const page = readQuery(
      new URLSearchParams('type=X&status=OVERDUE,RED&from=soon&item=-3&view=list&month=2026-13')
    )
    expect(page).toEqual({ filter: { statuses: ['OVERDUE'] }, view: 'table', item: null, month: null })
    fc.assert(fc.property(fc.string(), (text) => void readQuery(new URLSearchParams(text))))
  })

  it('tells the tab: five registers share one, a mixture stands under all', () => {
    expect(tabOf({})).toBe('ALL')
    expect(tabOf({ types: ['PROBLEM'] })).toBe('PROBLEM')
    expect(tabOf({ types: ['KEY_REFORM'] })).toBe('FIVE')
    expect(tabOf({ types: ['PROBLEM', 'PROJECT'] })).toBe('ALL')
  })

  it('an emptied part is gone, and only narrowing parts count', () => {
    expect(changed({ types: ['PROBLEM'], text: 'a', tags: ['NEW'] }, { text: '', tags: [] })).toEqual({
      types: ['PROBLEM']
    })
    expect(narrowing({ types: ['PROBLEM'], withPartners: true })).toBe(0)
    expect(narrowing({ types: ['PROBLEM'], states: ['OPEN'] })).toBe(1)
  })
})
