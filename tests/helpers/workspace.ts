import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach } from 'vitest'
import { libraryPaths } from '#electron/services/library.ts'
import { openWorkspace, type Workspace } from '#electron/services/workspace.ts'

export const PROJECT = resolve(import.meta.dirname, '../..')

const cleanups: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

/** A folder that is removed after the test. */
export function temporaryFolder(prefix = 'liangji-test-'): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

/** A fresh library in a temporary folder, on a clock that stands still. */
export function freshWorkspace(folder = temporaryFolder()): Workspace {
  const workspace = openWorkspace({
    paths: libraryPaths(folder, PROJECT),
    appVersion: '0.0.0-test',
    create: true,
    now: () => new Date('2026-10-09T01:12:00Z')
  })
  cleanups.push(() => workspace.close())
  return workspace
}
