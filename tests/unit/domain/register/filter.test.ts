import { expect, it } from 'vitest'
import { matchesFilter } from '#shared/domain/register/matchesFilter.ts'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import { anItem } from './anItem.ts'

const listed = {
  ...anItem({
    title: '新建ＫＴＶ旁健身点',
    person: '张三',
    partners: [{ unit: 'b', share: null }],
    urgency: 'TIMED',
    tags: ['HARD', 'NEW'],
    due: '2026-10-31'
  }),
  status: null,
  incomplete: [],
  slip: null
}

it.each<[RegisterFilter, boolean]>([
  [{}, true],
  // An empty choice is no choice.
  [{ types: [], owners: [], tags: [] }, true],
  [{ types: ['PROBLEM'] }, false],
  [{ owners: ['a'] }, true],
  [{ owners: ['b'] }, false],
  [{ owners: ['b'], withPartners: true }, true],
  [{ owners: [''] }, false],
  [{ urgencies: ['TIMED'], tags: ['NEW'] }, true],
  [{ urgencies: ['IMMEDIATE'] }, false],
  [{ statuses: ['NONE'] }, true],
  [{ statuses: ['OVERDUE'] }, false],
  [{ dueFrom: '2026-10-31', dueTo: '2026-10-31' }, true],
  [{ dueTo: '2026-10-30' }, false],
  [{ incomplete: true }, false],
  [{ slips: true }, false],
  [{ text: 'ktv 张三' }, true],
  [{ text: 'ktv 李四' }, false],
  [{ text: '承-2026' }, true],
  [{ voided: true }, false]
])('%j lets it through: %s', (filter, expected) => {
  expect(matchesFilter(listed, filter)).toBe(expected)
})

it('shows voided items only where they are asked for', () => {
  const voided = { ...listed, voided: { at: '', by: '', reason: '' } }
  expect(matchesFilter(voided, {})).toBe(false)
  expect(matchesFilter(voided, { voided: true })).toBe(true)
})
