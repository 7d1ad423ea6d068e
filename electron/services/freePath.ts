import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { safeFileName, safeName } from '../reports/safeFileName.ts'

/** A path in a folder at which nothing stands: `name`, else `name 2`, `name 3` …, safe on Windows. */
export function freePath(folder: string, name: string, extension: string): string {
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, safeFileName(copy === 1 ? name : `${name} ${copy}`, extension))
    if (!existsSync(path)) return path
  }
}

/** The path of a folder that is not there yet, below `parent`. */
export function freeFolder(parent: string, name: string): string {
  for (let copy = 1; ; copy += 1) {
    const path = join(parent, safeName(copy === 1 ? name : `${name} ${copy}`))
    if (!existsSync(path)) return path
  }
}
