import { z } from 'zod'

/** One thing that differs between two revisions of a quarter. `before` or `after` is null where it did not exist. */
export const inputChange = z.object({
  kind: z.enum(['READING', 'TARGET', 'ADJUSTMENT', 'DECISION', 'SCHEME', 'PREVIOUS']),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  /** Indicator, class, decision or place in the scheme, in words. */
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Where the two numbers came from: 「目标任务.xlsx · 表1 · D12」. */
  sourceBefore: z.string().nullable(),
  sourceAfter: z.string().nullable()
})
export type InputChange = z.infer<typeof inputChange>

export const scoreChange = z.object({
  race: z.string(),
  unit: z.string(),
  unitName: z.string(),
  /** Indicator; null for the total. */
  indicator: z.string().nullable(),
  name: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** With sign; null where one side has none. */
  difference: z.string().nullable()
})
export type ScoreChange = z.infer<typeof scoreChange>

export const standingChange = z.object({
  race: z.string(),
  group: z.string(),
  unit: z.string(),
  unitName: z.string(),
  rankBefore: z.number().int().nullable(),
  rankAfter: z.number().int().nullable(),
  gradeBefore: z.string().nullable(),
  gradeAfter: z.string().nullable()
})
export type StandingChange = z.infer<typeof standingChange>

/** 两次冻结的差别: which inputs changed, which scores, which ranks. */
export const revisionDiff = z.object({
  before: z.string(),
  after: z.string(),
  inputs: z.array(inputChange),
  scores: z.array(scoreChange),
  standings: z.array(standingChange)
})
export type RevisionDiff = z.infer<typeof revisionDiff>
