import { z } from 'zod'
import { layoutKind, importFixes } from '../domain/importing/importPlan.ts'
import { sheetAnalysis } from '../domain/importing/analysis.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { movement } from '../domain/ranking/resultSet.ts'
import { problem } from '../problem.ts'
import { batchView } from './batch.ts'
import { defineRoute, errorEnvelope, nothing } from './define.ts'

/** Encodings that a text file can be read again in. */
export const textEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'])
export type TextEncoding = z.infer<typeof textEncoding>

/** One file of the running import. Sessions live in main; the window only knows ids. */
export const importFileView = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number(),
  /** READY files count; SKIPPED ones were left out by the clerk; FAILED could not be read; DUPLICATE has the bytes of another. */
  status: z.enum(['READY', 'SKIPPED', 'FAILED', 'DUPLICATE']),
  error: errorEnvelope.nullable(),
  /** Where the same bytes are already: another file of this import, or an earlier batch. */
  duplicateOf: z.string().nullable(),
  /** Folder inside the chosen one, or '' : files of one name in several folders are told apart by it. */
  folder: z.string(),
  format: z.string().nullable(),
  /** Encoding of a text file, and whether the clerk chose it; null for other files. */
  encoding: z.object({ name: textEncoding, chosen: z.boolean() }).nullable(),
  /** The file is locked and can be opened with a password. */
  needsPassword: z.boolean(),
  /** Made from the clipboard, not from a file. */
  pasted: z.boolean(),
  sheets: z.array(
    z.object({
      name: z.string(),
      used: z.boolean(),
      leftOut: z.string().nullable(),
      layout: layoutKind.nullable(),
      readings: z.number(),
      adjustments: z.number(),
      errors: z.number(),
      confirms: z.number()
    })
  ),
  counts: z.object({ cells: z.number(), errors: z.number(), confirms: z.number(), infos: z.number() })
})
export type ImportFileView = z.infer<typeof importFileView>

/** Problems that one repair fixes. */
export const problemGroupView = z.object({
  group: z.string(),
  code: z.string(),
  level: z.enum(['error', 'confirm', 'info']),
  title: z.string(),
  detail: z.string(),
  accepted: z.boolean(),
  problems: z.array(problem)
})
export type ProblemGroupView = z.infer<typeof problemGroupView>

/** One repair over all files of the import: what is alike is answered once. */
export const sessionProblemGroup = z.object({
  /** For `fixAll.confirmed`. Groups that no other file can share carry the id of their file in front. */
  group: z.string(),
  code: z.string(),
  level: z.enum(['error', 'confirm', 'info']),
  title: z.string(),
  detail: z.string(),
  /** The clerk accepted it in every file. */
  accepted: z.boolean(),
  count: z.number().int(),
  files: z.array(z.object({ id: z.string(), name: z.string(), count: z.number().int() })),
  /** The first cells, to look at. */
  problems: z.array(problem),
  /** Distinct texts of all its cells, e.g. every word of a group of words. */
  values: z.array(z.string()),
  candidates: z.array(z.object({ code: z.string(), name: z.string() })),
  /** The text that a name or a word is about; null where an answer for all files makes no sense. */
  subject: z.string().nullable()
})
export type SessionProblemGroup = z.infer<typeof sessionProblemGroup>

export const importSessionView = z.object({
  session: z.string(),
  period: periodKey,
  files: z.array(importFileView),
  totals: z.object({
    cells: z.number(),
    ready: z.number(),
    errors: z.number(),
    confirms: z.number(),
    infos: z.number(),
    /** Units that still have no value after this import. */
    missingUnits: z.array(z.string())
  }),
  /** A second person has to confirm what this import brings. */
  review: z.boolean(),
  /** There is a repair that `import.undoFix` can take back. */
  undoable: z.boolean(),
  canCommit: z.boolean(),
  /** What stands in the way, as a sentence; null when nothing does. */
  blockedBy: z.string().nullable()
})
export type ImportSessionView = z.infer<typeof importSessionView>

export const gridCell = z.object({
  row: z.number().int(),
  col: z.number().int(),
  text: z.string(),
  numeric: z.boolean(),
  formula: z.string().optional()
})

export const importFileDetail = z.object({
  file: importFileView,
  /** Analyses without their staged cells (`staged` lists addresses), one a sheet. */
  sheets: z.array(
    sheetAnalysis.omit({ readings: true, adjustments: true }).extend({
      staged: z.array(
        z.object({
          address: z.string(),
          row: z.number(),
          col: z.number(),
          unit: z.string(),
          indicator: z.string(),
          field: z.string(),
          state: z.string(),
          value: z.string().nullable()
        })
      )
    })
  ),
  groups: z.array(problemGroupView),
  fixes: importFixes
})
export type ImportFileDetail = z.infer<typeof importFileDetail>

export const importGrid = z.object({
  sheet: z.string(),
  rowCount: z.number().int(),
  colCount: z.number().int(),
  merges: z.array(z.object({ top: z.number(), left: z.number(), bottom: z.number(), right: z.number() })),
  hiddenRows: z.array(z.number()),
  hiddenCols: z.array(z.number()),
  cells: z.array(gridCell)
})
export type ImportGrid = z.infer<typeof importGrid>

/** The real import, rolled back. */
export const importPreview = z.object({
  created: z.number(),
  changed: z.array(
    z.object({
      unit: z.string(),
      unitName: z.string(),
      indicator: z.string(),
      indicatorName: z.string(),
      field: z.string(),
      before: z.string(),
      after: z.string(),
      file: z.string(),
      address: z.string()
    })
  ),
  same: z.number(),
  left: z.number(),
  adjustments: z.number(),
  rankChanges: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      before: z.number().nullable(),
      after: z.number().nullable(),
      movement
    })
  )
})
export type ImportPreview = z.infer<typeof importPreview>

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
  /** Takes back the last repair of the session (any `fix`, `fixAll`, `fixUnit`, `skipFile`); null when there is none. */
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
  /** The same answer for a unit name in every file of the session. */
  'import.fixUnit': defineRoute({
    kind: 'read',
    input: z.strictObject({
      session: z.string(),
      text: z.string(),
      unit: z.string().nullable(),
      remember: z.boolean()
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
