import { z } from 'zod'
import { isoDate, isoMonth } from '../calendar/isoDate.ts'
import { decimalString } from '../number/decimal.ts'

/**
 * 清单台账: one model for every register of the office. A row (事项) has an owner, a due date and a state; what happened to
 * it is a log that is only added to (`registerEvent.ts`).
 */

/** 五重清单 (commerce bureau), 七张问题清单 (S59), 承诺事项, 年度目标任务, 项目, 攻坚专班. */
export const registerType = z.enum([
  'KEY_INDICATOR',
  'KEY_PROBLEM',
  'KEY_REFORM',
  'KEY_PROJECT',
  'KEY_RESULT',
  'PROBLEM',
  'COMMITMENT',
  'ANNUAL_TARGET',
  'PROJECT',
  'TASK_FORCE'
])
export type RegisterType = z.infer<typeof registerType>

/** The five of the 五重清单, in their order. */
export const FIVE_KEY_TYPES = [
  'KEY_INDICATOR',
  'KEY_PROBLEM',
  'KEY_REFORM',
  'KEY_PROJECT',
  'KEY_RESULT'
] as const

/** The seven sources of the 七张问题清单 (S59): 巡视 审计 督查 生态环保督察 安全生产 网络舆情 信访. */
export const problemSource = z.enum([
  'INSPECTION',
  'AUDIT',
  'SUPERVISION',
  'ECOLOGY',
  'SAFETY',
  'OPINION',
  'PETITION'
])
export type ProblemSource = z.infer<typeof problemSource>

/** 立即办, 限时办, 特定办: each with its clock (`clock.ts`). */
export const urgency = z.enum(['IMMEDIATE', 'TIMED', 'SPECIAL'])
export type Urgency = z.infer<typeof urgency>

/** 四知: 知短补短, 知重负重, 知难克难, 知新创新. */
export const fourKnow = z.enum(['SHORTFALL', 'HEAVY', 'HARD', 'NEW'])
export type FourKnow = z.infer<typeof fourKnow>

/** 三督: 媒体聚焦, 跟踪督察, 群众参与. */
export const channel = z.enum(['MEDIA', 'TRACKING', 'PUBLIC'])
export type Channel = z.infer<typeof channel>

/** 交办 → 办理 → 报结 → 核验 → 销号; a closed item can be reopened into 办理. */
export const itemState = z.enum(['OPEN', 'IN_PROGRESS', 'DONE', 'VERIFIED', 'CLOSED'])
export type ItemState = z.infer<typeof itemState>

/** A cooperating unit (配合单位). `share` is its percent of the credit; null where nothing was agreed. */
export const partner = z.strictObject({ unit: z.string(), share: decimalString.nullable() })

/** What shall be reached by the end of a month: percent of the whole, an amount in the item's own measure, or both. */
export const planStep = z
  .strictObject({
    month: isoMonth,
    percent: decimalString.nullable(),
    amount: decimalString.nullable()
  })
  .refine((step) => step.percent !== null || step.amount !== null, '计划要写进度或数量')
export type PlanStep = z.infer<typeof planStep>

/** How much is to be done, where the item is counted: 112.1 亿元, 30 场. */
export const quantity = z.strictObject({ target: decimalString, measure: z.string().trim().max(20) })

/** All that a person fills in. Absent words are '', absent facts null. */
export const itemFields = z.strictObject({
  type: registerType,
  title: z.string().trim().min(1, '请写明事项').max(500),
  /** 具体内容, 考核内容及指标. */
  content: z.string().trim().max(4000).default(''),
  /** Id of the item that this one is a part of. */
  parent: z.number().int().nullable().default(null),
  /** 牵头（责任）单位 by code. Null: not said yet; such rows are kept and told. */
  owner: z.string().nullable().default(null),
  /** Percent of the credit that stays with the owner; null where nothing was agreed. */
  ownerShare: decimalString.nullable().default(null),
  partners: z.array(partner).default([]),
  /** 责任人, 分管领导. */
  person: z.string().trim().max(60).default(''),
  leader: z.string().trim().max(60).default(''),
  /** 排位目标: 全省前 3. */
  rankTarget: z.string().trim().max(200).default(''),
  /** 举措. */
  measures: z.string().trim().max(4000).default(''),
  quantity: quantity.nullable().default(null),
  /** Plan by month, in order. */
  plan: z.array(planStep).default([]),
  /** Indicator of the scheme that the item is about, by code. */
  indicator: z.string().nullable().default(null),
  start: isoDate.nullable().default(null),
  /** 完成时限. */
  due: isoDate.nullable().default(null),
  urgency: urgency.nullable().default(null),
  tags: z.array(fourKnow).default([]),
  channel: channel.nullable().default(null),
  problemSource: problemSource.nullable().default(null),
  /** 来源: the document or meeting that gave the task. */
  origin: z.string().trim().max(500).default(''),
  remark: z.string().trim().max(2000).default('')
})
export type ItemFields = z.infer<typeof itemFields>

const without = itemFields.shape

/**
 * One change to many items: only what is named changes. Written out, because zod fills in defaults inside optional fields
 * too: a patch made by `partial()` would blank whatever it does not name.
 */
export const itemPatch = z.strictObject({
  type: without.type.optional(),
  content: without.content.unwrap().optional(),
  owner: without.owner.unwrap().optional(),
  ownerShare: without.ownerShare.unwrap().optional(),
  partners: without.partners.unwrap().optional(),
  person: without.person.unwrap().optional(),
  leader: without.leader.unwrap().optional(),
  rankTarget: without.rankTarget.unwrap().optional(),
  measures: without.measures.unwrap().optional(),
  quantity: without.quantity.unwrap().optional(),
  indicator: without.indicator.unwrap().optional(),
  start: without.start.unwrap().optional(),
  due: without.due.unwrap().optional(),
  urgency: without.urgency.unwrap().optional(),
  tags: without.tags.unwrap().optional(),
  channel: without.channel.unwrap().optional(),
  problemSource: without.problemSource.unwrap().optional(),
  origin: without.origin.unwrap().optional(),
  remark: without.remark.unwrap().optional()
})
export type ItemPatch = z.infer<typeof itemPatch>

/** 销号: number, date, verifier (and what was said). */
export const closeOut = z.strictObject({
  number: z.string(),
  date: isoDate,
  verifier: z.string(),
  opinion: z.string()
})
export type CloseOut = z.infer<typeof closeOut>

/** An item as it stands. */
export const registerItem = itemFields.extend({
  id: z.number().int(),
  /** 编号, e.g. 「承-2026-007」: unique, never given twice. */
  number: z.string(),
  state: itemState,
  /** Percent done by the last progress entry; null while nobody has said. */
  percent: decimalString.nullable(),
  /** Amount done in the item's measure. */
  amount: decimalString.nullable(),
  closeOut: closeOut.nullable(),
  /** Struck out as entered by mistake; kept, and can be brought back. */
  voided: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  /** How it came: by hand, from a workbook (with its cell), from a gap of a 六问对标. */
  source: z.discriminatedUnion('from', [
    z.object({ from: z.literal('HAND') }),
    z.object({
      from: z.literal('CELL'),
      batch: z.number().int(),
      file: z.string(),
      sheet: z.string(),
      address: z.string()
    }),
    z.object({ from: z.literal('GAP'), selfReviewRow: z.number().int() })
  ]),
  /** ISO days: when it was put on the register, when it was done last. */
  openedOn: isoDate,
  doneOn: isoDate.nullable(),
  /** Goes up with every change: an edit against an older one is refused. */
  version: z.number().int()
})
export type RegisterItem = z.infer<typeof registerItem>
