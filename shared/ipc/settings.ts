import { z } from 'zod'
import { defineRoute, nothing } from './define.ts'

/** Kept in the database, so that a backup carries them. */
export const settings = z.object({
  /** Name that the audit log and signatures show. */
  operator: z.string().trim().max(40).default('考核办'),
  /** Table rows: compact 30 px or loose 36 px. */
  density: z.enum(['compact', 'loose']).default('compact'),
  /** 落款 of reports. */
  issuer: z.string().trim().max(60).default(''),
  /** 复核: imports count only when a second person has confirmed them. */
  reviewImports: z.boolean().default(false),
  /** Columns that the ranking screen leaves out. */
  hiddenRankingColumns: z.array(z.string()).default([])
})
export type Settings = z.infer<typeof settings>

/** A row of the 操作日志. */
export const auditView = z.object({
  at: z.string(),
  who: z.string(),
  what: z.string(),
  subject: z.string(),
  reason: z.string().nullable()
})

export const settingsRoutes = {
  'settings.get': defineRoute({ kind: 'read', input: nothing, output: settings }),
  'settings.set': defineRoute({ kind: 'write', input: settings.partial(), output: settings }),
  'settings.aliases': defineRoute({
    kind: 'read',
    input: nothing,
    output: z.array(z.object({ text: z.string(), unit: z.string(), name: z.string(), source: z.string() }))
  }),
  'settings.removeAlias': defineRoute({
    kind: 'write',
    input: z.strictObject({ text: z.string() }),
    output: nothing
  }),
  'settings.audit': defineRoute({
    kind: 'read',
    input: z.strictObject({ limit: z.number().int().min(1).max(1000).default(200) }),
    output: z.array(auditView)
  })
}
