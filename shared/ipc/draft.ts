import { z } from 'zod'
import { periodKey } from '../domain/period/periodKey.ts'
import { problem } from '../problem.ts'
import { defineRoute, nothing } from './define.ts'
import { schemeFile, schemeView } from './scheme.ts'

/** 方案草稿: a definition under way. It may be incomplete; `problems` says what keeps it from coming into force. */
export const draftHead = z.object({
  id: z.number().int(),
  title: z.string(),
  year: z.number().int().nullable(),
  /** What it was copied from: 「…考核办法 第 3 版」, 「预设：…」, or null for an empty one. */
  origin: z.string().nullable(),
  updatedAt: z.string(),
  errors: z.number().int(),
  confirms: z.number().int()
})
export type DraftHead = z.infer<typeof draftHead>

export const draftView = draftHead.extend({
  /** JSON of a scheme file; not necessarily a valid one. */
  definition: z.record(z.string(), z.unknown()),
  problems: z.array(problem)
})
export type DraftView = z.infer<typeof draftView>

export const draftStart = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('BLANK'),
    title: z.string().trim().min(1, '请写方案名称'),
    year: z.number().int()
  }),
  /** The version that a quarter is scored with. */
  z.strictObject({ from: z.literal('PERIOD'), period: periodKey }),
  z.strictObject({ from: z.literal('VERSION'), versionId: z.number().int() }),
  z.strictObject({ from: z.literal('PRESET'), id: z.string() })
])

export const draftRoutes = {
  'draft.list': defineRoute({ kind: 'read', input: nothing, output: z.array(draftHead) }),
  'draft.get': defineRoute({
    kind: 'read',
    input: z.strictObject({ id: z.number().int() }),
    output: draftView
  }),
  'draft.create': defineRoute({ kind: 'write', input: draftStart, output: draftView }),
  /**
   * Keeps the definition as it is, complete or not. `updatedAt` is what the window last saw: a draft that changed
   * meanwhile is refused (CONFLICT), nothing is overwritten.
   */
  'draft.save': defineRoute({
    kind: 'write',
    input: z.strictObject({
      id: z.number().int(),
      updatedAt: z.string(),
      definition: z.record(z.string(), z.unknown())
    }),
    output: draftView
  }),
  'draft.delete': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.number().int() }),
    output: nothing
  }),
  /** Brings a draft without errors into force for a quarter, as the next version. The draft is then gone. */
  'draft.activate': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.number().int(), period: periodKey }),
    output: schemeView
  }),
  /** Opens the file dialog for a .json or .xlsx scheme and makes a draft of it; null when cancelled. */
  'draft.import': defineRoute({ kind: 'write', input: nothing, output: draftView.nullable() }),
  /** Opens the save dialog; null when cancelled. */
  'draft.export': defineRoute({
    kind: 'read',
    input: z.strictObject({ id: z.number().int(), format: z.enum(['JSON', 'XLSX']) }),
    output: schemeFile.nullable()
  })
}
