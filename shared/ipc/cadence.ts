import { z } from 'zod'
import { isoDate } from '../domain/calendar/isoDate.ts'
import { cadence, cadenceAt } from '../domain/cadence/cadenceKey.ts'
import { comment, commentInput } from '../domain/cadence/comment.ts'
import { dayCloseContent, leftReason } from '../domain/cadence/dayClose.ts'
import { reviewPlan } from '../domain/cadence/reviewPlan.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import type { CadenceContent } from '../domain/report/cadence/cadenceContent.ts'
import { statusVocabulary } from '../domain/report/reportOptions.ts'
import { slipKind, slipLevel, slipState } from '../domain/supervision/slip.ts'
import { defineRoute } from './define.ts'
import { registerItemView } from './register.ts'
import { exportedView } from './report.ts'

const items = z.array(registerItemView)

/** 日清盘 of a day. */
export const dayView = z.object({
  date: isoDate,
  today: isoDate,
  /** `2026年11月25日`. */
  title: z.string(),
  workday: z.boolean(),
  /** Name of the holiday, or of the weekend day that is worked; null on an ordinary day. */
  occasion: z.string().nullable(),
  /** Every item that is not closed stands on exactly one of them. */
  lists: z.object({
    OVERDUE: items,
    TODAY: items,
    SOON: items,
    CHECK: items,
    LATER: items,
    UNDATED: items
  }),
  /** Ids of those that need to be done, or a reason, before the day is closed. */
  toSettle: z.array(z.number().int()),
  /** The reason that was given for an item last, to be taken over. */
  lastReasons: z.array(z.object({ item: z.number().int(), reason: z.string() })),
  activity: z.object({ started: items, progress: items, done: items, verified: items, closed: items }),
  /** Slips whose day of answer has come. */
  slips: z.array(
    z.object({
      id: z.number().int(),
      number: z.string(),
      kind: slipKind,
      level: slipLevel.nullable(),
      unit: z.string(),
      unitName: z.string(),
      item: z.number().int().nullable(),
      state: slipState,
      subject: z.string(),
      issuedOn: isoDate,
      answerBy: isoDate.nullable(),
      answeredOn: isoDate.nullable(),
      closedOn: isoDate.nullable()
    })
  ),
  /** Imports that wait for the second person (复核). */
  imports: z.array(
    z.object({
      id: z.number().int(),
      fileName: z.string(),
      by: z.string(),
      at: z.string(),
      period: periodKey
    })
  ),
  closed: z.object({ at: z.string(), by: z.string(), note: z.string(), content: dayCloseContent }).nullable(),
  /** Closings that were taken back, newest first. */
  history: z.array(
    z.object({
      closedAt: z.string(),
      closedBy: z.string(),
      reopened: z.object({ at: z.string(), by: z.string(), reason: z.string() })
    })
  ),
  /** Working days in a row that were closed, up to today. */
  streak: z.number().int(),
  /** Working days before today that nobody closed, oldest first. */
  unclosed: z.array(isoDate),
  warnings: z.array(z.string()),
  /** Display vocabulary of the scheme. */
  vocabulary: statusVocabulary
})
export type DayView = z.infer<typeof dayView>

export const cadenceRoutes = {
  'cadence.day': defineRoute({
    kind: 'read',
    input: z.strictObject({ date: isoDate.optional() }),
    output: dayView
  }),
  /** 日清. `left`: a reason for each item that stays open. */
  'cadence.closeDay': defineRoute({
    kind: 'write',
    input: z.strictObject({
      date: isoDate,
      note: z.string().trim().max(500).default(''),
      left: z.array(leftReason).max(2000)
    }),
    output: dayView
  }),
  'cadence.reopenDay': defineRoute({
    kind: 'write',
    input: z.strictObject({ date: isoDate, reason: z.string().trim().min(1, '请写明重新打开的理由') }),
    output: dayView
  }),
  /** Where each cadence stands today, and the day itself. */
  'cadence.now': defineRoute({
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({ today: isoDate, at: z.record(cadence, z.string()) })
  }),
  'cadence.get': defineRoute({
    kind: 'read',
    input: cadenceAt,
    output: z.custom<CadenceContent>((value) => typeof value === 'object' && value !== null)
  }),
  /** Asks where to, then writes; job `report`. Null when cancelled in the dialog. */
  'cadence.export': defineRoute({
    kind: 'read',
    input: z.strictObject({ of: cadenceAt, format: z.enum(['xlsx', 'docx', 'pdf']) }),
    output: exportedView.nullable()
  }),
  'review.plan': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: reviewPlan
  }),
  'review.savePlan': defineRoute({
    kind: 'write',
    input: z.strictObject({ period: periodKey, plan: reviewPlan }),
    output: reviewPlan
  }),
  /** In 机构顺序. `ended`: replaced and withdrawn ones too. */
  'comment.list': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, ended: z.boolean().default(false) }),
    output: z.array(comment)
  }),
  /** `replaces`: the wording that this one takes the place of. */
  'comment.save': defineRoute({
    kind: 'write',
    input: commentInput.extend({ replaces: z.number().int().nullable().default(null) }),
    output: comment
  }),
  'comment.end': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.number().int() }),
    output: comment
  })
}
