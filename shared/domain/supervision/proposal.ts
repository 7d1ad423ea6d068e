import { z } from 'zod'
import { isoDate } from '../calendar/isoDate.ts'
import { periodKey } from '../period/periodKey.ts'
import { slipBasis, slipKind, slipLevel } from './slip.ts'

/** What the data ask for: a new paper, one colour up, or the end of a slip. Nothing happens until a person agrees. */
export const slipProposal = z.object({
  /** What it rests on, told apart: one that was issued or declined is not made again. */
  key: z.string(),
  action: z.enum(['ISSUE', 'ESCALATE', 'CLOSE']),
  kind: slipKind,
  level: slipLevel.nullable(),
  /** Code. */
  unit: z.string(),
  item: z.number().int().nullable(),
  /** The open slip that goes up or ends. */
  slip: z.number().int().nullable(),
  period: periodKey,
  /** 第 n 次 of its colour about the item. */
  times: z.number().int(),
  subject: z.string(),
  reason: z.string(),
  demand: z.string(),
  answerBy: isoDate.nullable(),
  basis: slipBasis
})
export type SlipProposal = z.infer<typeof slipProposal>

/** An item that should get a slip but cannot. */
export interface BlockedItem {
  item: number
  reason: string
}
