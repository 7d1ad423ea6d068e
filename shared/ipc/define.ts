import { z } from 'zod'
import { place, problem } from '../problem.ts'

/**
 * A route of the application: what goes in, what comes out, and whether it changes anything. Write routes are
 * refused while a backup or a restore runs.
 */
export interface Route<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'read' | 'write'
  input: I
  output: O
}

export function defineRoute<I extends z.ZodType, O extends z.ZodType>(route: Route<I, O>): Route<I, O> {
  return route
}

/** What crosses the boundary when something fails. `message` is a whole Chinese sentence. */
export const errorEnvelope = z.object({
  code: z.string(),
  message: z.string(),
  details: z.looseObject({
    place: place.optional(),
    action: z.string().optional(),
    problems: z.array(problem).optional()
  })
})
export type ErrorEnvelope = z.infer<typeof errorEnvelope>

export type Envelope<T> = { ok: true; data: T } | { ok: false; error: ErrorEnvelope }

export const nothing = z.strictObject({})
