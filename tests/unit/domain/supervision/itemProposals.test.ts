import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { PLAIN_WEEK } from '#shared/domain/calendar/workCalendar.ts'
import type { ItemStanding, ItemStatus } from '#shared/domain/register/itemStanding.ts'
import type { RegisterItem } from '#shared/domain/register/registerItem.ts'
import { itemFields } from '#shared/domain/register/registerItem.ts'
import {
  askedProposals,
  itemProposals,
  type ItemProposalInput
} from '#shared/domain/supervision/itemProposals.ts'
import { LEVELS, slip as slipSchema, type Slip, type SlipLevel } from '#shared/domain/supervision/slip.ts'
import { supervisionSettings } from '#shared/domain/supervision/supervisionSettings.ts'

const settings = supervisionSettings.parse(undefined)

function itemOf(over: Partial<RegisterItem> = {}): RegisterItem {
  return {
    ...itemFields.parse({ type: 'PROJECT', title: '码头护栏整改', owner: 'water', due: '2026-10-30' }),
    id: 1,
    number: '项-2026-001',
    state: 'IN_PROGRESS',
    percent: null,
    amount: null,
    closeOut: null,
    voided: null,
    source: { from: 'HAND' },
    openedOn: '2026-07-01',
    doneOn: null,
    version: 1,
    ...over
  }
}

function standingOf(status: ItemStatus | null, over: Partial<ItemStanding> = {}): ItemStanding {
  return {
    status,
    reason: '计划 60%，完成 35%。',
    planned: '60',
    done: '35',
    daysLeft: 30,
    workdaysLeft: 20,
    ...over
  }
}

function slipOf(over: Partial<Slip> = {}): Slip {
  return slipSchema.parse({
    id: 7,
    number: '督〔2026〕7号',
    kind: 'SUPERVISION',
    level: 'BLUE',
    unit: 'water',
    item: 1,
    period: '2026Q4',
    state: 'ISSUED',
    issuedOn: '2026-10-08',
    answerBy: '2026-10-20',
    fields: {
      subject: '码头护栏整改',
      reason: '临近',
      demand: '抓紧',
      basis: { from: 'ITEM', cause: 'NEAR_DUE' }
    },
    version: 1,
    ...over
  })
}

function input(over: Partial<ItemProposalInput> = {}): ItemProposalInput {
  return {
    on: '2026-10-14',
    period: '2026Q4',
    items: [],
    open: [],
    returned: new Map(),
    times: () => 0,
    settings,
    calendar: PLAIN_WEEK,
    settled: new Set(),
    ...over
  }
}

const one = (
  status: ItemStatus | null,
  over: Partial<ItemProposalInput> = {},
  standing: Partial<ItemStanding> = {}
) =>
  itemProposals(input({ items: [{ item: itemOf(), standing: standingOf(status, standing) }], ...over }))
    .proposals

describe('colours of an item without a slip (S45)', () => {
  it.each([
    ['OVERDUE', 'RED', 'OVERDUE'],
    ['BADLY_BEHIND', 'YELLOW', 'BEHIND'],
    ['BEHIND', 'YELLOW', 'BEHIND']
  ] as const)('%s gives %s', (status, level, cause) => {
    expect(one(status)).toMatchObject([{ action: 'ISSUE', level, basis: { from: 'ITEM', cause } }])
  })

  it.each(['SLIGHTLY_BEHIND', 'ON_TRACK', 'AHEAD', 'DONE', null] as const)(
    '%s far from its day gives none',
    (status) => {
      expect(one(status)).toEqual([])
    }
  )

  it.each([
    [4, 0],
    [3, 1],
    [0, 1]
  ])('%i working days before its day: %i blue', (workdaysLeft, count) => {
    const made = one('ON_TRACK', {}, { workdaysLeft })
    expect(made).toHaveLength(count)
    if (count === 1) expect(made[0]).toMatchObject({ level: 'BLUE', basis: { cause: 'NEAR_DUE' } })
  })

  it('also warns of an item whose status nobody can tell', () => {
    expect(one(null, {}, { workdaysLeft: 1 })).toMatchObject([{ level: 'BLUE' }])
  })

  it('gives yellow for what was sent back, with the verifier’s words', () => {
    const returned = new Map([[1, { event: 9, on: '2026-10-12', text: '缺少收据' }]])
    const [made] = one('ON_TRACK', { returned })
    expect(made).toMatchObject({ level: 'YELLOW', key: 'item:1:RETURNED:9' })
    expect(made!.reason).toContain('2026年10月12日核验退回：缺少收据')
    expect(one('ON_TRACK', { returned, settings: { ...settings, yellowWhenReturned: false } })).toEqual([])
  })

  it('says the numbers and the day to answer by in working days', () => {
    const [made] = one('OVERDUE', {}, { reason: '时限 2026-10-03，已逾期 11 天。' })
    expect(made!.reason).toBe('时限 2026年10月3日，已逾期 11 天，计划 60%，已完成 35%，现在是「在办」。')
    // Wednesday, two working days on.
    expect(made!.answerBy).toBe('2026-10-16')
    expect(made!.demand).toContain('2026年10月16日前书面反馈')
  })

  it('tells an item without an owner instead', () => {
    const made = itemProposals(
      input({ items: [{ item: itemOf({ owner: null }), standing: standingOf('OVERDUE') }] })
    )
    expect(made.proposals).toEqual([])
    expect(made.blocked).toEqual([{ item: 1, reason: '应发红单，但没有责任单位，请先补上。' }])
  })
})

describe('an item with an open slip (S46)', () => {
  it('goes up when the matter got worse, never down', () => {
    expect(one('OVERDUE', { open: [slipOf()] })).toMatchObject([
      { action: 'ESCALATE', slip: 7, level: 'RED' }
    ])
    expect(one('BEHIND', { open: [slipOf()] })).toMatchObject([{ action: 'ESCALATE', level: 'YELLOW' }])
    expect(one('BEHIND', { open: [slipOf({ level: 'RED' })] })).toEqual([])
  })

  it.each([
    ['2026-10-14', 0],
    ['2026-10-13', 1]
  ])('to be answered by %s: %i goes up on the 14th', (answerBy, count) => {
    const made = one('ON_TRACK', { open: [slipOf({ answerBy })] })
    expect(made).toHaveLength(count)
    if (count === 1)
      expect(made[0]).toMatchObject({ action: 'ESCALATE', level: 'YELLOW', basis: { cause: 'ASKED' } })
  })

  it('stays where it is once it was answered', () => {
    expect(one('ON_TRACK', { open: [slipOf({ answerBy: '2026-10-13', state: 'ANSWERED' })] })).toEqual([])
  })

  it('issues red again, and after the second time asks for an interview', () => {
    const open = [slipOf({ level: 'RED', answerBy: '2026-10-13' })]
    expect(one('OVERDUE', { open, times: () => 1 })).toMatchObject([
      { action: 'ESCALATE', level: 'RED', times: 2 }
    ])
    const made = one('OVERDUE', { open, times: () => 2 })
    expect(made.map(({ action, kind, times }) => [action, kind, times])).toEqual([
      ['ISSUE', 'INTERVIEW', 1],
      ['ESCALATE', 'SUPERVISION', 3]
    ])
    expect(made[0]!.reason).toContain('已发红单 2 次')
  })

  it('ends when the item is done', () => {
    expect(one('DONE', { open: [slipOf()] })).toMatchObject([{ action: 'CLOSE', slip: 7 }])
  })
})

describe('once only', () => {
  it('is not proposed again in the same quarter, but in the next', () => {
    const [made] = one('BEHIND')
    const settled = new Set([made!.key])
    expect(one('BEHIND', { settled })).toEqual([])
    expect(one('BEHIND', { settled, period: '2027Q1' })).toHaveLength(1)
    expect(one('OVERDUE', { settled })).toHaveLength(1)
  })

  it('is proposed all the same when a person asks for it', () => {
    const settled = new Set(one('BEHIND').map(({ key }) => key))
    const items = [{ item: itemOf(), standing: standingOf('BEHIND') }]
    expect(askedProposals(input({ items, settled })).proposals).toHaveLength(1)
    const fine = [{ item: itemOf(), standing: standingOf('ON_TRACK') }]
    expect(askedProposals(input({ items: fine })).proposals).toMatchObject([
      { level: 'YELLOW', basis: { cause: 'ASKED' } }
    ])
    const done = [{ item: itemOf({ state: 'DONE' }), standing: standingOf('DONE', { reason: '已办结。' }) }]
    expect(askedProposals(input({ items: done }))).toEqual({
      proposals: [],
      blocked: [{ item: 1, reason: '已办结。不用再发督办单。' }]
    })
  })

  it('holds for any item: at most one slip a matter, no key twice, never a milder colour', () => {
    const status = fc.constantFrom<ItemStatus | null>(
      'AHEAD',
      'ON_TRACK',
      'SLIGHTLY_BEHIND',
      'BEHIND',
      'BADLY_BEHIND',
      'OVERDUE',
      'DONE',
      null
    )
    const open = fc.option(
      fc.record({
        level: fc.constantFrom<SlipLevel>(...LEVELS),
        state: fc.constantFrom('ISSUED' as const, 'ANSWERED' as const),
        answerBy: fc.constantFrom('2026-10-13', '2026-10-20')
      })
    )
    fc.assert(
      fc.property(
        status,
        open,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 4 }),
        (of, slip, workdaysLeft, times) => {
          const given = { open: slip === null ? [] : [slipOf(slip)], times: () => times }
          const made = one(of, given, { workdaysLeft })
          const supervision = made.filter(({ kind }) => kind === 'SUPERVISION')
          expect(supervision.length).toBeLessThanOrEqual(1)
          if (slip !== null)
            for (const { action, level } of supervision) {
              expect(action).not.toBe('ISSUE')
              expect(LEVELS.indexOf(level!)).toBeGreaterThanOrEqual(LEVELS.indexOf(slip.level))
            }
          const settled = new Set(made.map(({ key }) => key))
          expect(settled.size).toBe(made.length)
          expect(one(of, { ...given, settled }, { workdaysLeft })).toEqual([])
        }
      )
    )
  })
})
