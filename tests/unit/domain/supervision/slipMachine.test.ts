import { describe, expect, it } from 'vitest'
import { PLAIN_WEEK } from '#shared/domain/calendar/workCalendar.ts'
import { slip as slipSchema, type Slip } from '#shared/domain/supervision/slip.ts'
import { actionsOf, actOnSlip, slipAction, type SlipAction } from '#shared/domain/supervision/slipMachine.ts'
import { supervisionSettings } from '#shared/domain/supervision/supervisionSettings.ts'

const context = { today: '2026-10-16', calendar: PLAIN_WEEK, settings: supervisionSettings.parse(undefined) }

function slipOf(over: Partial<Slip> = {}): Slip {
  return slipSchema.parse({
    id: 7,
    number: '督〔2026〕7号',
    kind: 'SUPERVISION',
    level: 'YELLOW',
    unit: 'water',
    item: 1,
    period: '2026Q4',
    state: 'ISSUED',
    issuedOn: '2026-10-08',
    answerBy: '2026-10-13',
    fields: { subject: '护栏', reason: '滞后', demand: '整改', basis: { from: 'HAND' } },
    version: 1,
    ...over
  })
}

function done(slip: Slip, action: SlipAction) {
  const outcome = actOnSlip(slip, action, context)
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome
}

function refusal(slip: Slip, action: SlipAction): string {
  const outcome = actOnSlip(slip, action, context)
  return 'refused' in outcome ? outcome.refused : ''
}

/** Every action with the least that it needs. */
const EACH = slipAction.options.map(({ shape }) =>
  slipAction.parse({ action: shape.action.value, text: '说明' })
)

describe('a slip’s way', () => {
  it('is signed for, answered, sent back, answered again and closed', () => {
    const signed = done(slipOf(), { action: 'RECEIVE', by: '李某', text: '' }).slip
    expect(signed).toMatchObject({ state: 'ISSUED', fields: { received: { on: '2026-10-16', by: '李某' } } })
    const answered = done(signed, { action: 'ANSWER', by: '李某', text: '已更换 72 米' }).slip
    expect(answered.state).toBe('ANSWERED')
    const back = done(answered, { action: 'RETURN', text: '没有说明余下 48 米' })
    // Friday: three working days on is Wednesday.
    expect(back.slip).toMatchObject({ state: 'ISSUED', answerBy: '2026-10-21', fields: { answer: null } })
    expect(back.event.text).toBe('没有说明余下 48 米（重新反馈期限 2026年10月21日）')
    const closed = done(done(back.slip, { action: 'ANSWER', by: '', text: '全部更换' }).slip, {
      action: 'CLOSE',
      by: '考核办',
      text: '属实'
    })
    expect(closed.slip).toMatchObject({ state: 'CLOSED', fields: { closing: { text: '属实' } } })
    expect(done(closed.slip, { action: 'REOPEN', text: '又坏了' }).slip).toMatchObject({
      state: 'ISSUED',
      fields: { closing: null, answer: null }
    })
  })

  it('goes up one colour, red again after red, and never down', () => {
    expect(done(slipOf(), { action: 'ESCALATE', text: '不反馈' }).slip).toMatchObject({
      level: 'RED',
      answerBy: '2026-10-20'
    })
    const again = done(slipOf({ level: 'RED' }), { action: 'ESCALATE', text: '不反馈' })
    expect(again.event).toMatchObject({ type: 'ESCALATED', level: 'RED' })
    expect(refusal(slipOf(), { action: 'ESCALATE', level: 'BLUE', text: '放宽' })).toBe(
      '现在是黄单，不能降为蓝单；发错了请撤回重发。'
    )
    expect(refusal(slipOf({ kind: 'INTERVIEW', level: null }), { action: 'ESCALATE', text: '升' })).toContain(
      '不能升级'
    )
  })

  it('refuses days that cannot be, with both days', () => {
    expect(refusal(slipOf(), { action: 'NOTE', on: '2026-10-17', text: '备注' })).toContain(
      '2026年10月17日 还没有到'
    )
    expect(refusal(slipOf(), { action: 'ANSWER', on: '2026-10-07', by: '', text: '答' })).toContain(
      '早于发出的 2026年10月8日'
    )
    expect(refusal(slipOf(), { action: 'ESCALATE', text: '升', answerBy: '2026-10-15' })).toContain('请改晚')
  })

  it.each(['ISSUED', 'ANSWERED', 'CLOSED', 'WITHDRAWN'] as const)(
    '%s: exactly the offered actions go through, and nothing given is changed',
    (state) => {
      const slip = slipOf({ state })
      const before = structuredClone(slip)
      const through = EACH.filter((action) => refusal(slip, action) === '').map(({ action }) => action)
      expect(new Set(through)).toEqual(new Set(actionsOf(slip)))
      expect(slip).toEqual(before)
    }
  )
})
