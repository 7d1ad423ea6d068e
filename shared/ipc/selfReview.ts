import { z } from 'zod'
import { decimalString } from '../domain/number/decimal.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { itemState, registerType } from '../domain/register/registerItem.ts'
import { gapFields } from '../domain/selfReview/gapFields.ts'
import { selfReviewSettings } from '../domain/selfReview/selfReviewSettings.ts'
import { problem } from '../problem.ts'
import { defineRoute, nothing } from './define.ts'
import { exportedView } from './report.ts'

/** The task that a gap became, as far as a self-review shows it. */
const gapItem = z.object({
  id: z.number().int(),
  number: z.string(),
  type: registerType,
  state: itemState,
  status: z
    .enum(['AHEAD', 'ON_TRACK', 'SLIGHTLY_BEHIND', 'BEHIND', 'BADLY_BEHIND', 'OVERDUE', 'DONE'])
    .nullable(),
  due: z.string().nullable()
})
export type GapItemView = z.infer<typeof gapItem>

export const gapRowView = z.object({
  id: z.number().int(),
  fields: gapFields,
  item: gapItem.nullable(),
  /** The cell that it was imported from. */
  source: z
    .object({ batch: z.number().int(), file: z.string(), sheet: z.string(), address: z.string() })
    .nullable()
})
export type GapRowView = z.infer<typeof gapRowView>

const change = z.enum(['CLOSED', 'SMALLER', 'SAME', 'LARGER', 'UNKNOWN'])

export const followUpRow = z.object({
  row: gapRowView,
  outcome: z.object({
    change,
    ownThen: decimalString.nullable(),
    shortfallThen: decimalString.nullable(),
    ownNow: decimalString.nullable(),
    ownNowSource: z.string(),
    benchmarkNow: decimalString.nullable(),
    benchmarkNowSource: z.string(),
    shortfallNow: decimalString.nullable(),
    sentence: z.string()
  }),
  /** Row of this quarter's review that carries it on. */
  carriedTo: z.number().int().nullable(),
  /** Neither the gap nor its task is finished. */
  unfinished: z.boolean()
})
export type FollowUpRow = z.infer<typeof followUpRow>

const changeCounts = z.object({
  closed: z.number().int(),
  smaller: z.number().int(),
  same: z.number().int(),
  larger: z.number().int(),
  unknown: z.number().int(),
  narrowedPercent: decimalString.nullable()
})

export const gapProposalView = z.object({
  key: z.string(),
  fields: gapFields,
  sentence: z.string(),
  /** Stands in the review already. */
  taken: z.boolean()
})
export type GapProposalView = z.infer<typeof gapProposalView>

const reviewState = z.enum(['NONE', 'DRAFT', 'SUBMITTED'])

export const selfReviewView = z.object({
  period: periodKey,
  unit: z.string(),
  unitName: z.string(),
  state: reviewState,
  version: z.number().int(),
  submitted: z.object({ at: z.string(), by: z.string() }).nullable(),
  /** Why nothing can be changed; null while it can. */
  readOnly: z.enum(['SUBMITTED', 'ARCHIVED']).nullable(),
  rows: z.array(gapRowView),
  /** What keeps it from being submitted, by place in `rows`. */
  lacks: z.array(z.object({ row: z.number().int(), topic: z.string(), lacks: z.array(z.string()) })),
  /** Where proposals and the comparison come from. */
  results: z.enum(['NONE', 'PREVIEW', 'STALE', 'FROZEN']),
  proposals: z.array(gapProposalView),
  followUp: z.object({ period: periodKey, rows: z.array(followUpRow), counts: changeCounts }).nullable()
})
export type SelfReviewView = z.infer<typeof selfReviewView>

export const selfReviewOverview = z.object({
  period: periodKey,
  units: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      state: reviewState,
      gaps: z.number().int(),
      /** Gaps that became tasks, and those of them that are done. */
      tasks: z.number().int(),
      done: z.number().int(),
      overdue: z.number().int(),
      /** Of the quarter before. */
      earlier: changeCounts
    })
  ),
  totals: z.object({
    units: z.number().int(),
    submitted: z.number().int(),
    gaps: z.number().int(),
    tasks: z.number().int(),
    done: z.number().int(),
    overdue: z.number().int(),
    earlier: changeCounts
  })
})
export type SelfReviewOverview = z.infer<typeof selfReviewOverview>

/** An outside benchmark that was used before. */
export const knownBenchmark = z.object({
  benchmark: z.string(),
  topic: z.string(),
  value: decimalString.nullable(),
  unitOfMeasure: z.string(),
  source: z.string(),
  period: periodKey
})
export type KnownBenchmark = z.infer<typeof knownBenchmark>

/** What became of one template that was handed back. */
export const readGapFile = z.object({
  file: z.string(),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  /** Proposed rows that nobody answered. */
  skipped: z.number().int(),
  /** With an error among them nothing of the file was taken. */
  problems: z.array(problem)
})
export type ReadGapFile = z.infer<typeof readGapFile>

const place = { period: periodKey, unit: z.string() }
const rowIds = z.array(z.number().int()).min(1).max(500)

export const selfReviewRoutes = {
  'selfReview.overview': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: selfReviewOverview
  }),
  'selfReview.get': defineRoute({ kind: 'read', input: z.strictObject(place), output: selfReviewView }),
  /** The whole list, in its order: rows that are not in it are taken out. Refused with CONFLICT against an older version. */
  'selfReview.save': defineRoute({
    kind: 'write',
    input: z.strictObject({
      ...place,
      version: z.number().int(),
      rows: z
        .array(z.strictObject({ id: z.number().int().nullable(), fields: gapFields }))
        .max(200, '一份六问对标最多 200 条')
    }),
    /** Ids in the order of the rows. */
    output: z.object({ version: z.number().int(), ids: z.array(z.number().int()) })
  }),
  'selfReview.submit': defineRoute({
    kind: 'write',
    input: z.strictObject({ ...place, version: z.number().int() }),
    output: nothing
  }),
  'selfReview.takeBack': defineRoute({
    kind: 'write',
    input: z.strictObject({ ...place, reason: z.string().trim().min(1, '请写明退回修改的理由') }),
    output: nothing
  }),
  /** Gaps become tasks on the register, all or none. */
  'selfReview.makeItems': defineRoute({
    kind: 'write',
    input: z.strictObject({ rows: rowIds, type: registerType }),
    output: z.array(z.object({ row: z.number().int(), item: z.number().int(), number: z.string() }))
  }),
  /** Unfinished gaps of the quarter before go on in this one, with their task. */
  'selfReview.carry': defineRoute({
    kind: 'write',
    input: z.strictObject({ ...place, rows: rowIds }),
    output: z.object({ carried: z.number().int() })
  }),
  'selfReview.benchmarks': defineRoute({
    kind: 'read',
    input: nothing,
    output: z.array(knownBenchmark)
  }),
  'selfReview.settings': defineRoute({ kind: 'read', input: nothing, output: selfReviewSettings }),
  'selfReview.changeSettings': defineRoute({
    kind: 'write',
    input: selfReviewSettings,
    output: selfReviewSettings
  }),
  /** Writes a workbook to be filled in for each unit; null when the dialog is cancelled. Job `selfReview`. */
  'selfReview.issue': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, units: z.array(z.string()).min(1) }),
    output: z.object({ folder: z.string(), ticket: z.string(), files: z.array(z.string()) }).nullable()
  }),
  /** Asks for workbooks that came back and takes them in, each whole or not at all. Job `selfReview`. */
  'selfReview.readTemplates': defineRoute({
    kind: 'write',
    input: z.strictObject({ period: periodKey }),
    output: z.array(readGapFile).nullable()
  }),
  'selfReview.export': defineRoute({
    kind: 'read',
    input: z.strictObject({ ...place, format: z.enum(['xlsx', 'docx', 'pdf']) }),
    output: exportedView.nullable()
  }),
  'selfReview.exportSummary': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, format: z.enum(['xlsx', 'docx', 'pdf']) }),
    output: exportedView.nullable()
  })
}
