import { z } from 'zod'
import { columnPlan, importFixes, layoutKind } from '../domain/importing/importPlan.ts'
import { memoryUse } from '../domain/importing/memory/rememberedMapping.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { problem } from '../problem.ts'
import { defineRoute } from './define.ts'
import { exportedView } from './report.ts'

export const reviewState = z.object({
  requestedBy: z.string(),
  requestedAt: z.string(),
  /** Null while it waits. */
  decision: z.enum(['APPROVED', 'REJECTED', 'WITHDRAWN']).nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable()
})
export type ReviewState = z.infer<typeof reviewState>

/** An imported file and what it did. */
export const batchView = z.object({
  id: z.number().int(),
  period: periodKey,
  fileName: z.string(),
  at: z.string(),
  by: z.string(),
  /** `waiting` batches count only when a second person has confirmed them; `rejected` ones never do. */
  state: z.enum(['waiting', 'merged', 'rejected', 'undone']),
  created: z.number(),
  changed: z.number(),
  same: z.number(),
  left: z.number(),
  adjustments: z.number(),
  /** Items of registers that are new or changed; absent where the file holds none. */
  items: z.number().int().optional(),
  review: reviewState.nullable(),
  /** Null when it can be undone; otherwise the reason why not. */
  undoRefused: z.string().nullable()
})
export type BatchView = z.infer<typeof batchView>

/** Something that rests on a batch and so keeps it from being undone. */
export const undoBlocker = z.object({
  kind: z.enum(['LATER_IMPORT', 'FROZEN_PERIOD', 'DECISION', 'LATER_ENTRY', 'ALREADY']),
  /** What it is and what to do first. */
  text: z.string(),
  /** The later batch, to go there. */
  batch: z.number().int().nullable()
})
export type UndoBlocker = z.infer<typeof undoBlocker>

/** A cell of a batch: what it meant and what became of it. */
export const batchCell = z.object({
  sheet: z.string(),
  address: z.string(),
  raw: z.string(),
  unit: z.string(),
  unitName: z.string(),
  /** Indicator, or class of an adjustment. */
  subject: z.string(),
  subjectName: z.string(),
  field: z.string(),
  rater: z.string().nullable(),
  outcome: z.enum(['NEW', 'CHANGED', 'SAME', 'SKIPPED', 'REJECTED']),
  before: z.string().nullable(),
  after: z.string(),
  note: z.string().nullable()
})
export type BatchCell = z.infer<typeof batchCell>

/** A row of a register in an import and what became of it. */
export const importedRow = z.object({
  sheet: z.string(),
  address: z.string(),
  /** 编号; null where nothing was written. */
  number: z.string().nullable(),
  /** Id of the item, to go there. */
  item: z.number().int().nullable(),
  /** Register, in words. */
  type: z.string(),
  title: z.string(),
  unitName: z.string().nullable(),
  outcome: z.enum(['NEW', 'CHANGED', 'SAME', 'SKIPPED', 'REJECTED']),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** What was not done and why. */
  told: z.string()
})
export type ImportedRow = z.infer<typeof importedRow>

export const batchDetail = z.object({
  batch: batchView,
  sha256: z.string(),
  bytes: z.number(),
  format: z.string(),
  appVersion: z.string(),
  /** The file itself is kept and can be saved again. */
  hasFile: z.boolean(),
  sheets: z.array(
    z.object({
      sheet: z.string(),
      layout: layoutKind.nullable(),
      header: z.object({ first: z.number(), last: z.number() }).nullable(),
      columns: z.array(columnPlan),
      memory: memoryUse.nullable()
    })
  ),
  fixes: importFixes,
  cells: z.array(batchCell),
  /** Rows of registers. */
  items: z.array(importedRow),
  problems: z.array(problem),
  undoBlockers: z.array(undoBlocker)
})
export type BatchDetail = z.infer<typeof batchDetail>

const one = z.strictObject({ batch: z.number().int() })

export const batchRoutes = {
  /** Every import of a period, newest first. */
  'batch.list': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: z.array(batchView)
  }),
  'batch.detail': defineRoute({ kind: 'read', input: one, output: batchDetail }),
  'batch.undo': defineRoute({ kind: 'write', input: one, output: batchView }),
  /** 复核. The operator must be another person than the one who imported; approving runs the import that waited. */
  'batch.review': defineRoute({
    kind: 'write',
    input: z.strictObject({
      batch: z.number().int(),
      decision: z.enum(['APPROVED', 'REJECTED', 'WITHDRAWN']),
      /** Who decides; the name in the settings when absent. */
      by: z.string().trim().min(1).max(40).optional(),
      reason: z.string().trim().max(500).default('')
    }),
    output: batchView
  }),
  /** The original layout with the cells that were left out marked and a column of reasons, to send back. Null: cancelled. */
  'batch.rejected': defineRoute({ kind: 'read', input: one, output: exportedView.nullable() }),
  /** The same for all batches of one import, into a folder: one workbook each. */
  'batch.rejectedAll': defineRoute({
    kind: 'read',
    input: z.strictObject({ batches: z.array(z.number().int()).min(1) }),
    output: z.object({ folder: z.string(), ticket: z.string(), files: z.array(z.string()) }).nullable()
  }),
  /** Saves the file as it was handed in. */
  'batch.saveFile': defineRoute({ kind: 'read', input: one, output: exportedView.nullable() })
}
