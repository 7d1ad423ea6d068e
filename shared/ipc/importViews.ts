import { z } from 'zod'
import { layoutKind, importFixes } from '../domain/importing/importPlan.ts'
import { sheetAnalysis } from '../domain/importing/analysis.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { movement } from '../domain/ranking/resultSet.ts'
import { problem } from '../problem.ts'
import { importedRow } from './batch.ts'
import { errorEnvelope } from './define.ts'

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
      items: z.number(),
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
    sheetAnalysis.omit({ readings: true, adjustments: true, items: true }).extend({
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
  /** Rows of registers, also those that stay as they are. */
  items: z.array(importedRow.extend({ file: z.string() })),
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
