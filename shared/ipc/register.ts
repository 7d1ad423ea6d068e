import { z } from 'zod'
import { isoDate } from '../domain/calendar/isoDate.ts'
import { decimalString } from '../domain/number/decimal.ts'
import { registerEvent } from '../domain/register/registerEvent.ts'
import { registerFilter } from '../domain/register/registerFilter.ts'
import { itemFields, itemState, registerItem, registerType } from '../domain/register/registerItem.ts'
import { defineRoute } from './define.ts'

export const evidenceView = z.object({
  /** Id of the link. */
  id: z.number().int(),
  fileName: z.string(),
  bytes: z.number(),
  addedAt: z.string(),
  addedBy: z.string(),
  /** PRESENT, MISSING (the copy is gone), CHANGED (the copy no longer has its hash). */
  state: z.enum(['PRESENT', 'MISSING', 'CHANGED'])
})
export type EvidenceView = z.infer<typeof evidenceView>

/** An item as lists show it. */
export const registerItemView = registerItem.extend({
  ownerName: z.string().nullable(),
  partnerNames: z.array(z.string()),
  status: z
    .enum(['AHEAD', 'ON_TRACK', 'SLIGHTLY_BEHIND', 'BEHIND', 'BADLY_BEHIND', 'OVERDUE', 'DONE'])
    .nullable(),
  statusReason: z.string(),
  planned: decimalString.nullable(),
  done: decimalString.nullable(),
  daysLeft: z.number().int().nullable(),
  workdaysLeft: z.number().int().nullable(),
  /** What must still be filled in, in words: 「责任单位」「完成时限」. */
  incomplete: z.array(z.string()),
  lastProgress: z.object({ on: isoDate, text: z.string() }).nullable(),
  /** The open 督办单 of the item; how many times its colour was issued. */
  slip: z
    .object({
      id: z.number().int(),
      number: z.string(),
      level: z.enum(['BLUE', 'YELLOW', 'RED']),
      times: z.number().int()
    })
    .nullable(),
  evidenceCount: z.number().int()
})
export type RegisterItemView = z.infer<typeof registerItemView>

export const registerListView = z.object({
  /** Day that status and days left are reckoned for. */
  on: isoDate,
  /** Overdue first, then by due day, then by number. */
  items: z.array(registerItemView),
  /** Of all items that are not voided, whatever the filter. */
  counts: z.object({
    total: z.number().int(),
    byType: z.partialRecord(registerType, z.number().int()),
    byState: z.partialRecord(itemState, z.number().int())
  }),
  /** Said once above the list: years without a holiday arrangement, evidence that is gone. */
  warnings: z.array(z.string())
})
export type RegisterListView = z.infer<typeof registerListView>

export const registerDetailView = z.object({
  item: registerItemView,
  events: z.array(registerEvent),
  evidence: z.array(evidenceView),
  parent: z.object({ id: z.number().int(), number: z.string(), title: z.string() }).nullable(),
  children: z.array(registerItemView),
  slips: z.array(
    z.object({
      id: z.number().int(),
      number: z.string(),
      level: z.enum(['BLUE', 'YELLOW', 'RED']),
      state: z.enum(['ISSUED', 'ANSWERED', 'CLOSED', 'WITHDRAWN']),
      issuedOn: isoDate
    })
  ),
  /** Actions that its state allows, in the order of the steps. */
  actions: z.array(z.string())
})
export type RegisterDetailView = z.infer<typeof registerDetailView>

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

const ids = z.array(z.number().int()).min(1).max(2000)

export const registerRoutes = {
  'register.list': defineRoute({
    kind: 'read',
    input: z.strictObject({ filter: registerFilter, on: isoDate.optional() }),
    output: registerListView
  }),
  'register.get': defineRoute({
    kind: 'read',
    input: z.strictObject({ id: z.number().int(), on: isoDate.optional() }),
    output: registerDetailView
  }),
  'register.add': defineRoute({
    kind: 'write',
    input: z.strictObject({
      fields: itemFields,
      /** Row of a self-review that it is made of. */
      selfReviewRow: z.number().int().optional()
    }),
    output: registerItemView
  }),
  /** Refused with CONFLICT when somebody else changed it since `version`. */
  'register.edit': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.number().int(), version: z.number().int(), fields: itemFields }),
    output: registerItemView
  }),
  /** One change to many: all or nothing. `patch` holds only what is to change. */
  'register.bulkEdit': defineRoute({
    kind: 'write',
    input: z.strictObject({
      ids,
      patch: itemFields.omit({ title: true, parent: true, plan: true }).partial()
    }),
    output: z.object({ changed: z.number().int(), same: z.number().int() })
  }),
  /** The same action on many items, in one transaction: either all or none. */
  'register.act': defineRoute({
    kind: 'write',
    input: z.strictObject({ ids, action: itemAction }),
    output: z.array(registerItemView)
  }),
  /** The due day that an urgency's clock gives from a day. */
  'register.clock': defineRoute({
    kind: 'read',
    input: z.strictObject({ urgency: z.enum(['IMMEDIATE', 'TIMED', 'SPECIAL']), from: isoDate }),
    output: z.object({ due: isoDate.nullable(), sentence: z.string() })
  }),
  'register.views': defineRoute({
    kind: 'read',
    input: z.strictObject({ page: z.string() }),
    output: z.array(z.object({ id: z.number().int(), name: z.string(), filter: registerFilter }))
  }),
  'register.saveView': defineRoute({
    kind: 'write',
    input: z.strictObject({
      page: z.string(),
      name: z.string().trim().min(1).max(40),
      filter: registerFilter
    }),
    output: z.object({ id: z.number().int() })
  }),
  'register.removeView': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.number().int() }),
    output: z.strictObject({})
  })
}
