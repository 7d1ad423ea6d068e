import { AppError } from '#shared/appError.ts'
import type { EvidenceAdded, EvidenceCheck, EvidenceView } from '#shared/ipc/evidence.ts'
import { append } from '#db/repos/auditRepo.ts'
import {
  endEvidence,
  evidenceOfSubject,
  getEvidence,
  linkEvidence,
  liveEvidence,
  relinkEvidence,
  subjectNames,
  type EvidenceRow,
  type EvidenceSubject
} from '#db/repos/evidenceRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { copyIn, dropUnused, isProgram, sourceName, type CopiedIn, type EvidenceSource } from './copyIn.ts'
import { copyPath, copyState, evidenceFolder } from './evidenceStore.ts'
import { assertRemovable, requireSubject } from './evidenceSubjects.ts'

export type { EvidenceSubject }

export interface EvidenceJob {
  signal?: AbortSignal
  progress?: (label: string, done: number, total: number) => void
}

/** Evidence of one subject, with whether its copy is still there. */
export function evidenceOf(library: Library, subject: EvidenceSubject, id: number): EvidenceView[] {
  return evidenceOfSubject(library.db, subject, id).map((row) => viewOf(library, row))
}

function viewOf(library: Library, row: EvidenceRow): EvidenceView {
  const { id, fileName, bytes, addedAt, addedBy } = row
  return { id, fileName, bytes, addedAt, addedBy, state: copyState(library, row) }
}

/** How many files of a kind of subject are gone or of another size; their contents are not read. */
export function missingEvidence(library: Library, subject: EvidenceSubject): number {
  return liveEvidence(library.db).filter(
    (row) => row.subject === subject && copyState(library, row, 'QUICK') !== 'PRESENT'
  ).length
}

/** Keeps copies of files and links them to a subject: all or none. Throws FILE_*, NOT_FOUND, CANCELLED. */
export async function addEvidence(
  library: Library,
  subject: EvidenceSubject,
  id: number,
  sources: readonly EvidenceSource[],
  job: EvidenceJob = {}
): Promise<EvidenceAdded> {
  requireSubject(library, subject, id)
  const copies: CopiedIn[] = []
  try {
    for (const [index, source] of sources.entries()) {
      job.progress?.(`复制佐证材料：${sourceName(source)}`, index, sources.length)
      copies.push(await copyIn(library, source, job.signal))
    }
  } catch (error) {
    await dropUnused(library, copies)
    throw error
  }
  return tx(library.db, () => link(library, subject, id, copies))
}

function link(
  library: Library,
  subject: EvidenceSubject,
  subjectId: number,
  copies: readonly CopiedIn[]
): EvidenceAdded {
  const name = requireSubject(library, subject, subjectId)
  const known = new Set(evidenceOfSubject(library.db, subject, subjectId).map(({ sha256 }) => sha256))
  const already: string[] = []
  const added: string[] = []
  for (const { fileName, sha256, bytes } of copies) {
    if (known.has(sha256)) {
      already.push(fileName)
      continue
    }
    known.add(sha256)
    added.push(fileName)
    linkEvidence(library.db, {
      ...{ subject, subjectId, fileName, sha256, bytes },
      at: library.now(),
      by: library.operator()
    })
  }
  if (added.length > 0) record(library, '添加佐证材料', name, added.join('、'))
  return { evidence: evidenceOf(library, subject, subjectId), added: added.length, already }
}

/** Path of a copy, for opening it. Throws NOT_FOUND where it is gone or no longer what was added. */
export function evidencePath(library: Library, linkId: number, purpose: 'OPEN' | 'SHOW'): string {
  const row = requireLink(library, linkId)
  const state = copyState(library, row)
  if (state === 'MISSING') throw gone(row.fileName, '的文件不见了，可能被移走或删除。')
  if (state === 'CHANGED') throw gone(row.fileName, '的文件内容变了，不再是当时添加的那一份。')
  if (purpose === 'OPEN' && isProgram(row.fileName))
    throw new AppError('FILE_UNSUPPORTED', '这是程序或脚本，不从这里打开。')
  return copyPath(library, row)
}

function gone(fileName: string, what: string): AppError {
  return new AppError('NOT_FOUND', `佐证材料「${fileName}」${what}`, {
    action: '请点「重新指定」，选原来的文件。'
  })
}

/** Takes a file away from what it is about; its copy and the record stay. Throws NOT_FOUND, CONFLICT. */
export function removeEvidence(library: Library, linkId: number): EvidenceView[] {
  return tx(library.db, () => {
    const row = requireLink(library, linkId)
    assertRemovable(library, row.subject, row.subjectId)
    const name = requireSubject(library, row.subject, row.subjectId)
    if (!row.ended) {
      endEvidence(library.db, linkId, library.now(), library.operator())
      record(library, '撤下佐证材料', name, row.fileName)
    }
    return evidenceOf(library, row.subject, row.subjectId)
  })
}

/** Undoes `removeEvidence`. */
export function restoreEvidence(library: Library, linkId: number): EvidenceView[] {
  return tx(library.db, () => {
    const row = requireLink(library, linkId)
    const name = requireSubject(library, row.subject, row.subjectId)
    const there = evidenceOfSubject(library.db, row.subject, row.subjectId)
    if (row.ended && !there.some(({ sha256 }) => sha256 === row.sha256)) {
      relinkEvidence(library.db, row, library.now(), library.operator())
      record(library, '恢复佐证材料', name, row.fileName)
    }
    return evidenceOf(library, row.subject, row.subjectId)
  })
}

/**
 * Puts back a copy that is gone or changed. The file must be the one that was added, byte for byte: anything else is new
 * evidence. Throws CONFLICT where it is not.
 */
export async function replaceEvidence(
  library: Library,
  linkId: number,
  path: string,
  job: EvidenceJob = {}
): Promise<EvidenceView[]> {
  const row = requireLink(library, linkId)
  const copy = await copyIn(library, { path }, job.signal)
  if (copy.sha256 !== row.sha256) {
    await dropUnused(library, [copy])
    throw new AppError(
      'CONFLICT',
      `「${copy.fileName}」不是当时添加的「${row.fileName}」，内容不一样，没有替换。`,
      {
        action: '请选原来的文件；要用新的文件，请另外添加。'
      }
    )
  }
  // Picked under a name with another suffix, the copy lies elsewhere: this one is for the name of the link.
  if (copyState(library, row) !== 'PRESENT') await copyIn(library, { name: row.fileName, path }, job.signal)
  const name = requireSubject(library, row.subject, row.subjectId)
  record(library, '重新指定佐证材料', name, row.fileName)
  return evidenceOf(library, row.subject, row.subjectId)
}

/** Reads every copy through: what is gone or changed, and what it is about. Also tells what a restored database misses. */
export async function checkEvidence(library: Library, job: EvidenceJob = {}): Promise<EvidenceCheck> {
  const rows = liveEvidence(library.db)
  const names = new Map<EvidenceSubject, Map<number, string>>()
  const damaged: EvidenceCheck['damaged'] = []
  for (const [index, row] of rows.entries()) {
    job.progress?.('核对佐证材料', index, rows.length)
    // Lets the cancel come in between two files.
    await new Promise((resolve) => setImmediate(resolve))
    if (job.signal?.aborted === true) throw new AppError('CANCELLED', '已取消核对。')
    const view = viewOf(library, row)
    if (view.state === 'PRESENT') continue
    const { subject, subjectId } = row
    const known = names.get(subject) ?? subjectNames(library.db, subject)
    names.set(subject, known)
    damaged.push({ ...view, subject, subjectId, subjectName: known.get(subjectId) ?? '' })
  }
  return { checked: rows.length, damaged, folder: evidenceFolder(library) }
}

function requireLink(library: Library, linkId: number): EvidenceRow {
  const row = getEvidence(library.db, linkId)
  if (row === null) throw new AppError('NOT_FOUND', '没有找到这份佐证材料。', { action: '请刷新后再试。' })
  return row
}

function record(library: Library, what: string, subject: string, after: string): void {
  append(library.db, { at: library.now(), who: library.operator(), what, subject, after })
}
