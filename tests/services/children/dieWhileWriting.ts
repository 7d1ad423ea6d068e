import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { libraryPaths } from '#electron/services/library.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { undoImport } from '#electron/services/importing/history.ts'
import { reviewBatch } from '#electron/services/importing/review.ts'
import { openWorkspace } from '#electron/services/workspace.ts'

/**
 * Imports a file, undoes a batch or approves one, and kills itself once so many rows have been written, or after the
 * commit (`end`). Prints how many rows it wrote.
 */
const [folder, product, action, subject, at] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string
]
const { library, imports } = openWorkspace({
  paths: libraryPaths(folder, product),
  appVersion: '0.0.0-test',
  now: () => new Date('2026-10-10T01:12:00Z')
})
const { client } = library.db

const actions: Record<string, () => Promise<() => unknown>> = {
  import: async () => {
    const source = { name: basename(subject), bytes: new Uint8Array(readFileSync(subject)) }
    const session = await imports.add('2026Q3', null, [source])
    return () => commitSession(library, session, true)
  },
  undo: () => Promise.resolve(() => undoImport(library, Number(subject))),
  approve: () =>
    Promise.resolve(() => reviewBatch(library, { batch: Number(subject), decision: 'APPROVED', by: '李四' }))
}
const work = await actions[action]!()

let written = 0
client.function('tick', () => {
  written += 1
  if (written === Number(at)) process.kill(process.pid, 'SIGKILL')
  return 0
})
const tables = client
  .prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '!_!_%' ESCAPE '!' AND name NOT LIKE 'sqlite%'"
  )
  .pluck()
  .all() as string[]
for (const table of tables) {
  for (const change of ['INSERT', 'UPDATE', 'DELETE']) {
    client.exec(
      `CREATE TEMP TRIGGER "tick_${table}_${change}" AFTER ${change} ON main."${table}" BEGIN SELECT tick(); END`
    )
  }
}
work()
console.log(written)
if (at === 'end') process.kill(process.pid, 'SIGKILL')
process.exit(0)
