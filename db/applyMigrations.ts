import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type BetterSqlite from 'better-sqlite3'
import { AppError } from '#shared/appError.ts'
import { newer } from './databaseErrors.ts'

/** Written into the file's header: tells our databases from other programs' (ASCII "LJSM"). */
export const APPLICATION_ID = 0x4c4a534d

interface Journal {
  entries: { idx: number; tag: string }[]
}

function journalOf(folder: string): Journal['entries'] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal
  return [...journal.entries].sort((a, b) => a.idx - b.idx)
}

/** How many migrations this program knows. */
export function knownVersion(folder: string): number {
  return journalOf(folder).length
}

export function versionOf(client: BetterSqlite.Database): number {
  return Number(client.pragma('user_version', { simple: true }))
}

/**
 * Brings a database to the newest schema; the only way in which migrations run. `user_version` counts those applied.
 *
 * Foreign keys go off outside the transaction: SQLite ignores the pragma inside one, and a table rebuild (create, copy,
 * drop, rename) would then delete child rows through ON DELETE CASCADE. drizzle's own migrator runs the pragma inside
 * its transaction, which is why it is not used (drizzle-orm#5782).
 *
 * @param beforeFirst called before the first change when there is something to lose; returns the backup's path.
 * @throws AppError DB_NEWER (nothing written), MIGRATION_FAILED (rolled back; `details.backup` names the copy).
 */
export function applyMigrations(
  client: BetterSqlite.Database,
  folder: string,
  beforeFirst: () => string | null = () => null
): { from: number; to: number } {
  const entries = journalOf(folder)
  const from = versionOf(client)
  if (from > entries.length) throw newer(client.name, entries.length, from)
  const pending = entries.slice(from)
  if (pending.length === 0) return { from, to: from }

  if (client.inTransaction) throw new Error('migrations need a connection without an open transaction')
  const backup = from === 0 ? null : beforeFirst()
  client.pragma('foreign_keys = OFF')
  try {
    client.transaction(() => {
      for (const entry of pending) {
        const sql = readFileSync(join(folder, `${entry.tag}.sql`), 'utf8')
        for (const statement of sql.split('--> statement-breakpoint')) {
          if (statement.trim() !== '') client.exec(statement)
        }
      }
      // Inside the transaction: what these find must not be committed.
      const orphans = client.pragma('foreign_key_check') as unknown[]
      if (orphans.length > 0) throw new Error(`foreign_key_check: ${orphans.length} orphaned rows`)
      const check = client.pragma('quick_check(1)', { simple: true })
      if (check !== 'ok') throw new Error(`quick_check: ${String(check)}`)
      client.pragma(`application_id = ${APPLICATION_ID}`)
      client.pragma(`user_version = ${entries.length}`)
    })()
  } catch (error) {
    throw migrationFailed(client.name, backup, error)
  } finally {
    client.pragma('foreign_keys = ON')
  }
  return { from, to: entries.length }
}

function migrationFailed(path: string, backup: string | null, cause: unknown): AppError {
  return new AppError(
    'MIGRATION_FAILED',
    '升级数据库没有成功，数据保持原样。',
    {
      place: { file: path },
      action:
        backup === null
          ? '请重新启动再试；仍不行请联系维护人员。'
          : `升级前的备份在 ${backup}，请用原来的版本打开，或联系维护人员。`,
      backup,
      technical: String(cause)
    },
    { cause }
  )
}
