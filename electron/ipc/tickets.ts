import { randomUUID } from 'node:crypto'
import { AppError } from '#shared/appError.ts'

/**
 * Paths that a dialog in main has given, under opaque names. The window can open or show a file that it exported,
 * but can never name a path itself.
 */
export function createTickets() {
  const paths = new Map<string, string>()
  return {
    issue(path: string): string {
      const ticket = randomUUID()
      paths.set(ticket, path)
      return ticket
    },
    pathOf(ticket: string): string {
      const path = paths.get(ticket)
      if (path === undefined)
        throw new AppError('NOT_FOUND', '这个文件是上次启动时导出的，请到导出的文件夹里打开。')
      return path
    }
  }
}
export type Tickets = ReturnType<typeof createTickets>
