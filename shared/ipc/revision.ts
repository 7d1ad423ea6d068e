import { z } from 'zod'
import { periodKey } from '../domain/period/periodKey.ts'
import { revisionDiff } from '../domain/revision/revisionDiff.ts'
import { defineRoute } from './define.ts'

/** One freezing of a quarter. */
export const revisionHead = z.object({
  snapshot: z.string(),
  revision: z.number().int(),
  frozenAt: z.string(),
  by: z.string(),
  reason: z.string(),
  appVersion: z.string(),
  schemeVersion: z.number().int(),
  inputsHash: z.string()
})
export type RevisionHead = z.infer<typeof revisionHead>

/** 复算: a frozen quarter computed again from its own inputs. */
export const verification = z.object({
  snapshot: z.string(),
  ok: z.boolean(),
  /** Hash of the stored inputs against the one that was recorded, and of the new results against the frozen ones. */
  inputs: z.object({ recorded: z.string(), found: z.string() }),
  results: z.object({ recorded: z.string(), found: z.string() }),
  /** What differs, as sentences; empty when ok. */
  differences: z.array(z.string()),
  /** What could not be compared, e.g. fields that the version that froze it did not write; as sentences. */
  notes: z.array(z.string()).default([])
})
export type Verification = z.infer<typeof verification>

export const revisionRoutes = {
  'revision.list': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: z.array(revisionHead)
  }),
  /** Two snapshots, or with `after` null the newest snapshot against the live data. */
  'revision.compare': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, before: z.string(), after: z.string().nullable() }),
    output: revisionDiff
  }),
  'revision.verify': defineRoute({
    kind: 'read',
    input: z.strictObject({ snapshot: z.string() }),
    output: verification
  })
}
