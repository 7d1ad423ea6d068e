import { AppError } from '#shared/appError.ts'
import { rememberSheet } from '#shared/domain/importing/memory/rememberSheet.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { MemoryView } from '#shared/ipc/memory.ts'
import { append } from '#db/repos/auditRepo.ts'
import { getBatch } from '#db/repos/batchRepo.ts'
import { dropMemories, keepMemory, listMemories } from '#db/repos/memoryRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import type { ReadyFile } from './session.ts'

/**
 * Keeps what the clerk answered for the sheets of a file that counts now. To be called inside the transaction that writes
 * its values: an import that is rolled back teaches nothing.
 */
export function rememberSheets(
  library: Library,
  period: PeriodKey,
  batchId: number,
  file: Pick<ReadyFile, 'name' | 'fixes' | 'raw' | 'analysis'>
): void {
  if (!hasAnswers(file.fixes)) return
  // With 复核 on another person writes the batch; the answers are those of the one who imported.
  const by = getBatch(library.db, batchId)?.by ?? library.operator()
  const source = { batchId, at: library.now(), by }
  for (const sheet of file.analysis.sheets) {
    const raw = file.raw.sheets.find((candidate) => candidate.name === sheet.sheet)
    if (raw === undefined) continue
    const memories = listMemories(library.db)
    const request = { sheet, raw, fixes: file.fixes, period, fileName: file.name, memories }
    for (const learnt of rememberSheet(request)) keepMemory(library.db, learnt, source)
  }
}

function hasAnswers({ indicators, classes, emptyWords, sheets }: ReadyFile['fixes']): boolean {
  return [indicators, classes, emptyWords, sheets].some((record) => Object.keys(record).length > 0)
}

/** Newest first. */
export function memoryViews(library: Library): MemoryView[] {
  return listMemories(library.db).map(({ fingerprint: _fingerprint, ...view }) => view)
}

/** Forgets one memory, or all (null). Numbers that were imported with it stay. */
export function forgetMemory(library: Library, id: number | null): number {
  return tx(library.db, () => {
    const found = memoryViews(library).find((memory) => memory.id === id)
    if (id !== null && found === undefined)
      throw new AppError('NOT_FOUND', `没有编号 ${id} 的对应关系，可能已经清除过。`)
    const count = dropMemories(library.db, id)
    if (count > 0) {
      append(library.db, {
        at: library.now(),
        who: library.operator(),
        what: '清除对应关系',
        subject: found === undefined ? `全部 ${count} 份` : `《${found.fileName}》· ${found.sheet}`
      })
    }
    return count
  })
}
