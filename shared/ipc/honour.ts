import { z } from 'zod'
import { isoDate } from '../domain/calendar/isoDate.ts'
import { honour, honourInput } from '../domain/incentive/honour.ts'
import { honourLevel } from '../domain/incentive/honourLevel.ts'
import { honourSettings } from '../domain/incentive/honourSettings.ts'
import { modelInput, modelView } from '../domain/incentive/model.ts'
import { decimalString } from '../domain/number/decimal.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { defineRoute } from './define.ts'
import { evidenceView } from './evidence.ts'
import { exportedView } from './report.ts'

/** What the register is narrowed to; absent and '' are everything. */
export const honourFilter = z.strictObject({
  from: isoDate.optional(),
  to: isoDate.optional(),
  kind: z.string().optional(),
  level: honourLevel.optional(),
  unit: z.string().optional(),
  text: z.string().trim().max(100).optional(),
  voided: z.boolean().optional()
})
export type HonourFilter = z.infer<typeof honourFilter>

/** What a rule makes of an honour. */
export const bonusState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('NONE') }),
  /** Waits for an answer. `date` is the day that it would be entered under. */
  z.object({
    state: z.literal('PROPOSED'),
    catalogue: z.object({ code: z.string(), name: z.string() }),
    points: decimalString,
    date: isoDate,
    sentence: z.string(),
    /** Why it cannot be accepted as it is; null when it can. */
    blocked: z.string().nullable()
  }),
  z.object({ state: z.literal('ENTERED'), entry: z.number().int(), points: decimalString, word: z.string() }),
  z.object({ state: z.literal('REFUSED'), sentence: z.string() }),
  /** A higher level of the same document or title counts. */
  z.object({ state: z.literal('LOWER'), sentence: z.string() })
])
export type BonusState = z.infer<typeof bonusState>

export const honourView = honour.extend({
  kindName: z.string(),
  unitName: z.string(),
  evidenceCount: z.number().int(),
  bonus: bonusState
})
export type HonourView = z.infer<typeof honourView>

export const honourListView = z.object({
  today: isoDate,
  operator: z.string(),
  /** 复核 is on: accepted bonuses wait for another person. */
  review: z.boolean(),
  honours: z.array(honourView),
  /** Of all in force, whatever the filter. */
  total: z.number().int(),
  proposals: z.number().int(),
  settings: honourSettings,
  units: z.array(z.object({ code: z.string(), name: z.string() })),
  catalogue: z.array(z.object({ code: z.string(), name: z.string() })),
  years: z.array(z.number().int())
})
export type HonourListView = z.infer<typeof honourListView>

export type { ModelView } from '../domain/incentive/model.ts'

const id = z.number().int()
const format = z.enum(['xlsx', 'docx', 'pdf'])

/** 荣誉典型 and 看齐标准. */
export const honourRoutes = {
  'honour.list': defineRoute({
    kind: 'read',
    input: z.strictObject({ filter: honourFilter }),
    output: honourListView
  }),
  'honour.get': defineRoute({
    kind: 'read',
    input: z.strictObject({ id }),
    output: z.object({ honour: honourView, evidence: z.array(evidenceView) })
  }),
  'honour.add': defineRoute({
    kind: 'write',
    input: z.strictObject({ honour: honourInput }),
    output: honour
  }),
  /** Refused with CONFLICT when somebody else changed it since `version`. */
  'honour.edit': defineRoute({
    kind: 'write',
    input: z.strictObject({ id, version: z.number().int(), honour: honourInput }),
    output: honour
  }),
  'honour.void': defineRoute({
    kind: 'write',
    input: z.strictObject({ id, reason: z.string().trim().min(1, '请写明作废的理由').max(200) }),
    output: honour
  }),
  'honour.restore': defineRoute({ kind: 'write', input: z.strictObject({ id }), output: honour }),
  /** Makes ledger entries of proposed bonuses: all or none. `approver` null leaves them to be approved. */
  'honour.accept': defineRoute({
    kind: 'write',
    input: z.strictObject({
      ids: z.array(id).min(1).max(500),
      approver: z.string().trim().min(1).max(40).nullable()
    }),
    output: z.object({ entries: z.array(id) })
  }),
  /** Turns a proposal down, with the reason; `refused` false takes that back. */
  'honour.refuse': defineRoute({
    kind: 'write',
    input: z.strictObject({ id, refused: z.boolean(), reason: z.string().trim().max(200) }),
    output: honour
  }),
  'honour.saveSettings': defineRoute({
    kind: 'write',
    input: z.strictObject({ settings: honourSettings }),
    output: honourSettings
  }),
  'honour.export': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, filter: honourFilter, format }),
    output: exportedView.nullable()
  }),
  'honour.models': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: z.object({
      models: z.array(modelView),
      indicators: z.array(
        z.object({ code: z.string(), name: z.string(), measure: z.string(), direction: z.string() })
      ),
      units: z.array(z.object({ code: z.string(), name: z.string() }))
    })
  }),
  /** Adds where `id` is null. */
  'honour.saveModel': defineRoute({
    kind: 'write',
    input: z.strictObject({ period: periodKey, id: z.string().nullable(), model: modelInput }),
    output: z.object({ id: z.string() })
  }),
  'honour.removeModel': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.string() }),
    output: z.strictObject({})
  }),
  'honour.exportModel': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, id: z.string(), format }),
    output: exportedView.nullable()
  })
}
