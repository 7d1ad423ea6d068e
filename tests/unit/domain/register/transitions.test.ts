import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  conditionChanges,
  NEW_CONDITION,
  replayLog,
  type EventDraft,
  type ItemCondition
} from '#shared/domain/register/itemCondition.ts'
import type { ItemAction } from '#shared/domain/register/itemAction.ts'
import { actOn, allowedActions, STEP_EVENTS, type ActionFacts } from '#shared/domain/register/transitions.ts'

const TODAY = '2026-10-09'
const facts = (change: Partial<ActionFacts> = {}): ActionFacts => ({
  today: TODAY,
  at: '2026-10-09T01:00:00.000Z',
  who: '考核办',
  evidence: 0,
  lastStepOn: null,
  reportedBy: null,
  openChildren: [],
  parent: null,
  openSlip: null,
  nextCloseNumber: '销〔2026〕001号',
  closeNumberOf: () => null,
  ...change
})

const running = (change: Partial<ItemCondition> = {}) => ({
  ...NEW_CONDITION,
  person: '张三',
  quantity: { target: '40', measure: '场' },
  state: 'IN_PROGRESS' as const,
  ...change
})

const refusal = (item: ReturnType<typeof running>, action: ItemAction, change: Partial<ActionFacts> = {}) => {
  const acted = actOn(item, action, facts(change))
  if (acted.refused === null) throw new Error(`${action.action} was not refused`)
  return acted.refused
}
const progress = (percent: string | null, amount: string | null = null, on?: string): ItemAction => ({
  action: 'PROGRESS',
  percent,
  amount,
  text: '',
  ...(on === undefined ? {} : { on })
})

const percents = fc.integer({ min: 0, max: 100 }).map(String)
const days = fc.integer({ min: 1, max: 9 }).map((day) => `2026-10-0${day}`)
const anyAction: fc.Arbitrary<ItemAction> = fc.oneof(
  fc.record({ action: fc.constant('START' as const), on: days }),
  fc.record({
    action: fc.constant('PROGRESS' as const),
    on: days,
    percent: fc.option(percents),
    amount: fc.option(percents),
    text: fc.constantFrom('', '开工')
  }),
  fc.record({ action: fc.constant('NOTE' as const), on: days, text: fc.constant('督导') }),
  fc.record({ action: fc.constant('DONE' as const), on: days, text: fc.constantFrom('', '无书面材料') }),
  fc.record({ action: fc.constant('RETURN' as const), on: days, text: fc.constant('材料不全') }),
  fc.record({
    action: fc.constant('VERIFY' as const),
    on: days,
    verifier: fc.constantFrom('张三', '李四'),
    text: fc.constant('')
  }),
  fc.record({
    action: fc.constant('CLOSE' as const),
    on: days,
    verifier: fc.constant('李四'),
    opinion: fc.constant('同意')
  }),
  fc.record({ action: fc.constant('REOPEN' as const), on: days, text: fc.constant('反弹') }),
  fc.record({ action: fc.constant('VOID' as const), text: fc.constant('误录') }),
  fc.record({ action: fc.constant('RESTORE' as const), text: fc.constant('') })
)

/** Runs actions one after another as the service does; refused ones change nothing. */
function run(actions: readonly ItemAction[]): { condition: ItemCondition; log: EventDraft[] } {
  const log: EventDraft[] = []
  let condition: ItemCondition = NEW_CONDITION
  for (const action of actions) {
    const steps = log.filter(({ type }) => STEP_EVENTS.includes(type)).map(({ on }) => on)
    const acted = actOn(
      { ...condition, person: '张三', quantity: { target: '40', measure: '场' } },
      action,
      facts({
        lastStepOn: steps.sort().at(-1) ?? null,
        reportedBy: log.findLast(({ type }) => type === 'DONE')?.who ?? null
      })
    )
    if (acted.refused !== null) {
      expect(acted.refused.message).toMatch(/。$/)
      expect(acted.refused.action).toMatch(/。$/)
      continue
    }
    log.push(...acted.events)
    condition = acted.condition
  }
  return { condition, log }
}

describe('whatever is done to an item in whatever order', () => {
  it('leaves a row that agrees with itself', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 25 }), (actions) => {
        const { condition } = run(actions)
        const { state, closeOut, doneOn, percent } = condition
        expect(closeOut !== null).toBe(state === 'CLOSED')
        expect(doneOn !== null).toBe(['DONE', 'VERIFIED', 'CLOSED'].includes(state))
        if (percent !== null) expect(Number(percent)).toBeLessThanOrEqual(100)
      }),
      { numRuns: 300 }
    )
  })

  it('is explained by the log alone', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 25 }), (actions) => {
        const { condition, log } = run(actions)
        expect(replayLog(log)).toEqual(condition)
      }),
      { numRuns: 300 }
    )
  })

  it('takes its steps in the order of their days', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 25 }), (actions) => {
        const steps = run(actions)
          .log.filter(({ type }) => STEP_EVENTS.includes(type))
          .map(({ on }) => on)
        expect(steps).toEqual([...steps].sort())
      })
    )
  })

  it('allows exactly what the list of actions says, as far as the state decides', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 15 }), anyAction, (actions, next) => {
        const { condition } = run(actions)
        const acted = actOn(
          { ...condition, person: '', quantity: { target: '1', measure: '' } },
          {
            ...next,
            ...('on' in next ? { on: TODAY } : {}),
            ...(next.action === 'DONE' ? { text: '无' } : {})
          },
          facts()
        )
        const empty =
          next.action === 'PROGRESS' && next.percent === null && next.amount === null && next.text === ''
        const allowed = allowedActions(condition).includes(next.action) && !empty
        expect(acted.refused === null).toBe(allowed)
      })
    )
  })
})

describe('progress', () => {
  const after = (item: ReturnType<typeof running>, action: ItemAction): ItemCondition => {
    const acted = actOn(item, action, facts())
    if (acted.refused !== null) throw new Error(acted.refused.message)
    return acted.condition
  }

  it('starts an item that nobody had started', () => {
    const acted = actOn(running({ state: 'OPEN' }), progress('10'), facts())
    expect(acted.refused === null && acted.events.map(({ type }) => type)).toEqual(['STARTED', 'PROGRESS'])
  })

  it('by amount takes the place of a percent told before', () => {
    const item = running({ percent: '80', progressOn: '2026-09-30' })
    expect(after(item, progress(null, '10'))).toMatchObject({ percent: null, amount: '10' })
  })

  it('of an earlier day does not take the place of a later one', () => {
    const item = running({ percent: '80', progressOn: '2026-09-30' })
    expect(after(item, progress('50', null, '2026-08-31')).percent).toBe('80')
  })

  it('that falls is kept and marked', () => {
    const acted = actOn(running({ percent: '80', progressOn: '2026-09-30' }), progress('50'), facts())
    expect(acted.refused === null && acted.events[0]?.changes).toEqual([
      { field: '进度（%）', before: '80', after: '50' }
    ])
  })

  it.each([
    [progress('100.1'), '不在 0 到 100 之间'],
    [progress('-1'), '不在 0 到 100 之间'],
    [progress(null), '进展是空的'],
    [progress('10', null, '2026-10-10'), '还没有到']
  ])('is refused where it says nothing possible', (action, message) => {
    expect(refusal(running(), action).message).toContain(message)
  })

  it('by amount needs a quantity', () => {
    const acted = actOn({ ...running(), quantity: null }, progress(null, '3'), facts())
    expect(acted.refused?.message).toContain('没有目标数量')
  })
})

describe('what a step needs', () => {
  it('报结 needs a file or a reason', () => {
    const done: ItemAction = { action: 'DONE', text: '' }
    expect(refusal(running(), done).action).toContain('请添加佐证材料')
    expect(actOn(running(), done, facts({ evidence: 1 })).refused).toBeNull()
  })

  it.each(['张三', ' 张 三 ', '张三、李四'])('核验 is not for the responsible person: %s', (verifier) => {
    const item = running({ state: 'DONE', doneOn: TODAY })
    expect(refusal(item, { action: 'VERIFY', verifier, text: '' }).message).toContain('就是责任人')
  })

  it('a step is not of an earlier day than the one before it', () => {
    const done: ItemAction = { action: 'DONE', text: '无', on: '2026-10-01' }
    expect(refusal(running(), done, { lastStepOn: '2026-10-05' }).message).toContain(
      '早于上一步的 2026-10-05'
    )
  })

  it('a 销号 number is given to one item', () => {
    const item = running({ state: 'VERIFIED', doneOn: TODAY })
    const close: ItemAction = { action: 'CLOSE', verifier: '李四', opinion: '', number: '销〔2026〕001号' }
    const taken = refusal(item, close, {
      nextCloseNumber: '销〔2026〕002号',
      closeNumberOf: (number) => (number === '销〔2026〕001号' ? '承-2026-004' : null)
    })
    expect(taken.message).toBe('销号编号「销〔2026〕001号」已经给了「承-2026-004」。')
    expect(taken.action).toContain('销〔2026〕002号')
  })

  it('作废 waits for slips and parts', () => {
    const voiding: ItemAction = { action: 'VOID', text: '误录' }
    expect(refusal(running(), voiding, { openSlip: '督〔2026〕7号' }).message).toContain('督〔2026〕7号')
    const parts = Array.from({ length: 7 }, (_, index) => `承-2026-01${index}`)
    expect(refusal(running(), voiding, { openChildren: parts }).message).toContain('等 7 项')
  })
})

it('corrections by the undo of an import are read from their words', () => {
  const before = { state: 'DONE', percent: '80', amount: null, doneOn: '2026-10-01' } as const
  const after = { state: 'OPEN', percent: null, amount: '3', doneOn: null } as const
  const event: EventDraft = {
    type: 'EDITED',
    on: TODAY,
    at: '2026-10-09T01:00:00.000Z',
    who: '考核办',
    text: '撤销导入',
    percent: null,
    amount: null,
    changes: conditionChanges(before, after)
  }
  const log: EventDraft[] = [
    { ...event, type: 'PROGRESS', percent: '80', changes: [] },
    { ...event, type: 'DONE', on: TODAY, changes: [] },
    event
  ]
  expect(replayLog(log)).toMatchObject(after)
})
