import { z } from 'zod'
import { isoDate, isoMonth } from '../../calendar/isoDate.ts'
import { decimalString } from '../../number/decimal.ts'
import {
  channel,
  fourKnow,
  itemState,
  partner,
  planStep,
  problemSource,
  quantity,
  registerType,
  urgency
} from '../../register/registerItem.ts'

/** What a column of a register holds. */
export const itemColumn = z.enum([
  'serial',
  'number',
  'parentNumber',
  'type',
  'title',
  'content',
  'owner',
  'partners',
  'person',
  'leader',
  'rankTarget',
  'measures',
  'start',
  'due',
  'class',
  'tags',
  'channel',
  'origin',
  'quantity',
  'measure',
  'investment',
  'yearPlan',
  'plan',
  'done',
  'progress',
  'cumulative',
  'rate',
  'amount',
  'state',
  'note',
  'closeOut',
  'closeNumber',
  'closeDate',
  'verifier',
  'opinion',
  'indicator',
  'remark',
  /** Not known: its text is kept in the remark of the row. */
  'extra'
])
export type ItemColumn = z.infer<typeof itemColumn>

/** A row's place in the file: the cell of its title. */
const place = {
  sheet: z.string(),
  address: z.string(),
  /** 0-based. */
  row: z.number().int(),
  col: z.number().int(),
  raw: z.string()
}

/** Only what the sheet says; a column that is not there, and an empty cell, say nothing. */
const saidFields = z.object({
  type: registerType,
  title: z.string(),
  content: z.string().optional(),
  owner: z.string().optional(),
  ownerShare: decimalString.optional(),
  partners: z.array(partner).optional(),
  person: z.string().optional(),
  leader: z.string().optional(),
  rankTarget: z.string().optional(),
  measures: z.string().optional(),
  quantity: quantity.optional(),
  plan: z.array(planStep).optional(),
  indicator: z.string().optional(),
  start: isoDate.optional(),
  due: isoDate.optional(),
  urgency: urgency.optional(),
  tags: z.array(fourKnow).optional(),
  channel: channel.optional(),
  problemSource: problemSource.optional(),
  origin: z.string().optional(),
  remark: z.string().optional()
})
export type SaidFields = z.infer<typeof saidFields>

/** 进展 as the sheet tells it. `on` null: no day is told, the day of the import stands. */
export const saidProgress = z.object({
  on: isoDate.nullable(),
  text: z.string(),
  percent: decimalString.nullable(),
  amount: decimalString.nullable()
})
export type SaidProgress = z.infer<typeof saidProgress>

/** A row of a register on its way in. */
export const stagedItem = z.object({
  kind: z.literal('ITEM'),
  ...place,
  /** 编号 as written; null where the sheet has none. */
  number: z.string().nullable(),
  fields: saidFields,
  /** The row that this one is a part of: in the same sheet by the cell of its title, or by its 编号. */
  parent: z.object({ address: z.string().nullable(), number: z.string().nullable() }).nullable(),
  /** Oldest first. */
  progress: z.array(saidProgress),
  state: itemState.nullable(),
  /** 督导记录. */
  note: z.string().nullable(),
  closeOut: z
    .object({ number: z.string().nullable(), date: isoDate, verifier: z.string(), opinion: z.string() })
    .nullable()
})
export type StagedItem = z.infer<typeof stagedItem>

/** Role of a column in a register; `month` for plans and results by month. */
export const itemRole = z.object({
  role: z.literal('item'),
  field: itemColumn,
  month: isoMonth.nullable()
})
