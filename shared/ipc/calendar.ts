import { z } from 'zod'
import { isoDate } from '../domain/calendar/isoDate.ts'
import { problem } from '../problem.ts'
import { defineRoute, nothing } from './define.ts'

export const calendarView = z.object({
  /** OWN: the office's file. LAST_GOOD: what it said before it became wrong. BUNDLED: the one of the product. */
  source: z.enum(['OWN', 'LAST_GOOD', 'BUNDLED']),
  hasOwnFile: z.boolean(),
  fileName: z.string(),
  /** Years whose arrangement is complete. */
  years: z.array(z.number().int()),
  /** Days that deviate from the five-day week, in order: OFF 放假, WORK 调休上班. */
  days: z.array(z.object({ date: isoDate, type: z.enum(['OFF', 'WORK']), name: z.string() })),
  /** What is wrong with the office's file, line by line. */
  problems: z.array(problem)
})
export type CalendarView = z.infer<typeof calendarView>

export const calendarRoutes = {
  'calendar.get': defineRoute({ kind: 'read', input: nothing, output: calendarView }),
  /** Opens the office's file in Excel or WPS; the first time it is made of the bundled one. */
  'calendar.openFile': defineRoute({
    kind: 'write',
    input: nothing,
    output: z.object({ created: z.boolean() })
  }),
  /** Back to the bundled calendar; the office's file is kept under another name. */
  'calendar.reset': defineRoute({ kind: 'write', input: nothing, output: calendarView })
}
