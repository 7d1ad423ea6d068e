import { basename, parse } from 'node:path'
import { AppError } from '#shared/appError.ts'
import { append } from '#db/repos/auditRepo.ts'
import { batchFacts, problemsOfBatch, type BatchRow } from '#db/repos/batchRepo.ts'
import { fileOfBatch, sourceOfBatch } from '#db/repos/batchSourceRepo.ts'
import { rejectedWorkbook, type RejectedWorkbook } from '../../reports/rejected/rejectedWorkbook.ts'
import { safeFileName } from '../../reports/safeFileName.ts'
import { freePath } from '../freePath.ts'
import type { Library } from '../library.ts'
import { writeWhole } from '../writeWhole.ts'
import { requireBatch } from './history.ts'
import { returnedStem } from './returnedName.ts'
import type { BatchMapping } from './writeBatch.ts'

export interface ReturnedWorkbook extends RejectedWorkbook {
  batch: BatchRow
}

/**
 * The workbook that goes back to its department: the original layout with what was left out marked, a column of reasons
 * and an explanation. Throws NOT_FOUND (no such batch) or CONFLICT (nothing was left out).
 */
export async function returnedWorkbook(library: Library, batchId: number): Promise<ReturnedWorkbook> {
  const batch = requireBatch(library, batchId)
  const problems = problemsOfBatch(library.db, batchId)
  const raw = sourceOfBatch(library.db, batchId)
  if (raw === null || !problems.some((problem) => problem.level === 'error')) {
    throw new AppError('CONFLICT', `《${batch.fileName}》没有退回的内容：所有格都导入了。`)
  }
  const written = await rejectedWorkbook({
    raw,
    original: fileOfBatch(library.db, batchId),
    problems,
    headers: headerRows(batchFacts(library.db, batchId)!.mapping as Partial<BatchMapping[number]>[]),
    at: new Date(batch.at)
  })
  return { batch, ...written }
}

/** Last header line of each table, by sheet. Batches of earlier versions know only the first table. */
function headerRows(mapping: readonly Partial<BatchMapping[number]>[]): Map<string, number[]> {
  return new Map(
    mapping.map(({ sheet, header, tables }) => [
      sheet ?? '',
      [...(header == null ? [] : [header.last]), ...(tables ?? []).map((table) => table.header.last)]
    ])
  )
}

/** The name that a dialog proposes: `考核表（退回）`, safe on Windows. */
export function returnedName(batch: BatchRow, extension: string): string {
  return safeFileName(returnedStem(batch.fileName), extension)
}

/** Writes one workbook to send back. */
export async function writeReturned(
  library: Library,
  { batch, bytes }: ReturnedWorkbook,
  path: string
): Promise<void> {
  await writeWhole(path, bytes)
  logWritten(library, '导出退回表', batch, path)
}

/** Writes the workbooks of several batches into a folder without overwriting anything; paths in order. */
export async function writeAllReturned(
  library: Library,
  batchIds: readonly number[],
  folder: string
): Promise<string[]> {
  // All are made before the first is written: one that fails leaves no half of them behind.
  const made: ReturnedWorkbook[] = []
  for (const id of batchIds) {
    if (requireBatch(library, id).counts.left > 0) made.push(await returnedWorkbook(library, id))
  }
  if (made.length === 0) throw new AppError('CONFLICT', '这次导入没有退回的内容：所有格都导入了。')
  const paths: string[] = []
  for (const workbook of made) {
    const path = freePath(folder, returnedStem(workbook.batch.fileName), workbook.extension)
    await writeReturned(library, workbook, path)
    paths.push(path)
  }
  return paths
}

/** The file as it was handed in. Throws NOT_FOUND, and CONFLICT where only its cells were kept. */
export function keptFile(library: Library, batchId: number): { batch: BatchRow; bytes: Uint8Array } {
  const batch = requireBatch(library, batchId)
  const bytes = fileOfBatch(library.db, batchId)
  if (bytes === null) {
    throw new AppError(
      'CONFLICT',
      `《${batch.fileName}》的原文件没有存下来（太大，或是早先的版本导入的）。`,
      {
        action: '每个格的内容都在「看详情」里；需要原文件请向报送单位要。'
      }
    )
  }
  return { batch, bytes }
}

/** The name that a dialog proposes: the file's own, also for one that came without a suffix. */
export function keptName({ fileName }: BatchRow): { name: string; extension: string } {
  const { name, ext } = parse(fileName)
  const extension = ext === '' ? 'xlsx' : ext.slice(1)
  return { name: safeFileName(name, extension), extension }
}

/** Writes the kept bytes. */
export async function writeKept(
  library: Library,
  { batch, bytes }: { batch: BatchRow; bytes: Uint8Array },
  path: string
): Promise<void> {
  await writeWhole(path, bytes)
  logWritten(library, '另存原表', batch, path)
}

function logWritten(library: Library, what: string, batch: BatchRow, path: string): void {
  if (library.db.readOnly) return
  append(library.db, {
    at: library.now(),
    who: library.operator(),
    what,
    subject: `${batch.period} · ${batch.fileName}`,
    after: basename(path)
  })
}
