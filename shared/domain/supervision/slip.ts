import { z } from 'zod'
import { isoDate } from '../calendar/isoDate.ts'
import { periodKey } from '../period/periodKey.ts'

/** 督办单, 告知书, 黄牌警示, 约谈通知 (S45, S46, S61, S51): what a unit gets in writing when something is behind. */

export const slipKind = z.enum(['SUPERVISION', 'NOTICE', 'YELLOW_CARD', 'INTERVIEW'])
export type SlipKind = z.infer<typeof slipKind>

/** 蓝 nearing its day, 黄 behind or poorly done, 红 overdue until it is closed (S45). Only a 督办单 has a colour. */
export const slipLevel = z.enum(['BLUE', 'YELLOW', 'RED'])
export type SlipLevel = z.infer<typeof slipLevel>

/** From mild to severe. */
export const LEVELS: readonly SlipLevel[] = ['BLUE', 'YELLOW', 'RED']

/** 签收 is no state of its own: it is noted on an issued slip. */
export const slipState = z.enum(['ISSUED', 'ANSWERED', 'CLOSED', 'WITHDRAWN'])
export type SlipState = z.infer<typeof slipState>

/** Why an item is followed up. */
export const itemCause = z.enum(['NEAR_DUE', 'BEHIND', 'RETURNED', 'OVERDUE', 'ASKED'])
export type ItemCause = z.infer<typeof itemCause>

/** What a slip rests on. */
export const slipBasis = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('ITEM'), cause: itemCause }),
  /** 连续情形 of a frozen quarter. */
  z.strictObject({
    from: z.literal('STREAK'),
    period: periodKey,
    race: z.string(),
    streak: z.string(),
    indicator: z.string().nullable()
  }),
  /** 报送 of a quarter. */
  z.strictObject({
    from: z.literal('SUBMISSION'),
    period: periodKey,
    state: z.enum(['MISSING', 'PARTLY', 'LATE'])
  }),
  /** A red slip that was not answered again and again. */
  z.strictObject({ from: z.literal('SLIP'), slip: z.number().int() }),
  z.strictObject({ from: z.literal('HAND') })
])
export type SlipBasis = z.infer<typeof slipBasis>

const text = (max: number) => z.string().trim().max(max)

/** What the paper says, as a person may word it. */
export const slipWording = z.strictObject({
  subject: text(300).min(1, '请写明事由'),
  /** With its numbers: 「计划 60%，完成 35%，落后 25 个百分点」. */
  reason: text(2000).min(1, '请写明原因'),
  demand: text(2000).min(1, '请写明要求'),
  /** 签发人. */
  issuer: text(60).default(''),
  /** 抄送. */
  copies: text(200).default('')
})
export type SlipWording = z.infer<typeof slipWording>

export const slipFields = slipWording.extend({
  basis: slipBasis,
  /** Proposals that this slip settled: none of them is made again. */
  settled: z.array(z.string()).default([]),
  received: z.strictObject({ on: isoDate, by: z.string() }).nullable().default(null),
  answer: z.strictObject({ on: isoDate, by: z.string(), text: z.string() }).nullable().default(null),
  closing: z.strictObject({ on: isoDate, by: z.string(), text: z.string() }).nullable().default(null)
})
export type SlipFields = z.infer<typeof slipFields>

export const slip = z.object({
  id: z.number().int(),
  /** 「督〔2026〕7号」. */
  number: z.string(),
  kind: slipKind,
  level: slipLevel.nullable(),
  /** Code. */
  unit: z.string(),
  item: z.number().int().nullable(),
  /** Quarter that it belongs to. */
  period: periodKey,
  state: slipState,
  issuedOn: isoDate,
  answerBy: isoDate.nullable(),
  fields: slipFields,
  version: z.number().int()
})
export type Slip = z.infer<typeof slip>

export const slipEventType = z.enum([
  'ISSUED',
  'RECEIVED',
  'ESCALATED',
  'ANSWERED',
  'RETURNED',
  'CLOSED',
  'WITHDRAWN',
  'REOPENED',
  'PRINTED',
  'NOTE'
])
export type SlipEventType = z.infer<typeof slipEventType>

export const slipEvent = z.object({
  id: z.number().int(),
  slip: z.number().int(),
  type: slipEventType,
  /** The day that it is about; `at` is when it was written down. */
  on: isoDate,
  at: z.string(),
  who: z.string(),
  /** Colour that was issued. */
  level: slipLevel.nullable(),
  text: z.string()
})
export type SlipEvent = z.infer<typeof slipEvent>

/** Still waiting for somebody. */
export function isOpen({ state }: Pick<Slip, 'state'>): boolean {
  return state === 'ISSUED' || state === 'ANSWERED'
}
