import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { AppError } from '#shared/appError.ts'
import { APPLICATION_ID } from './applyMigrations.ts'
import { freeBackupPath, readBackupName, type BackupInfo } from './backupName.ts'

/** Suffix of a copy that is still being written or checked. */
export const PARTIAL = '.partial'

type RowCounts = Record<string, number>

/** Rows of every table of the product. */
export function countRows(client: BetterSqlite.Database): RowCounts {
  const tables = client
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((name) => [
      name,
      Number(
        client
          .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
          .pluck()
          .get()
      )
    ])
  )
}

/**
 * Opens a copy and reads all of it: a copy that was never read is a hope, not a backup.
 * Throws BACKUP_FAILED; `expected` are the rows that must be there.
 */
export function verifyBackup(path: string, expected?: RowCounts): void {
  let client: BetterSqlite.Database | null = null
  try {
    client = new BetterSqlite(path, { readonly: true })
    if (Number(client.pragma('application_id', { simple: true })) !== APPLICATION_ID)
      throw new Error('not our application_id')
    const result = client.pragma('integrity_check(1)', { simple: true })
    if (result !== 'ok') throw new Error(String(result))
    if (expected !== undefined && JSON.stringify(countRows(client)) !== JSON.stringify(expected)) {
      throw new Error('row counts differ from the database')
    }
  } catch (error) {
    throw new AppError(
      'BACKUP_FAILED',
      `备份文件「${basename(path)}」没有通过完整性检查，不能使用。`,
      { place: { file: path }, action: '请改用另一份备份。', technical: String(error) },
      { cause: error }
    )
  } finally {
    client?.close()
  }
}

/** Makes a fresh copy one self-contained file (no WAL beside it), checks it, and only then gives it its name. */
export function publishCopy(temporary: string, path: string, expected: RowCounts): BackupInfo {
  const client = new BetterSqlite(temporary)
  try {
    client.pragma('journal_mode = DELETE')
  } finally {
    client.close()
  }
  verifyBackup(temporary, expected)
  flushToDisk(temporary)
  renameSync(temporary, path)
  return readBackupName(path)!
}

/** A rename may reach the disk before the bytes do: these must be there first. */
export function flushToDisk(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Removes an unfinished copy with what SQLite put beside it. */
export function dropPartial(temporary: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(temporary + suffix, { force: true })
}

/** BACKUP_FAILED for whatever went wrong while copying. */
export function backupFailed(folder: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  return new AppError(
    'BACKUP_FAILED',
    '备份没有成功，要做的操作也没有进行。',
    {
      place: { file: folder },
      action: '请检查磁盘空间和备份文件夹的权限，再试一次。',
      technical: String(cause)
    },
    { cause }
  )
}

/** A verified copy at once, for moments that cannot wait: before a migration or a restore. Throws BACKUP_FAILED. */
export function copyNow(client: BetterSqlite.Database, folder: string, reason: string, at: Date): BackupInfo {
  let temporary: string | null = null
  try {
    const path = freeBackupPath(folder, at, reason)
    temporary = path + PARTIAL
    dropPartial(temporary)
    client.prepare('VACUUM INTO ?').run(temporary)
    return publishCopy(temporary, path, countRows(client))
  } catch (error) {
    if (temporary !== null) dropPartial(temporary)
    throw backupFailed(folder, error)
  }
}

/** The copy before a migration. */
export function copyBeforeMigration(client: BetterSqlite.Database, folder: string): string {
  return copyNow(client, folder, '升级前', new Date()).path
}
