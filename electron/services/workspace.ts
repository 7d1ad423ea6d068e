import { createWorkbookReader, type WorkbookReader } from '../workbook/workbookReader.ts'
import { createImportSessions, type ImportSessions } from './importing/sessions.ts'
import { openLibrary, type Library, type OpenLibraryOptions } from './library.ts'

export type { WorkbookReader }

/** A library with its reader and imports: what the command line, the demo and tests work on. */
export interface Workspace {
  library: Library
  reader: WorkbookReader
  imports: ImportSessions
  close(): Promise<void>
}

export function startReader(): WorkbookReader {
  return createWorkbookReader()
}

export function openWorkspace(options: OpenLibraryOptions): Workspace {
  const library = openLibrary(options)
  const reader = startReader()
  return {
    library,
    reader,
    imports: createImportSessions(library, reader),
    async close() {
      await reader.close()
      library.db.close()
    }
  }
}
