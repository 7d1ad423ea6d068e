import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import type { ImportSessions } from '../services/importing/sessions.ts'
import type { Library } from '../services/library.ts'
import type { LibraryHolder } from '../services/start.ts'
import type { WorkbookReader } from '../services/workspace.ts'
import type { Desktop } from './desktop.ts'
import type { Jobs } from './jobs.ts'
import type { Tickets } from './tickets.ts'

/** What handlers work with. Made once by main; tests make their own. */
export interface HandlerContext {
  holder: LibraryHolder
  desktop: Desktop
  jobs: Jobs
  tickets: Tickets
  reader: WorkbookReader
  emit: (event: AppEvent) => void
  /** The imports under way of the open library. */
  imports(): ImportSessions
  /** Runs work during which nothing may be written by another request. */
  exclusively<T>(reason: string, work: () => Promise<T>): Promise<T>
}

export function libraryOf(context: HandlerContext): Library {
  return context.holder.library()
}

/** Tells the window that a period's data changed. */
export function changed(context: HandlerContext, period: PeriodKey | null): void {
  context.emit({ event: 'changed', period })
}
