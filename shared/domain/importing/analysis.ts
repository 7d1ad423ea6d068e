import { z } from 'zod'
import { problem } from '../../problem.ts'
import { columnPlan, layoutKind, stagedAdjustment, stagedReading } from './importPlan.ts'
import { stagedItem } from './register/stagedItem.ts'
import { memoryUse } from './memory/rememberedMapping.ts'

/** A table below or beside the first one of its sheet. */
export const tableAnalysis = z.object({
  /** Null for a table that was not understood: its numbers are left out until the clerk says what it is. */
  layout: layoutKind.nullable(),
  /** 0-based, inclusive. */
  header: z.object({ first: z.number().int(), last: z.number().int() }),
  columns: z.array(columnPlan),
  /** Unit of the whole table. */
  unit: z.string().nullable()
})
export type TableAnalysis = z.infer<typeof tableAnalysis>

/** What was understood of one sheet. */
export const sheetAnalysis = z.object({
  sheet: z.string(),
  index: z.number().int(),
  /** False for covers, notes, empty and hidden sheets; `leftOut` says why. */
  used: z.boolean(),
  leftOut: z.string().nullable(),
  layout: layoutKind.nullable(),
  /** 0-based, inclusive. */
  header: z.object({ first: z.number().int(), last: z.number().int() }).nullable(),
  /** 0-based, inclusive: first and last row that hold data. */
  body: z.object({ first: z.number().int(), last: z.number().int() }).nullable(),
  columns: z.array(columnPlan),
  /** Further tables of the sheet, in order. */
  tables: z.array(tableAnalysis),
  /** The earlier quarter's answers that were used here; null when none were. */
  memory: memoryUse.nullable(),
  /** The unit that the whole sheet belongs to, and how it was found. */
  unit: z
    .object({
      code: z.string(),
      by: z.enum(['header line', 'title', 'sheet name', 'file name', 'remembered', 'template', 'clerk'])
    })
    .nullable(),
  /** 填报时间, 编制单位 … as written. */
  meta: z.record(z.string(), z.string()),
  title: z.string().nullable(),
  readings: z.array(stagedReading),
  adjustments: z.array(stagedAdjustment),
  /** Rows of registers. */
  items: z.array(stagedItem),
  /** Rows that hold something but are no data, each with its reason. 0-based row. */
  skippedRows: z.array(z.object({ row: z.number().int(), reason: z.string() })),
  problems: z.array(problem)
})
export type SheetAnalysis = z.infer<typeof sheetAnalysis>

export const workbookAnalysis = z.object({
  fileName: z.string(),
  sheets: z.array(sheetAnalysis),
  /** Problems of the file as a whole; those of sheets stand in the sheets. */
  problems: z.array(problem)
})
export type WorkbookAnalysis = z.infer<typeof workbookAnalysis>

export function allProblems(analysis: WorkbookAnalysis): z.infer<typeof problem>[] {
  return [...analysis.problems, ...analysis.sheets.flatMap((sheet) => sheet.problems)]
}
