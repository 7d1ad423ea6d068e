import { basename, dirname } from 'node:path'
import { exportScheme, schemeFileName, type SchemeFileFormat } from '../../services/schemeFiles.ts'
import { libraryOf, type HandlerContext } from '../handlerContext.ts'

/** Asks where to, writes the scheme there, and gives the window a ticket for the file; null when cancelled. */
export async function saveScheme(
  context: HandlerContext,
  title: string,
  definition: Record<string, unknown>,
  format: SchemeFileFormat
): Promise<{ ticket: string; fileName: string; folder: string } | null> {
  const { name, extension } = schemeFileName(title, format)
  const path = await context.desktop.saveAs(name, extension)
  if (path === null) return null
  await exportScheme(libraryOf(context), title, definition, path, format)
  return { ticket: context.tickets.issue(path), fileName: basename(path), folder: dirname(path) }
}
