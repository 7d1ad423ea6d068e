import { z } from 'zod'
import { catalogueEntry, catalogueInput } from '../domain/incentive/catalogue.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { problem } from '../problem.ts'
import { defineRoute } from './define.ts'
import { exportedView } from './report.ts'

export const catalogueView = z.object({
  entries: z.array(catalogueEntry),
  /** What is wrong with the catalogue under the scheme of the quarter; `group` is `catalogue:<id>`. */
  problems: z.array(problem),
  /** How many entries of the ledger were made by each, by code. */
  used: z.record(z.string(), z.number().int())
})
export type CatalogueView = z.infer<typeof catalogueView>

const id = z.number().int()
const forQuarter = z.strictObject({ period: periodKey })

/** 加减分目录: one for the office, checked against the scheme of a quarter. */
export const catalogueRoutes = {
  'incentive.catalogue': defineRoute({ kind: 'read', input: forQuarter, output: catalogueView }),
  /** Adds where `id` is null. Refused (VALIDATION_FAILED) with what is wrong. */
  'incentive.saveCatalogue': defineRoute({
    kind: 'write',
    input: z.strictObject({ period: periodKey, id: id.nullable(), entry: catalogueInput }),
    output: catalogueEntry
  }),
  /** No longer offers an entry, or offers it again. */
  'incentive.endCatalogue': defineRoute({
    kind: 'write',
    input: z.strictObject({ id, ended: z.boolean() }),
    output: catalogueEntry
  }),
  /** Puts an entry one place up or down. */
  'incentive.moveCatalogue': defineRoute({
    kind: 'write',
    input: z.strictObject({ id, by: z.union([z.literal(-1), z.literal(1)]) }),
    output: z.strictObject({})
  }),
  /** Reads a workbook: new codes are added, known ones changed, others stay. All or nothing; null when cancelled. */
  'incentive.pickCatalogue': defineRoute({
    kind: 'write',
    input: forQuarter,
    output: z
      .object({
        fileName: z.string(),
        created: z.number().int(),
        changed: z.number().int(),
        same: z.number().int()
      })
      .nullable()
  }),
  'incentive.exportCatalogue': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, format: z.enum(['xlsx', 'docx', 'pdf']) }),
    output: exportedView.nullable()
  })
}
