import { z } from 'zod'
import { isoDate } from '../calendar/isoDate.ts'
import { decimalString } from '../number/decimal.ts'

/** What can happen to an item. The log is append only: a wrong entry is answered by another one. */
export const registerEventType = z.enum([
  'CREATED',
  'EDITED',
  'STARTED',
  /** 进展: percent, amount, words. */
  'PROGRESS',
  /** 督导记录. */
  'NOTE',
  /** 报结, with evidence. */
  'DONE',
  /** 核验不通过, back to 办理. */
  'RETURNED',
  'VERIFIED',
  /** 销号. */
  'CLOSED',
  'REOPENED',
  'VOIDED',
  'RESTORED',
  /** A 督办单 was issued, escalated, answered or closed. */
  'SLIP'
])
export type RegisterEventType = z.infer<typeof registerEventType>

export const registerEvent = z.object({
  id: z.number().int(),
  item: z.number().int(),
  type: registerEventType,
  /** The day that it is about; `at` is when it was written down. */
  on: isoDate,
  at: z.string(),
  who: z.string(),
  text: z.string(),
  percent: decimalString.nullable(),
  amount: decimalString.nullable(),
  /** Fields that an edit changed: name → before, after, as printed. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** The cell that it was imported from. */
  source: z
    .object({ batch: z.number().int(), file: z.string(), sheet: z.string(), address: z.string() })
    .nullable()
})
export type RegisterEvent = z.infer<typeof registerEvent>
