import { z } from 'zod'
import { isoDate, type IsoDate } from '../calendar/isoDate.ts'
import { addWorkdays, type WorkCalendar } from '../calendar/workCalendar.ts'
import { LEVELS, slipLevel, type Slip, type SlipEventType, type SlipKind, type SlipLevel } from './slip.ts'
import { dayWords, SLIP_LEVELS, SLIP_STATES } from './slipWords.ts'
import type { SupervisionSettings } from './supervisionSettings.ts'

const said = (message: string) => z.string().trim().min(1, message).max(2000)
const perhaps = z.string().trim().max(2000).default('')
const who = z.string().trim().max(60).default('')
const on = isoDate.optional()

/** What can be done to a slip (S48: 签收, 反馈, 复核, 办结). `on` is the day that it is about, today where absent. */
export const slipAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('RECEIVE'), on, by: who, text: perhaps }),
  z.strictObject({ action: z.literal('ANSWER'), on, by: who, text: said('请写明反馈的内容') }),
  /** 复核不通过: to be answered again. */
  z.strictObject({
    action: z.literal('RETURN'),
    on,
    text: said('请写明退回的理由'),
    answerBy: isoDate.optional()
  }),
  z.strictObject({
    action: z.literal('ESCALATE'),
    on,
    /** One up where absent; a red one is issued again. */
    level: slipLevel.optional(),
    text: said('请写明升级的原因'),
    answerBy: isoDate.optional()
  }),
  z.strictObject({ action: z.literal('CLOSE'), on, by: who, text: said('请写明办结的情况') }),
  z.strictObject({ action: z.literal('WITHDRAW'), on, text: said('请写明撤回的理由') }),
  z.strictObject({
    action: z.literal('REOPEN'),
    on,
    text: said('请写明重新打开的理由'),
    answerBy: isoDate.optional()
  }),
  z.strictObject({ action: z.literal('NOTE'), on, text: said('请写明内容') })
])
export type SlipAction = z.infer<typeof slipAction>
export type SlipActionName = SlipAction['action']

/** A slip after an action with the line of its log, or why it cannot be done: what, and what to do. */
export type SlipOutcome =
  | { slip: Slip; event: { type: SlipEventType; on: IsoDate; level: SlipLevel | null; text: string } }
  | { refused: string }

export interface SlipContext {
  today: IsoDate
  calendar: WorkCalendar
  settings: Pick<SupervisionSettings, 'answerWithin'>
}

/** Actions that a slip's state allows, the usual next step first. */
export function actionsOf({
  state,
  kind,
  fields
}: Pick<Slip, 'state' | 'kind' | 'fields'>): SlipActionName[] {
  const escalate: SlipActionName[] = kind === 'SUPERVISION' ? ['ESCALATE'] : []
  switch (state) {
    case 'ISSUED':
      return [
        ...(fields.received === null ? (['RECEIVE'] as const) : []),
        'ANSWER',
        ...escalate,
        'CLOSE',
        'WITHDRAW',
        'NOTE'
      ]
    case 'ANSWERED':
      return ['CLOSE', 'RETURN', ...escalate, 'WITHDRAW', 'NOTE']
    case 'CLOSED':
    case 'WITHDRAWN':
      return ['REOPEN', 'NOTE']
  }
}

/** One action on a slip. Changes nothing of what is given. */
export function actOnSlip(slip: Slip, action: SlipAction, context: SlipContext): SlipOutcome {
  const day = action.on ?? context.today
  if (!actionsOf(slip).includes(action.action)) return { refused: notNow(slip, action.action) }
  if (day > context.today) return { refused: `日期 ${dayWords(day)} 还没有到，请改成今天或以前。` }
  if (day < slip.issuedOn)
    return { refused: `日期 ${dayWords(day)} 早于发出的 ${dayWords(slip.issuedOn)}，请核对。` }
  const answerBy = 'answerBy' in action ? action.answerBy : undefined
  if (answerBy !== undefined && answerBy < day)
    return { refused: `反馈期限 ${dayWords(answerBy)} 早于 ${dayWords(day)}，请改晚。` }
  return after(slip, action, day, context)
}

function after(slip: Slip, action: SlipAction, day: IsoDate, context: SlipContext): SlipOutcome {
  const { fields } = slip
  const done = (
    type: SlipEventType,
    change: Partial<Pick<Slip, 'state' | 'level' | 'answerBy' | 'fields'>>,
    text: string,
    level: SlipLevel | null = null
  ): SlipOutcome => ({ slip: { ...slip, ...change }, event: { type, on: day, level, text } })
  const again = (level = slip.level): IsoDate => answerDay(slip.kind, level, day, context)
  switch (action.action) {
    case 'RECEIVE':
      return done(
        'RECEIVED',
        { fields: { ...fields, received: { on: day, by: action.by } } },
        sentence(action.by, action.text)
      )
    case 'ANSWER':
      return done(
        'ANSWERED',
        { state: 'ANSWERED', fields: { ...fields, answer: { on: day, by: action.by, text: action.text } } },
        sentence(action.by, action.text)
      )
    case 'RETURN': {
      const answerBy = action.answerBy ?? again()
      return done(
        'RETURNED',
        { state: 'ISSUED', answerBy, fields: { ...fields, answer: null } },
        `${action.text}（重新反馈期限 ${dayWords(answerBy)}）`
      )
    }
    case 'ESCALATE': {
      const level = action.level ?? levelAbove(slip.level)
      if (slip.level !== null && LEVELS.indexOf(level) < LEVELS.indexOf(slip.level))
        return {
          refused: `现在是${SLIP_LEVELS[slip.level].short}，不能降为${SLIP_LEVELS[level].short}；发错了请撤回重发。`
        }
      const answerBy = action.answerBy ?? again(level)
      return done(
        'ESCALATED',
        { state: 'ISSUED', level, answerBy, fields: { ...fields, received: null, answer: null } },
        `${action.text}（反馈期限 ${dayWords(answerBy)}）`,
        level
      )
    }
    case 'CLOSE':
      return done(
        'CLOSED',
        { state: 'CLOSED', fields: { ...fields, closing: { on: day, by: action.by, text: action.text } } },
        sentence(action.by, action.text)
      )
    case 'WITHDRAW':
      return done('WITHDRAWN', { state: 'WITHDRAWN' }, action.text)
    case 'REOPEN': {
      const answerBy = action.answerBy ?? again()
      return done(
        'REOPENED',
        { state: 'ISSUED', answerBy, fields: { ...fields, answer: null, closing: null } },
        `${action.text}（反馈期限 ${dayWords(answerBy)}）`
      )
    }
    case 'NOTE':
      return done('NOTE', {}, action.text)
  }
}

/** One colour up; red stays red and is issued again. */
export function levelAbove(level: SlipLevel | null): SlipLevel {
  return LEVELS[Math.min(LEVELS.length - 1, level === null ? 0 : LEVELS.indexOf(level) + 1)]!
}

/** The day by which a paper issued on `day` is to be answered. */
export function answerDay(
  kind: SlipKind,
  level: SlipLevel | null,
  day: IsoDate,
  { calendar, settings }: Pick<SlipContext, 'calendar' | 'settings'>
): IsoDate {
  const within = settings.answerWithin[kind === 'SUPERVISION' ? (level ?? 'YELLOW') : kind]
  return addWorkdays(day, within, calendar)
}

const sentence = (by: string, text: string): string => [by, text].filter((part) => part !== '').join('：')

const VERBS: Record<SlipActionName, string> = {
  RECEIVE: '签收',
  ANSWER: '登记反馈',
  RETURN: '退回重报',
  ESCALATE: '升级',
  CLOSE: '办结',
  WITHDRAW: '撤回',
  REOPEN: '重新打开',
  NOTE: '备注'
}

function notNow(slip: Slip, action: SlipActionName): string {
  if (action === 'RECEIVE' && slip.state === 'ISSUED')
    return `已在 ${dayWords(slip.fields.received?.on ?? slip.issuedOn)} 签收，不必再记。`
  if (action === 'ESCALATE' && slip.kind !== 'SUPERVISION') return '只有督办单分蓝黄红，这份文书不能升级。'
  const open = slip.state === 'CLOSED' || slip.state === 'WITHDRAWN' ? '请先重新打开。' : ''
  return `现在是「${SLIP_STATES[slip.state]}」，不能${VERBS[action]}。${open}`
}
