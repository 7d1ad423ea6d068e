import { z } from 'zod'
import { defineRoute, nothing } from './define.ts'

export const evidenceSubject = z.enum(['ITEM', 'SLIP', 'ADJUSTMENT', 'HONOUR', 'EVALUATION'])
export type EvidenceSubject = z.infer<typeof evidenceSubject>

export const evidenceView = z.object({
  /** Id of the link. */
  id: z.number().int(),
  fileName: z.string(),
  bytes: z.number(),
  addedAt: z.string(),
  addedBy: z.string(),
  /** PRESENT, MISSING (the copy is gone), CHANGED (the copy no longer has its hash). */
  state: z.enum(['PRESENT', 'MISSING', 'CHANGED'])
})
export type EvidenceView = z.infer<typeof evidenceView>

/** What adding files came to. */
export const evidenceAdded = z.object({
  /** All that the subject has now. */
  evidence: z.array(evidenceView),
  added: z.number().int(),
  /** Names of files that it had already, under whatever name. */
  already: z.array(z.string())
})
export type EvidenceAdded = z.infer<typeof evidenceAdded>

/** What a check of all copies found. */
export const evidenceCheck = z.object({
  checked: z.number().int(),
  /** Copies that are gone or changed, with what they are about. */
  damaged: z.array(
    evidenceView.extend({
      subject: evidenceSubject,
      subjectId: z.number().int(),
      /** 「承-2026-007 · 新建街道健身点」. */
      subjectName: z.string()
    })
  ),
  folder: z.string()
})
export type EvidenceCheck = z.infer<typeof evidenceCheck>

const subject = { subject: evidenceSubject, subjectId: z.number().int() }
const link = z.strictObject({ id: z.number().int() })

/**
 * 佐证材料: copies beside the database under their hashes. Adding is a job named `evidence`, one after
 * another; checking one named `evidenceCheck`.
 */
export const evidenceRoutes = {
  'evidence.list': defineRoute({
    kind: 'read',
    input: z.strictObject(subject),
    output: z.array(evidenceView)
  }),
  /** Opens the file dialog; null when it is cancelled. All files or none. */
  'evidence.pick': defineRoute({
    kind: 'write',
    input: z.strictObject(subject),
    output: evidenceAdded.nullable()
  }),
  /** Dropped files come as bytes: the window never sends a path. */
  'evidence.drop': defineRoute({
    kind: 'write',
    input: z.strictObject({
      ...subject,
      files: z
        .array(z.strictObject({ name: z.string().trim().min(1), bytes: z.instanceof(Uint8Array) }))
        .min(1)
        .max(50)
    }),
    output: evidenceAdded
  }),
  'evidence.open': defineRoute({ kind: 'read', input: link, output: nothing }),
  'evidence.showInFolder': defineRoute({ kind: 'read', input: link, output: nothing }),
  /** Takes it away from what it is about; the copy and the record stay. */
  'evidence.remove': defineRoute({ kind: 'write', input: link, output: z.array(evidenceView) }),
  /** Undoes `remove`. */
  'evidence.restore': defineRoute({ kind: 'write', input: link, output: z.array(evidenceView) }),
  /** A copy that is gone or changed: the same file is picked again. Null when the dialog is cancelled. */
  'evidence.replace': defineRoute({ kind: 'write', input: link, output: z.array(evidenceView).nullable() }),
  /** Reads every copy through. */
  'evidence.check': defineRoute({ kind: 'read', input: nothing, output: evidenceCheck })
}
