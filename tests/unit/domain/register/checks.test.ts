import { describe, expect, it } from 'vitest'
import { checkItem, type KnownNames } from '#shared/domain/register/checkItem.ts'
import { checkItems } from '#shared/domain/register/checkItems.ts'
import { itemFields, type ItemFields } from '#shared/domain/register/registerItem.ts'
import { anItem } from './anItem.ts'

const known: KnownNames = {
  units: new Map([
    ['a', '甲处'],
    ['b', '乙处'],
    ['c', '丙处']
  ]),
  indicators: new Set(['output'])
}

const check = (change: Partial<ItemFields>, before?: ItemFields) =>
  checkItem(
    itemFields.parse({ type: 'PROJECT', title: '项目', owner: 'a', due: '2026-12-31', ...change }),
    known,
    before
  )
const plan = (...steps: [month: string, percent: string | null, amount?: string][]) =>
  steps.map(([month, percent, amount]) => ({ month, percent, amount: amount ?? null }))

describe('an item by itself', () => {
  it.each<[string, Partial<ItemFields>]>([
    ['without owner and date, which are told elsewhere', { owner: null, due: null }],
    ['with shares of 100', { ownerShare: '60', partners: [{ unit: 'b', share: '40' }] }],
    ['with shares that leave something open', { ownerShare: '60', partners: [{ unit: 'b', share: null }] }],
    ['with a plan up to the month of its due day', { plan: plan(['2026-11', '60'], ['2026-12', '100']) }],
    ['due on the day it starts', { start: '2026-12-31' }]
  ])('is right %s', (_what, change) => {
    expect(check(change)).toEqual([])
  })

  it.each<[Partial<ItemFields>, keyof ItemFields, string]>([
    [{ start: '2027-01-01' }, 'due', '早于开始日期'],
    [{ owner: 'x' }, 'owner', '没有代码为「x」的单位'],
    [{ partners: [{ unit: 'x', share: null }] }, 'partners', '没有代码为「x」的单位'],
    [{ partners: [{ unit: 'a', share: null }] }, 'partners', '「甲处」既是责任单位又是配合单位'],
    [
      {
        partners: [
          { unit: 'b', share: null },
          { unit: 'b', share: null }
        ]
      },
      'partners',
      '「乙处」写了两次'
    ],
    [{ ownerShare: '70', partners: [{ unit: 'b', share: '40' }] }, 'ownerShare', '合计 110%，超过 100%'],
    [{ ownerShare: '60', partners: [{ unit: 'b', share: '30' }] }, 'ownerShare', '合计 90%，不是 100%'],
    [{ ownerShare: '100', partners: [{ unit: 'b', share: null }] }, 'ownerShare', '「乙处」没有比例'],
    [{ ownerShare: '0' }, 'ownerShare', '不在 0 到 100 之间'],
    [{ plan: plan(['2026-10', '50'], ['2026-09', '60']) }, 'plan', '2026-10（50%）低于 2026-09（60%）'],
    [{ plan: plan(['2027-01', '100']) }, 'plan', '晚于完成时限'],
    [{ start: '2026-06-01', plan: plan(['2026-05', '10']) }, 'plan', '早于开始日期'],
    [{ plan: plan(['2026-10', '120']) }, 'plan', '不在 0 到 100 之间'],
    [{ plan: plan(['2026-10', '50'], ['2026-10', '60']) }, 'plan', '写了两次'],
    [{ plan: plan(['2026-10', null, '3']) }, 'plan', '没有目标数量'],
    [{ indicator: 'gone' }, 'indicator', '没有代码为「gone」的指标']
  ])('is refused at its field: %j', (change, field, words) => {
    const found = check(change)
    expect(found.map((entry) => entry.field)).toContain(field)
    expect(found.map(({ message }) => message).join('')).toContain(words)
  })

  it('keeps what it said before of units and indicators that have gone', () => {
    const before = itemFields.parse({ type: 'PROJECT', title: '项目', owner: 'x', indicator: 'gone' })
    expect(check({ owner: 'x', indicator: 'gone' }, before)).toEqual([])
  })
})

describe('the whole register', () => {
  it('names rings, ended parents and what is missing; voided items are left out, closed ones lack nothing', () => {
    const closeOut = { number: '销〔2026〕001号', date: '2026-09-01', verifier: '李四', opinion: '' }
    const voided = { at: '2026-09-01T00:00:00.000Z', by: '考核办', reason: '误录' }
    const found = checkItems(
      [
        anItem({ id: 1, number: '承-2026-001', parent: 2 }),
        anItem({ id: 2, number: '承-2026-002', parent: 1 }),
        anItem({ id: 3, number: '承-2026-003', owner: null, due: null }),
        anItem({ id: 4, number: '承-2026-004', state: 'CLOSED', doneOn: '2026-09-01', closeOut, due: null }),
        anItem({ id: 5, number: '承-2026-005', parent: 4 }),
        anItem({ id: 6, number: '承-2026-006', voided, owner: null })
      ],
      known
    )
    expect(found.map(({ number, level, field }) => [number, level, field])).toEqual([
      ['承-2026-001', 'error', 'parent'],
      ['承-2026-002', 'error', 'parent'],
      ['承-2026-003', 'confirm', 'owner'],
      ['承-2026-003', 'confirm', 'due'],
      ['承-2026-005', 'error', 'parent']
    ])
    expect(found[0]?.message).toContain('承-2026-001 → 承-2026-002 → 承-2026-001')
  })
})
