import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { EvidenceRow } from '#db/repos/evidenceRepo.ts'
import type { Library } from '../library.ts'

/** Folder beside the database that holds the copies. */
export function evidenceFolder(library: Library): string {
  return join(dirname(library.paths.database), 'evidence')
}

/** Where the copy of a file lies: by its hash, with the suffix of its name, so that Windows can open it. */
export function copyPath(
  library: Library,
  { sha256, fileName }: Pick<EvidenceRow, 'sha256' | 'fileName'>
): string {
  return join(evidenceFolder(library), sha256.slice(0, 2), `${sha256}${suffixOf(fileName)}`)
}

/** A suffix that is safe in a path: letters and digits only, '' otherwise. */
function suffixOf(fileName: string): string {
  const suffix = extname(fileName).toLowerCase()
  return /^\.[a-z0-9]{1,10}$/.test(suffix) ? suffix : ''
}

/** Copies whose hash was found right, as they were then: path → size and time of change. */
const checked = new Map<string, { size: number; mtimeMs: number; sha256: string }>()

/**
 * Whether a copy is there and still what it was. QUICK looks at its size only; otherwise it is read through, once as long
 * as neither size nor time of change differ.
 */
export function copyState(
  library: Library,
  row: Pick<EvidenceRow, 'sha256' | 'fileName' | 'bytes'>,
  how: 'QUICK' | 'WHOLE' = 'WHOLE'
): 'PRESENT' | 'MISSING' | 'CHANGED' {
  const path = copyPath(library, row)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined || !stat.isFile()) return 'MISSING'
  if (stat.size !== row.bytes) return 'CHANGED'
  if (how === 'QUICK') return 'PRESENT'
  const known = checked.get(path)
  if (known !== undefined && known.size === stat.size && known.mtimeMs === stat.mtimeMs)
    return known.sha256 === row.sha256 ? 'PRESENT' : 'CHANGED'
  const sha256 = hashOfFile(path)
  if (sha256 === null) return 'MISSING'
  checked.set(path, { size: stat.size, mtimeMs: stat.mtimeMs, sha256 })
  return sha256 === row.sha256 ? 'PRESENT' : 'CHANGED'
}

/** Null where the file cannot be read. Read in pieces: evidence may be large. */
function hashOfFile(path: string): string | null {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(1 << 20)
  try {
    const file = openSync(path, 'r')
    try {
      for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
        hash.update(buffer.subarray(0, read))
      }
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
  return hash.digest('hex')
}
