import { z } from 'zod'
import { isoDate } from '../calendar/isoDate.ts'
import { decimalString } from '../number/decimal.ts'
import { honourLevel } from './honourLevel.ts'

/**
 * 加减分台账 entries that are made in the window. `draft` is being filled in, `submitted` waits for a second person, `effective`
 * is approved and counts, `reversed` was taken back with a reason. `approved` is a state of earlier files that nothing sets.
 */
export const ledgerState = z.enum(['draft', 'submitted', 'approved', 'effective', 'reversed'])
export type LedgerState = z.infer<typeof ledgerState>

export const LEDGER_STATE_WORDS: Record<LedgerState, string> = {
  draft: '草稿',
  submitted: '待审批',
  approved: '已批准',
  effective: '已计入',
  reversed: '已冲销'
}

/** What people fill in. `points` is positive: the class says whether it adds or takes away. */
export const ledgerInput = z.strictObject({
  /** Unit code. */
  unit: z.string().min(1, '请选单位'),
  /** Code of the catalogue entry; null for one that the catalogue does not have. */
  catalogue: z.string().nullable().default(null),
  /** 级别 by the catalogue's level table. */
  level: honourLevel.nullable().default(null),
  classCode: z.string().min(1, '请选类别'),
  points: decimalString.refine((text) => !text.startsWith('-') && text !== '0', '分值应是大于 0 的数'),
  /** Day of the event, or of its recognition: it decides the quarter (S21). */
  date: isoDate,
  reason: z.string().trim().min(1, '请写明事由').max(300),
  /** 依据: the number of the document, the minutes … */
  evidence: z.string().trim().max(200).default(''),
  reporter: z.string().trim().min(1, '请写明登记人').max(40),
  /** 即时激励: listed in the 通报表扬. */
  instant: z.boolean().default(false),
  /** The honour that it rewards. */
  honour: z.number().int().nullable().default(null)
})
export type LedgerInput = z.infer<typeof ledgerInput>

/** `adjustment_entered.fields` in the database. */
export const enteredFields = z.object({
  level: honourLevel.nullable().default(null),
  instant: z.boolean().default(false)
})

export const ledgerEventType = z.enum(['ENTERED', 'EDITED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'REVERSED'])
export type LedgerEventType = z.infer<typeof ledgerEventType>

export const LEDGER_EVENT_WORDS: Record<LedgerEventType, string> = {
  ENTERED: '登记',
  EDITED: '修改',
  SUBMITTED: '提交审批',
  APPROVED: '批准计入',
  RETURNED: '退回',
  REVERSED: '冲销'
}

export const ledgerEvent = z.object({
  id: z.number().int(),
  type: ledgerEventType,
  at: z.string(),
  who: z.string(),
  text: z.string()
})
export type LedgerEvent = z.infer<typeof ledgerEvent>
