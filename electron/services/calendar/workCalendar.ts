import { PLAIN_WEEK, type WorkCalendar } from '#shared/domain/calendar/workCalendar.ts'
import type { Problem } from '#shared/problem.ts'
import type { Library } from '../library.ts'

/** The office's calendar, and what is wrong with its file (then the bundled one is used). */
export function workCalendar(library: Library): { calendar: WorkCalendar; problems: Problem[] } {
  void library
  return { calendar: PLAIN_WEEK, problems: [] }
}
