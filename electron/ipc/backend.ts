import type { AppEvent } from '#shared/ipc/events.ts'
import { createImportSessions, type ImportSessions } from '../services/importing/sessions.ts'
import type { Library } from '../services/library.ts'
import type { LibraryHolder } from '../services/start.ts'
import type { WorkbookReader } from '../services/workspace.ts'
import type { Desktop } from './desktop.ts'
import { allHandlers } from './handlers/all.ts'
import type { HandlerContext } from './handlerContext.ts'
import { createJobs } from './jobs.ts'
import { createRouter } from './router.ts'
import { createTickets } from './tickets.ts'

export interface BackendOptions {
  holder: LibraryHolder
  reader: WorkbookReader
  desktop: Desktop
  emit: (event: AppEvent) => void
  onUnexpected: (route: string, error: unknown) => void
  checkOutput?: boolean
}

/** Router, jobs and import sessions wired together: everything behind the window, without Electron. */
export function createBackend(options: BackendOptions) {
  let exclusive: string | null = null
  let sessions: { library: Library; imports: ImportSessions } | null = null
  const jobs = createJobs(options.emit)
  const context: HandlerContext = {
    holder: options.holder,
    desktop: options.desktop,
    jobs,
    tickets: createTickets(),
    reader: options.reader,
    emit: options.emit,
    imports() {
      const library = options.holder.library()
      // A restored library is another one: imports that were under way against the old one are gone.
      if (sessions?.library !== library)
        sessions = { library, imports: createImportSessions(library, options.reader) }
      return sessions.imports
    },
    async exclusively(reason, work) {
      exclusive = reason
      try {
        return await work()
      } finally {
        exclusive = null
      }
    }
  }
  const invoke = createRouter({
    handlers: allHandlers(context),
    writeBlocked: () => exclusive,
    onUnexpected: options.onUnexpected,
    ...(options.checkOutput === undefined ? {} : { checkOutput: options.checkOutput })
  })
  return { invoke, cancel: (job: string) => jobs.cancel(job) }
}
