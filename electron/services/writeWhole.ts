import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { fileFailure } from './fileFailure.ts'

/** Writes a file that appears whole or not at all: it is written beside its place and renamed. */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`
  try {
    await writeFile(temporary, bytes)
    await rename(temporary, path)
  } catch (error) {
    // What could not be written often cannot be removed either: the first failure is the one to tell.
    await rm(temporary, { force: true }).catch(() => undefined)
    throw fileFailure(error, path)
  }
}
