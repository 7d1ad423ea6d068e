import { z } from 'zod'
import { yearResult, yearSpan } from '../domain/period/yearResult.ts'
import { defineRoute, nothing } from './define.ts'

export const yearView = z.object({
  result: yearResult,
  /** Set when the year has been frozen: then `result` is the snapshot. */
  snapshot: z.object({ id: z.string(), frozenAt: z.string(), by: z.string() }).nullable()
})
export type YearView = z.infer<typeof yearView>

const which = z.strictObject({ year: z.number().int().min(1990).max(2100), span: yearSpan })

export const yearRoutes = {
  /** Years that have a frozen quarter, newest first. */
  'year.list': defineRoute({ kind: 'read', input: nothing, output: z.array(z.number().int()) }),
  'year.get': defineRoute({ kind: 'read', input: which, output: yearView }),
  'year.freeze': defineRoute({
    kind: 'write',
    input: which.extend({ reason: z.string().default('') }),
    output: yearView
  })
}
