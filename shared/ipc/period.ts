import { z } from 'zod'
import { periodKey } from '../domain/period/periodKey.ts'
import { periodState } from '../domain/period/periodState.ts'
import { problem } from '../problem.ts'
import { defineRoute, nothing } from './define.ts'

export const periodView = z.object({
  key: periodKey,
  title: z.string(),
  state: periodState,
  /** Public id of the snapshot in force, e.g. `2026Q2-r1-1f0c9a2b`. */
  snapshot: z.string().nullable(),
  revision: z.number().int(),
  dueDate: z.string().nullable(),
  schemeTitle: z.string().nullable(),
  schemeVersion: z.number().int().nullable()
})
export type PeriodView = z.infer<typeof periodView>

/** One line of 冻结前检查. */
export const freezeCheck = z.object({
  code: z.string(),
  ok: z.boolean(),
  /** Blocks freezing; otherwise it must only be accepted. */
  blocking: z.boolean(),
  title: z.string(),
  detail: z.string(),
  /** Route of the screen where it is put right. */
  href: z.string().nullable()
})
export type FreezeCheck = z.infer<typeof freezeCheck>

/** 报送进度: who has handed in what. */
export const submissionRow = z.object({
  unit: z.string(),
  name: z.string(),
  group: z.string(),
  state: z.enum(['COMPLETE', 'PARTLY', 'MISSING']),
  filled: z.number().int(),
  expected: z.number().int(),
  /** Names of indicators without a value. */
  missing: z.array(z.string()),
  files: z.array(z.string()),
  /** When the first and the last of its files that count came in. */
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable()
})
export type SubmissionRow = z.infer<typeof submissionRow>

/** 翻篇归零: what a quarter takes over, and what starts from nothing (with how much the quarter before had). */
export const carryOverView = z.object({
  /** The quarter before, null where there is none on record. */
  from: periodKey.nullable(),
  carried: z.array(z.object({ code: z.string(), title: z.string(), detail: z.string(), href: z.string() })),
  zeroed: z.array(
    z.object({ name: z.string(), unit: z.string(), before: z.number().int(), now: z.number().int() })
  )
})
export type CarryOverView = z.infer<typeof carryOverView>

export const periodRoutes = {
  'period.list': defineRoute({ kind: 'read', input: nothing, output: z.array(periodView) }),
  'period.create': defineRoute({
    kind: 'write',
    input: z.strictObject({ period: periodKey }),
    output: periodView
  }),
  'period.carryOver': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: carryOverView
  }),
  'period.compute': defineRoute({
    kind: 'write',
    input: z.strictObject({ period: periodKey }),
    output: z.object({
      units: z.number(),
      ranked: z.number(),
      blocked: z.number(),
      problems: z.array(problem)
    })
  }),
  'period.checks': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: z.array(freezeCheck)
  }),
  'period.freeze': defineRoute({
    kind: 'write',
    input: z.strictObject({
      period: periodKey,
      /** Codes of non-blocking checks that the clerk accepts. */
      accept: z.array(z.string()),
      reason: z.string().default('')
    }),
    output: periodView
  }),
  'period.reopen': defineRoute({
    kind: 'write',
    input: z.strictObject({ period: periodKey, reason: z.string().trim().min(1, '请写明重开的理由') }),
    output: periodView
  }),
  /** The circular has gone out: frozen → published. Nothing in the results changes. */
  'period.publish': defineRoute({
    kind: 'write',
    input: z.strictObject({ period: periodKey }),
    output: periodView
  }),
  /** The quarter is closed for good: published → archived. */
  'period.archive': defineRoute({
    kind: 'write',
    input: z.strictObject({ period: periodKey }),
    output: periodView
  }),
  'period.submissions': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: z.array(submissionRow)
  })
}
