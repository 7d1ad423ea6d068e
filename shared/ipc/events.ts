import { z } from 'zod'
import { periodKey } from '../domain/period/periodKey.ts'

/** What main tells the window without being asked. */
export const appEvent = z.discriminatedUnion('event', [
  /** Long work: 「第 12 / 80 个文件」. `total` is 0 while unknown. */
  z.object({
    event: z.literal('progress'),
    job: z.string(),
    label: z.string(),
    done: z.number(),
    total: z.number()
  }),
  z.object({ event: z.literal('progressEnd'), job: z.string() }),
  /** Data of a period changed: queries are to be read again. */
  z.object({ event: z.literal('changed'), period: periodKey.nullable() }),
  /** A menu item or a second start asks for a screen. */
  z.object({ event: z.literal('navigate'), to: z.string() })
])
export type AppEvent = z.infer<typeof appEvent>

/** What the preload puts on `window.liangji`. */
export interface PreloadApi {
  invoke(route: string, input: unknown): Promise<unknown>
  /** Asks main to stop the job of a `progress` event. */
  cancel(job: string): void
  /** Returns the function that stops listening. */
  on(listener: (event: AppEvent) => void): () => void
}
