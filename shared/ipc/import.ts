import { z } from 'zod'
import { importFixes } from '../domain/importing/importPlan.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { batchView } from './batch.ts'
import { defineRoute, nothing } from './define.ts'
import {
  textEncoding,
  sessionProblemGroup,
  importSessionView,
  importFileDetail,
  importGrid,
  importPreview
} from './importViews.ts'

const session = z.strictObject({ session: z.string() })
const sessionFile = z.strictObject({ session: z.string(), file: z.string() })

export const importRoutes = {
  /** Opens the file dialog; null when it is cancelled. Adds to `session` when given. */
  'import.pick': defineRoute({
    kind: 'read',
    input: z.strictObject({
      period: periodKey,
      what: z.enum(['FILES', 'FOLDER']),
      session: z.string().optional()
    }),
    output: importSessionView.nullable()
  }),
  /** Dropped files come as bytes: the window never sends a path. */
  'import.drop': defineRoute({
    kind: 'read',
    input: z.strictObject({
      period: periodKey,
      session: z.string().optional(),
      files: z
        .array(
          z.strictObject({
            name: z.string(),
            /** Path inside a dropped folder, '' outside. */
            folder: z.string().default(''),
            bytes: z.instanceof(Uint8Array)
          })
        )
        .min(1)
        .max(200)
    }),
    output: importSessionView
  }),
  /** The workbooks of the bundled sample quarter. */
  'import.sample': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: importSessionView
  }),
  'import.session': defineRoute({ kind: 'read', input: session, output: importSessionView.nullable() }),
  /** The import that is under way for a period, if the clerk left the page. */
  'import.current': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: importSessionView.nullable()
  }),
  'import.file': defineRoute({ kind: 'read', input: sessionFile, output: importFileDetail }),
  'import.grid': defineRoute({
    kind: 'read',
    input: z.strictObject({
      session: z.string(),
      file: z.string(),
      sheet: z.string(),
      top: z.number().int().min(0),
      rows: z.number().int().min(1).max(2000)
    }),
    output: importGrid
  }),
  /** Replaces the fixes of one file and analyses it again. */
  'import.fix': defineRoute({
    kind: 'read',
    input: z.strictObject({ session: z.string(), file: z.string(), fixes: importFixes }),
    output: importFileDetail
  }),
  /** One answer for everything alike: the given parts of the fixes are merged into those of every file. */
  'import.fixAll': defineRoute({
    kind: 'read',
    input: z.strictObject({
      session: z.string(),
      fixes: z.strictObject({
        units: importFixes.unwrap().shape.units.unwrap().optional(),
        indicators: importFixes.unwrap().shape.indicators.unwrap().optional(),
        classes: importFixes.unwrap().shape.classes.unwrap().optional(),
        emptyWords: importFixes.unwrap().shape.emptyWords.unwrap().optional(),
        /** Groups accepted (true) or no longer accepted (false). */
        confirmed: z.record(z.string(), z.boolean()).optional()
      })
    }),
    output: importSessionView
  }),
  /** The problems of all files, joined by what repairs them. */
  'import.problems': defineRoute({ kind: 'read', input: session, output: z.array(sessionProblemGroup) }),
  /** Takes back the last repair of the session (any `fix`, `fixAll`, `skipFile`); nothing happens when there is none. */
  'import.undoFix': defineRoute({ kind: 'read', input: session, output: importSessionView }),
  /** Opens a locked file. The password is used once and kept nowhere. */
  'import.password': defineRoute({
    kind: 'read',
    input: z.strictObject({ session: z.string(), file: z.string(), password: z.string().min(1).max(255) }),
    output: importSessionView
  }),
  /** Reads a text file again in another encoding. */
  'import.encoding': defineRoute({
    kind: 'read',
    input: z.strictObject({ session: z.string(), file: z.string(), encoding: textEncoding }),
    output: importSessionView
  }),
  /** Reads a file again from where it was picked, e.g. after Excel let go of it; pasted and dropped files cannot be. */
  'import.reread': defineRoute({ kind: 'read', input: sessionFile, output: importSessionView }),
  /** A table copied in Excel or WPS: as HTML where the clipboard has it (merges), else as tab-separated text. */
  'import.paste': defineRoute({
    kind: 'read',
    input: z.strictObject({
      period: periodKey,
      session: z.string().optional(),
      text: z.string().max(50_000_000),
      html: z.string().max(50_000_000).nullable()
    }),
    output: importSessionView
  }),
  'import.skipFile': defineRoute({
    kind: 'read',
    input: z.strictObject({ session: z.string(), file: z.string(), skip: z.boolean() }),
    output: importSessionView
  }),
  'import.preview': defineRoute({ kind: 'read', input: session, output: importPreview }),
  'import.commit': defineRoute({
    kind: 'write',
    input: z.strictObject({
      session: z.string(),
      /** Cells with open errors are left out and listed. */ leaveErrors: z.boolean().default(false)
    }),
    output: z.object({
      batches: z.array(batchView),
      backup: z.string(),
      /** Cells left out; `batch.rejected` writes them into workbooks to send back. */
      rejected: z.number(),
      /** True when nothing counts until a second person has confirmed. */
      waiting: z.boolean()
    })
  }),
  'import.discard': defineRoute({ kind: 'read', input: session, output: nothing })
}
