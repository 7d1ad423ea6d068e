import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'
import { APPLICATION_ID, versionOf } from './applyMigrations.ts'
import { corrupt, newer, notOurs, toDatabaseError } from './databaseErrors.ts'

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1')

function hasSqliteHeader(path: string): boolean {
  const head = Buffer.alloc(MAGIC.length)
  const file = openSync(path, 'r')
  try {
    return readSync(file, head, 0, head.length, 0) === head.length && head.equals(MAGIC)
  } finally {
    closeSync(file)
  }
}

/** Larger files are looked at where they are, bytes. */
const IN_MEMORY_LIMIT = 256 * 1024 * 1024

/**
 * A file without a journal beside it was closed cleanly: it is looked at in memory, because a read-only connection to a
 * WAL database makes `-wal` and `-shm` files and leaves them. With a journal (a kill, or another process at work) SQLite
 * must see the real thing.
 */
function connect(path: string, timeout: number): BetterSqlite.Database {
  const settled = !existsSync(`${path}-wal`) && !existsSync(`${path}-journal`)
  if (!settled || statSync(path).size > IN_MEMORY_LIMIT)
    return new BetterSqlite(path, { readonly: true, timeout })
  const bytes = readFileSync(path)
  // Read and write version of the header: 2 is WAL, which memory cannot have, 1 is the rollback journal.
  if (bytes[18] === 2 && bytes[19] === 2) bytes.fill(1, 18, 20)
  return new BetterSqlite(bytes, { timeout })
}

/**
 * Looks at an existing file before anything writes: a refused file keeps every byte.
 * Throws DB_NOT_OURS, DB_CORRUPT, DB_NEWER, DB_LOCKED, DB_READONLY.
 *
 * @param known number of migrations that this program knows.
 * @returns how many of them the database has had (0: created but never filled).
 */
export function inspectDatabase(path: string, known: number, backupsFolder: string, timeout: number): number {
  let client: BetterSqlite.Database | null = null
  try {
    // Before SQLite sees the file: opening a foreign one could make it look for a journal and "repair" it.
    if (!statSync(path).isFile() || !hasSqliteHeader(path)) throw notOurs(path)
    client = connect(path, timeout)
    const id = Number(client.pragma('application_id', { simple: true }))
    const objects = Number(client.prepare('SELECT count(*) FROM sqlite_master').pluck().get())
    // No id and no table is what a kill during the creation leaves behind: ours to finish.
    const unborn = id === 0 && objects === 0
    if (id !== APPLICATION_ID && !unborn) throw notOurs(path)
    const version = versionOf(client)
    if (version > known) throw newer(path, known, version)
    const check = client.pragma('quick_check(1)', { simple: true })
    if (check !== 'ok') throw corrupt(path, backupsFolder, check)
    return version
  } catch (error) {
    throw toDatabaseError(error, path, backupsFolder)
  } finally {
    client?.close()
  }
}
