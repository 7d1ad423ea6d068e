import { execFile } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { importHistory } from '#electron/services/importing/history.ts'
import { libraryPaths } from '#electron/services/library.ts'
import { changeSettings } from '#electron/services/settings.ts'
import { openWorkspace, type Workspace } from '#electron/services/workspace.ts'
import { CSV_PERIOD as PERIOD, emptyOffice, importCsv, officeCsv } from '../helpers/csvImport.ts'
import { CHILD_ENV } from '../helpers/liangji.ts'
import { freshWorkspace, PROJECT, temporaryFolder } from '../helpers/workspace.ts'

const exec = promisify(execFile)
const FIRST = officeCsv({ a: ['75', '36'], b: ['70', '34'], c: ['60', '30'], 丙科: ['1', '1'] })
const SECOND = officeCsv({ a: ['75', '35'], b: ['/', '34'], c: ['61', '30'], d: ['45', '28'] })

/** Everything that the database holds, as text. */
function contents({ library }: Workspace): string {
  const { client } = library.db
  const tables = client
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .pluck()
    .all() as string[]
  return JSON.stringify(tables.map((table) => [table, client.prepare(`SELECT * FROM "${table}"`).all()]))
}

function open(folder: string): Workspace {
  const workspace = openWorkspace({ paths: libraryPaths(folder, PROJECT), appVersion: '0.0.0-test' })
  onTestFinished(() => workspace.close())
  return workspace
}

/** Runs the child to its end, however that comes; the number of rows that it said it had written. */
async function child(folder: string, action: string, subject: string, at: number | 'end' | 'never') {
  const script = join(import.meta.dirname, 'children/dieWhileWriting.ts')
  const run = exec(process.execPath, [script, folder, PROJECT, action, subject, String(at)], {
    env: CHILD_ENV
  })
  return run.then(
    ({ stdout }) => ({ signal: null, written: Number(stdout) }),
    (error: { signal: string | null; stderr: string }) => {
      if (error.signal !== 'SIGKILL') throw new Error(error.stderr)
      return { signal: error.signal, written: null }
    }
  )
}

function copied(folder: string): string {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** A library as it lies on disk before the action, and what the action is about. */
const CASES = {
  'an import': {
    action: 'import',
    prepare: async (workspace: Workspace, folder: string) => {
      await importCsv(workspace, { '一.csv': FIRST })
      writeFileSync(join(folder, '二.csv'), SECOND)
      return join(folder, '二.csv')
    }
  },
  'an undo': {
    action: 'undo',
    prepare: async (workspace: Workspace) => {
      await importCsv(workspace, { '一.csv': FIRST })
      return String((await importCsv(workspace, { '二.csv': SECOND }))[0]!.batchId)
    }
  },
  'an approval': {
    action: 'approve',
    prepare: async (workspace: Workspace) => {
      await importCsv(workspace, { '一.csv': FIRST })
      changeSettings(workspace.library, { reviewImports: true, operator: '张三' })
      return String((await importCsv(workspace, { '二.csv': SECOND }))[0]!.batchId)
    }
  }
}

describe.each(Object.entries(CASES))('kill -9 in %s', (_name, { action, prepare }) => {
  let before: { folder: string; subject: string; contents: string }
  let after: { contents: string; written: number }

  beforeAll(async () => {
    const folder = temporaryFolder()
    const workspace = emptyOffice(freshWorkspace(folder))
    const subject = await prepare(workspace, folder)
    before = { folder, subject, contents: contents(workspace) }
    await workspace.close()
  }, 120_000)

  it('leaves all of it or nothing, in a sound database that goes on working', async () => {
    const whole = copied(before.folder)
    const { written } = await child(whole, action, before.subject, 'never')
    after = { contents: contents(open(whole)), written: written! }
    expect(after.contents).not.toBe(before.contents)
    expect(after.written).toBeGreaterThan(5)

    const random = Array.from({ length: 2 }, () => 1 + Math.floor(Math.random() * after.written))
    for (const at of [1, ...random, after.written, 'end'] as const) {
      const folder = copied(before.folder)
      expect((await child(folder, action, before.subject, at)).signal, `killed at ${at}`).toBe('SIGKILL')
      const workspace = open(folder)
      const { client } = workspace.library.db
      expect(client.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(client.pragma('foreign_key_check')).toEqual([])
      expect(contents(workspace), `killed at ${at} of ${after.written}`).toBe(
        at === 'end' ? after.contents : before.contents
      )
      expect(importHistory(workspace.library, PERIOD).length).toBeGreaterThan(0)
      // Once is enough to see that what was broken off can be done again.
      if (at !== after.written) continue
      await workspace.close()
      await child(folder, action, before.subject, 'never')
      expect(contents(open(folder)), 'done again').toBe(after.contents)
    }
  }, 300_000)
})
