import { z } from 'zod'
import { rememberedMapping } from '../domain/importing/memory/rememberedMapping.ts'
import { defineRoute, nothing } from './define.ts'

/** A remembered mapping as the settings page lists it. */
export const memoryView = z.object({
  id: z.number().int(),
  period: z.string(),
  fileName: z.string(),
  sheet: z.string(),
  labels: z.array(z.string()),
  mapping: rememberedMapping,
  at: z.string(),
  by: z.string()
})
export type MemoryView = z.infer<typeof memoryView>

export const memoryRoutes = {
  'memory.list': defineRoute({ kind: 'read', input: nothing, output: z.array(memoryView) }),
  /** Forgets one mapping, or all. Numbers that were imported with it stay. */
  'memory.forget': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.number().int().nullable() }),
    output: nothing
  })
}
