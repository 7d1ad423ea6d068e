import { z } from 'zod'
import { isoDate } from '../domain/calendar/isoDate.ts'
import { evaluationSetup, roundKind, roundState } from '../domain/evaluation/evaluationSetup.ts'
import { judgedIndicator } from '../domain/evaluation/judgedIndicator.ts'
import { broughtMark, markConflict, roundMark } from '../domain/evaluation/roundMark.ts'
import { groupProgress } from '../domain/evaluation/roundProgress.ts'
import { unitOutcome } from '../domain/evaluation/roundResults.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { defineRoute } from './define.ts'
import { exportedView } from './report.ts'

const id = z.number().int()
const title = z.string().trim().min(1, '请写评分的名称').max(60, '名称最多 60 个字')

/** A round in the list of its quarter. */
export const roundHead = z.object({
  id,
  period: periodKey,
  indicator: z.string(),
  indicatorName: z.string(),
  title: z.string(),
  kind: roundKind,
  heldOn: isoDate.nullable(),
  state: roundState,
  units: z.number().int(),
  progress: z.array(groupProgress),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  voided: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable()
})
export type RoundHead = z.infer<typeof roundHead>

/** A reading of the same indicator and group that did not come from this round. */
export const foreignReading = z.object({
  unit: z.string(),
  group: z.string(),
  name: z.string(),
  value: z.string().nullable(),
  /** Sheet and cell, or who entered it and why. */
  source: z.string()
})
export type ForeignReading = z.infer<typeof foreignReading>

export const roundView = roundHead.extend({
  version: z.number().int(),
  judged: judgedIndicator,
  setup: evaluationSetup,
  marks: z.array(roundMark),
  /** Computed by the quarter's engine from the marks as they stand; for a closed round from the readings on record. */
  outcomes: z.array(unitOutcome),
  /** Votes above the ballots that were handed out or came back. */
  over: z.array(
    z.object({ group: z.string(), unit: z.string(), votes: z.number().int(), handedOut: z.number().int() })
  ),
  /** Stands in the way of closing until it is decided. */
  foreign: z.array(foreignReading),
  /** What has been written over this round's readings since it was closed, one sentence each. */
  drift: z.array(z.string()),
  /** False in a frozen quarter, and for a voided round. */
  canEdit: z.boolean()
})
export type RoundView = z.infer<typeof roundView>

/** One returned workbook as it was understood; nothing of it is written yet. */
export const returnedSheet = z.object({
  file: z.string(),
  /** Null where the file is none of this round's ballots; then `problems` says why. */
  group: z.string().nullable(),
  seat: z.string().nullable(),
  /** Whose ballot it is, in words. */
  label: z.string(),
  marks: z.array(broughtMark),
  /** Units without a mark. */
  blanks: z.number().int(),
  /** Sentences: cells that hold no mark, rows that moved, the same file twice. */
  problems: z.array(z.string()),
  /** The file holds nothing that is not there already. */
  known: z.boolean()
})
export type ReturnedSheet = z.infer<typeof returnedSheet>

const one = z.strictObject({ id })

export const evaluationRoutes = {
  /** Rounds of a quarter, newest first, and the indicators that a new one can feed. */
  'evaluation.list': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: z.object({ judged: z.array(judgedIndicator), rounds: z.array(roundHead), canEdit: z.boolean() })
  }),
  'evaluation.get': defineRoute({ kind: 'read', input: one, output: roundView }),
  /** With defaults from the rule; what is wanted otherwise is changed in the round. */
  'evaluation.create': defineRoute({
    kind: 'write',
    input: z.strictObject({
      period: periodKey,
      indicator: z.string(),
      title,
      heldOn: isoDate.nullable(),
      /** Seats of each group, or ballots handed out; by the groups' names. */
      counts: z.record(z.string(), z.number().int().min(0).max(99_999)),
      entry: evaluationSetup.shape.entry
    }),
    output: z.object({ id })
  }),
  'evaluation.setup': defineRoute({
    kind: 'write',
    input: z.strictObject({
      id,
      version: z.number().int(),
      title,
      heldOn: isoDate.nullable(),
      setup: evaluationSetup
    }),
    output: z.object({ version: z.number().int() })
  }),
  /** Draws the order of appearance by lot; the lot is logged. */
  'evaluation.draw': defineRoute({
    kind: 'write',
    input: z.strictObject({ id, version: z.number().int() }),
    output: z.object({ order: z.array(z.string()), version: z.number().int() })
  }),
  /** All marks or none: with a conflict nothing is written, and each conflict shows both marks. */
  'evaluation.enter': defineRoute({
    kind: 'write',
    input: z.strictObject({ id, marks: z.array(broughtMark).min(1) }),
    output: z.object({ written: z.number().int(), same: z.number().int(), conflicts: z.array(markConflict) })
  }),
  /** Writes the marks as readings. `foreign` says what becomes of readings that came by another way. */
  'evaluation.close': defineRoute({
    kind: 'write',
    input: z.strictObject({ id, foreign: z.enum(['ASK', 'REPLACE']) }),
    output: z.object({ closed: z.boolean(), readings: z.number().int(), foreign: z.array(foreignReading) })
  }),
  'evaluation.reopen': defineRoute({
    kind: 'write',
    input: z.strictObject({ id, reason: z.string().trim().min(1, '请写明重开的理由') }),
    output: z.object({ back: z.number().int(), gone: z.number().int() })
  }),
  'evaluation.void': defineRoute({
    kind: 'write',
    input: z.strictObject({ id, reason: z.string().trim().min(1, '请写明作废的理由') }),
    output: z.object({})
  }),
  /** Workbooks to be filled in, one a seat (judges) or one a group (ballots); null when the dialog is cancelled. */
  'evaluation.issue': defineRoute({
    kind: 'write',
    input: one,
    output: z.object({ folder: z.string(), ticket: z.string(), files: z.number().int() }).nullable()
  }),
  /** Reads returned workbooks (dialog); writes nothing. Null when cancelled. */
  'evaluation.returned': defineRoute({
    kind: 'read',
    input: one,
    output: z.array(returnedSheet).nullable()
  }),
  /** SUMMARY 评分汇总表, COUNT 计票单, FORMS empty ballots for paper. */
  'evaluation.export': defineRoute({
    kind: 'read',
    input: z.strictObject({
      id,
      what: z.enum(['SUMMARY', 'COUNT', 'FORMS']),
      format: z.enum(['xlsx', 'docx', 'pdf'])
    }),
    output: exportedView.nullable()
  })
}
