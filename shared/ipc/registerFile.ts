import { z } from 'zod'
import { periodKey } from '../domain/period/periodKey.ts'
import { registerFilter } from '../domain/register/registerFilter.ts'
import { defineRoute, nothing } from './define.ts'
import { exportedView } from './report.ts'

export const registerExportKind = z.enum([
  'PROGRESS',
  'TARGETS',
  'FIVE',
  'PROBLEMS',
  'COMMITMENTS',
  'PROJECTS',
  'CLOSED',
  'ALL'
])

export const registerFileRoutes = {
  /** Lists that can be exported, in order. */
  'registerFile.kinds': defineRoute({
    kind: 'read',
    input: nothing,
    output: z.array(z.object({ kind: registerExportKind, title: z.string(), hint: z.string() }))
  }),
  /** Writes a list of the items that the filter lets through; null when the dialog is cancelled. */
  'registerFile.export': defineRoute({
    kind: 'read',
    input: z.strictObject({
      list: registerExportKind,
      period: periodKey,
      filter: registerFilter,
      format: z.enum(['xlsx', 'docx', 'pdf'])
    }),
    output: exportedView.nullable()
  }),
  /** 下发模板 for the units (all with open items where absent), one workbook each, into a folder. */
  'registerFile.templates': defineRoute({
    kind: 'read',
    input: z.strictObject({
      period: periodKey,
      filter: registerFilter,
      units: z.array(z.string()).optional()
    }),
    output: z.object({ folder: z.string(), ticket: z.string(), files: z.array(z.string()) }).nullable()
  })
}
