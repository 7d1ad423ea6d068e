import { z } from 'zod'
import { periodKey } from '../domain/period/periodKey.ts'
import { defineRoute, errorEnvelope, nothing } from './define.ts'

export const backupView = z.object({
  name: z.string(),
  at: z.string(),
  bytes: z.number(),
  reason: z.string()
})
export type BackupView = z.infer<typeof backupView>

/** Whether there is a database to work on, and what the window must say before anything else. */
export const appStateView = z.object({
  version: z.string(),
  library: z.discriminatedUnion('status', [
    z.object({ status: z.literal('NONE') }),
    z.object({
      status: z.literal('OPEN'),
      path: z.string(),
      organisation: z.string().nullable(),
      hasScheme: z.boolean(),
      /** Latest period, or null in an empty database. */
      latestPeriod: periodKey.nullable(),
      sample: z.boolean(),
      warning: z.string().nullable(),
      lastBackup: backupView.nullable()
    }),
    /** The database could not be opened; nothing was changed. `backups` can be restored. */
    z.object({
      status: z.literal('FAILED'),
      path: z.string(),
      error: errorEnvelope,
      backups: z.array(backupView)
    })
  ])
})
export type AppStateView = z.infer<typeof appStateView>

export const appRoutes = {
  'app.state': defineRoute({ kind: 'read', input: nothing, output: appStateView }),
  /** First start: the sample bureau with its frozen second quarter, or an empty database. */
  'app.create': defineRoute({
    kind: 'write',
    input: z.strictObject({ with: z.enum(['SAMPLE', 'EMPTY']) }),
    output: appStateView
  }),
  'app.backups': defineRoute({
    kind: 'read',
    input: nothing,
    output: z.object({ folder: z.string(), backups: z.array(backupView) })
  }),
  'app.backupNow': defineRoute({ kind: 'write', input: nothing, output: backupView }),
  /** Saves the present database first, so a restore can be undone by restoring that one. */
  'app.restore': defineRoute({
    kind: 'write',
    input: z.strictObject({ name: z.string() }),
    output: appStateView
  }),
  'app.showBackups': defineRoute({ kind: 'read', input: nothing, output: nothing })
}
