import { z } from 'zod'
import { isoDate } from '../calendar/isoDate.ts'
import { fourKnow, itemState, problemSource, registerType, urgency } from './registerItem.ts'

/** What a list of items shows. An absent part lets everything through; several parts must all hold. */
export const registerFilter = z.strictObject({
  types: z.array(registerType).optional(),
  states: z.array(itemState).optional(),
  /** Codes; '' stands for items without an owner. */
  owners: z.array(z.string()).optional(),
  /** Cooperating units count as well. */
  withPartners: z.boolean().optional(),
  urgencies: z.array(urgency).optional(),
  tags: z.array(fourKnow).optional(),
  sources: z.array(problemSource).optional(),
  /** Semantic status on the day that is looked at. NONE: it cannot be told. */
  statuses: z
    .array(
      z.enum(['AHEAD', 'ON_TRACK', 'SLIGHTLY_BEHIND', 'BEHIND', 'BADLY_BEHIND', 'OVERDUE', 'DONE', 'NONE'])
    )
    .optional(),
  dueFrom: isoDate.optional(),
  dueTo: isoDate.optional(),
  /** Only rows in which something must be filled in: no owner, no date. */
  incomplete: z.boolean().optional(),
  /** Has an open 督办单. */
  slips: z.boolean().optional(),
  indicator: z.string().optional(),
  /** Words in number, title, content, person. */
  text: z.string().optional(),
  voided: z.boolean().optional()
})
export type RegisterFilter = z.infer<typeof registerFilter>
