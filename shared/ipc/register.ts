import { z } from 'zod'
import { isoDate } from '../domain/calendar/isoDate.ts'
import { decimalString } from '../domain/number/decimal.ts'
import { itemAction, itemActionName, type ItemAction } from '../domain/register/itemAction.ts'
import { registerEvent } from '../domain/register/registerEvent.ts'
import { registerSettings } from '../domain/register/clock.ts'
import { registerFilter } from '../domain/register/registerFilter.ts'
import {
  itemFields,
  itemPatch,
  itemState,
  registerItem,
  registerType
} from '../domain/register/registerItem.ts'
import { defineRoute, nothing } from './define.ts'
import { evidenceView, type EvidenceView } from './evidence.ts'

export { evidenceView, type EvidenceView }

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
  /** What is worth a look, as sentences: due on a holiday, progress that fell. */
  hints: z.array(z.string()),
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
  actions: z.array(itemActionName),
  /** 销号 number that would be given now: 「销〔2026〕012号」. */
  closeNumber: z.string()
})
export type RegisterDetailView = z.infer<typeof registerDetailView>

export { itemAction, type ItemAction }

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
    input: z.strictObject({ fields: itemFields }),
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
      patch: itemPatch
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
  /** Days of 立即办 and 限时办. */
  'register.settings': defineRoute({ kind: 'read', input: nothing, output: registerSettings }),
  'register.setSettings': defineRoute({
    kind: 'write',
    input: z.strictObject({
      immediateDays: registerSettings.shape.immediateDays.unwrap().optional(),
      timedDays: registerSettings.shape.timedDays.unwrap().optional()
    }),
    output: registerSettings
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
