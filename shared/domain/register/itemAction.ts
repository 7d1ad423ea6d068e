import { z } from 'zod'
import { isoDate } from '../calendar/isoDate.ts'
import { decimalString } from '../number/decimal.ts'

/** What can be done to an item. `on` is the day that it is about, today where absent. */
export const itemAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('START'), on: isoDate.optional() }),
  z.strictObject({
    action: z.literal('PROGRESS'),
    on: isoDate.optional(),
    percent: decimalString.nullable(),
    amount: decimalString.nullable(),
    text: z.string().trim().max(4000)
  }),
  z.strictObject({
    action: z.literal('NOTE'),
    on: isoDate.optional(),
    text: z.string().trim().min(1, '请写明内容')
  }),
  z.strictObject({ action: z.literal('DONE'), on: isoDate.optional(), text: z.string().trim() }),
  z.strictObject({
    action: z.literal('RETURN'),
    on: isoDate.optional(),
    text: z.string().trim().min(1, '请写明退回的理由')
  }),
  /** 核验 by a named person. */
  z.strictObject({
    action: z.literal('VERIFY'),
    on: isoDate.optional(),
    verifier: z.string().trim().min(1, '请写明核验人'),
    text: z.string().trim()
  }),
  /** 销号: the number is proposed where absent. */
  z.strictObject({
    action: z.literal('CLOSE'),
    on: isoDate.optional(),
    number: z.string().trim().optional(),
    verifier: z.string().trim().min(1, '请写明验收人'),
    opinion: z.string().trim()
  }),
  z.strictObject({
    action: z.literal('REOPEN'),
    on: isoDate.optional(),
    text: z.string().trim().min(1, '请写明重新打开的理由')
  }),
  z.strictObject({ action: z.literal('VOID'), text: z.string().trim().min(1, '请写明作废的理由') }),
  z.strictObject({ action: z.literal('RESTORE'), text: z.string().trim() })
])
export type ItemAction = z.infer<typeof itemAction>

/** In the order of the steps. */
export const itemActionName = z.enum([
  'START',
  'PROGRESS',
  'NOTE',
  'DONE',
  'RETURN',
  'VERIFY',
  'CLOSE',
  'REOPEN',
  'VOID',
  'RESTORE'
])
export type ItemActionName = z.infer<typeof itemActionName>
