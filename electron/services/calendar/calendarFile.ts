import { existsSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { HOLIDAY_FILE } from '#shared/domain/calendar/holidayFile.ts'
import type { CalendarView } from '#shared/ipc/calendar.ts'
import { append } from '#db/repos/auditRepo.ts'
import { fileFailure } from '../fileFailure.ts'
import { freePath } from '../freePath.ts'
import type { Library } from '../library.ts'
import { writeWhole } from '../writeWhole.ts'
import { bundledCalendarPath, ownCalendarPath, workCalendar } from './workCalendar.ts'

/** The calendar in use with what is wrong with the office's file. */
export function calendarView(library: Library): CalendarView {
  const { calendar, days, source, problems } = workCalendar(library)
  return {
    source,
    hasOwnFile: existsSync(ownCalendarPath(library)),
    fileName: HOLIDAY_FILE,
    years: [...calendar.years].sort((a, b) => a - b),
    days,
    problems
  }
}

/** The office's own file, made of the bundled one where there is none yet. Throws FILE_*. */
export async function ensureOwnCalendar(library: Library): Promise<{ path: string; created: boolean }> {
  const path = ownCalendarPath(library)
  if (existsSync(path)) return { path, created: false }
  await writeWhole(path, await readFile(bundledCalendarPath(library)))
  record(library, '建立工作日历', HOLIDAY_FILE)
  return { path, created: true }
}

/** Back to the bundled calendar: the office's file gets another name and stays. Throws FILE_*. */
export async function resetCalendar(library: Library): Promise<CalendarView> {
  const path = ownCalendarPath(library)
  if (existsSync(path)) {
    const kept = freePath(dirname(path), '停用的节假日', 'csv')
    try {
      await rename(path, kept)
    } catch (error) {
      throw fileFailure(error, path)
    }
    record(library, '恢复随软件带的工作日历', `原来的文件改名为 ${basename(kept)}`)
  }
  return calendarView(library)
}

function record(library: Library, what: string, subject: string): void {
  append(library.db, { at: library.now(), who: library.operator(), what, subject })
}
