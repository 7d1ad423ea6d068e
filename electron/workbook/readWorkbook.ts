import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { ReadInput } from './loadFile.ts'
import { createWorkbookReader, type ReadOptions } from './workbookReader.ts'

/**
 * Reads one workbook of any supported format, by its bytes and not by its suffix, in a thread of its own that is
 * ended on time-out, on cancel and when the memory limit is met. For many files use `createWorkbookReader`.
 * @throws AppError FILE_NOT_FOUND, FILE_LOCKED, FILE_EMPTY, FILE_TOO_LARGE, FILE_UNSUPPORTED, FILE_ENCRYPTED,
 *   FILE_TRUNCATED, FILE_UNREADABLE, FILE_TOO_COMPLEX, FILE_TIMEOUT, CANCELLED
 */
export async function readWorkbook(input: ReadInput, options: ReadOptions = {}): Promise<RawWorkbook> {
  const reader = createWorkbookReader({ limits: options.limits })
  try {
    return await reader.read(input, options)
  } finally {
    await reader.close()
  }
}
