import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { AppError } from '#shared/appError.ts'
import { isKnownFile } from '#db/repos/evidenceRepo.ts'
import { fileFailure } from '../fileFailure.ts'
import type { Library } from '../library.ts'
import { copyPath, copyState, evidenceFolder } from './evidenceStore.ts'

/** A file that shall be kept: on the disk, or as dropped bytes. */
export type EvidenceSource = { path: string; name?: string } | { name: string; bytes: Uint8Array }

/** 200 MB: scans and photographs, not films. */
export const MAX_EVIDENCE_BYTES = 200 * 1024 * 1024

/** Opened with a click, these would run on the office's machine. */
const PROGRAMS = new Set(
  '.exe .com .bat .cmd .scr .msi .ps1 .vbs .vbe .js .jse .wsf .wsh .hta .lnk .reg .jar .pif .cpl .dll .url'.split(
    ' '
  )
)

/** Whether the system would run a file of this name instead of showing it. */
export function isProgram(fileName: string): boolean {
  return PROGRAMS.has(extname(fileName).toLowerCase())
}

export interface CopiedIn {
  fileName: string
  sha256: string
  bytes: number
  /** The copy is new; null where the same file was there. */
  created: string | null
}

export function sourceName(source: EvidenceSource): string {
  return 'path' in source ? (source.name ?? basename(source.path)) : source.name
}

/**
 * Copies a file beside the database under its hash: it is written whole beside its place and renamed. The same file is
 * kept once; a copy that was damaged is put right.
 * @throws AppError FILE_TOO_LARGE, FILE_EMPTY, FILE_UNSUPPORTED (programs), FILE_*, CANCELLED
 */
export async function copyIn(
  library: Library,
  source: EvidenceSource,
  signal?: AbortSignal
): Promise<CopiedIn> {
  const fileName = sourceName(source)
  const place = { file: fileName }
  if (isProgram(fileName)) {
    throw new AppError('FILE_UNSUPPORTED', '这是程序或脚本，不能作佐证材料，没有添加。', {
      place,
      action: '请换成文档、图片或压缩包。'
    })
  }
  checkSize(await sizeOf(source), place)
  const folder = evidenceFolder(library)
  const temporary = join(folder, `${randomUUID()}.tmp`)
  try {
    await mkdir(folder, { recursive: true })
    const { sha256, bytes } = await writeHashed(source, temporary, signal)
    checkSize(bytes, place)
    const row = { sha256, bytes, fileName }
    if (copyState(library, row) === 'PRESENT') {
      await rm(temporary, { force: true })
      return { ...row, created: null }
    }
    const target = copyPath(library, row)
    await mkdir(dirname(target), { recursive: true })
    await rename(temporary, target)
    return { ...row, created: target }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error instanceof AppError ? error : fileFailure(error, fileName)
  }
}

async function sizeOf(source: EvidenceSource): Promise<number> {
  if (!('path' in source)) return source.bytes.length
  try {
    const { size } = await stat(source.path)
    return size
  } catch (error) {
    throw fileFailure(error, source.path)
  }
}

function checkSize(bytes: number, place: { file: string }): void {
  if (bytes === 0) {
    throw new AppError('FILE_EMPTY', '文件是空的，没有添加。', { place, action: '请核对后重新选择。' })
  }
  if (bytes > MAX_EVIDENCE_BYTES) {
    const mega = Math.ceil(bytes / 1024 / 1024)
    throw new AppError('FILE_TOO_LARGE', `文件有 ${mega} MB，佐证材料每份不超过 200 MB，没有添加。`, {
      place,
      action: '请压缩、拆开，或只截取有关的部分。'
    })
  }
}

async function writeHashed(
  source: EvidenceSource,
  target: string,
  signal?: AbortSignal
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const input = 'path' in source ? createReadStream(source.path) : Readable.from([source.bytes])
  const file = await open(target, 'wx')
  try {
    for await (const piece of input as AsyncIterable<Uint8Array>) {
      if (signal?.aborted === true) throw new AppError('CANCELLED', '已取消，没有添加佐证材料。')
      hash.update(piece)
      bytes += piece.length
      await file.writeFile(piece)
    }
    // Its row in the database must not outlive a power cut that the file does not.
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Removes fresh copies that nothing refers to: the rest of an action that failed. */
export async function dropUnused(library: Library, copies: readonly CopiedIn[]): Promise<void> {
  for (const { created, sha256 } of copies) {
    if (created === null || isKnownFile(library.db, sha256)) continue
    // What cannot be removed is only space: the failure before it is the one to tell.
    await rm(created, { force: true }).catch(() => undefined)
  }
}
