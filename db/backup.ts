import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { AppError, isAppError } from '#shared/appError.ts'
import {
  backupFailed,
  copyNow,
  countRows,
  dropPartial,
  flushToDisk,
  PARTIAL,
  publishCopy,
  verifyBackup
} from './backupCopy.ts'
import { compareBackups, freeBackupPath, readBackupName, type BackupInfo } from './backupName.ts'
import { chooseExpired, DEFAULT_KEEP, type KeepPolicy } from './backupRetention.ts'
import { errorCode, locked, toDatabaseError } from './databaseErrors.ts'
import type { Database } from './open.ts'

export type { BackupInfo, KeepPolicy }

/**
 * Copies the live database with SQLite's online backup (a file copy would miss what still stands in the WAL), checks
 * integrity and row counts of the copy, and only then gives it its name. Throws BACKUP_FAILED and leaves nothing behind.
 *
 * @param reason a word for the name: 导入前, 冻结前, 手动 …
 */
export async function backupDatabase(
  db: Database,
  folder: string,
  reason: string,
  at: Date = new Date()
): Promise<BackupInfo> {
  let temporary: string | null = null
  try {
    const path = freeBackupPath(folder, at, reason)
    temporary = path + PARTIAL
    dropPartial(temporary)
    await db.client.backup(temporary)
    return publishCopy(temporary, path, countRows(db.client))
  } catch (error) {
    if (temporary !== null) dropPartial(temporary)
    throw backupFailed(folder, error)
  }
}

/** Newest first. Unfinished copies are not listed. */
export function listBackups(folder: string): BackupInfo[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => readBackupName(join(folder, name)) ?? [])
    .sort(compareBackups)
}

function isGood(backup: BackupInfo): boolean {
  try {
    verifyBackup(backup.path)
    return true
  } catch {
    return false
  }
}

/**
 * Thins out the backups, and clears away what a killed backup left. The newest copy that passes its check never goes,
 * whatever the policy says. Call it when no backup is running.
 *
 * @returns the copies that went.
 */
export function pruneBackups(folder: string, now: Date, keep: KeepPolicy = DEFAULT_KEEP): BackupInfo[] {
  const backups = listBackups(folder)
  const expired = new Set(chooseExpired(backups, now, keep))
  if (expired.size > 0) {
    const good = backups.find(isGood)
    if (good !== undefined) expired.delete(good)
  }
  for (const backup of expired) rmSync(backup.path, { force: true })
  if (existsSync(folder)) {
    for (const name of readdirSync(folder)) {
      const partial = /^亮绩赛马-.*\.db\.partial(-journal|-wal|-shm)?$/.test(name)
      if (partial) rmSync(join(folder, name), { force: true })
    }
  }
  return [...expired]
}

export interface Restored {
  /** The database as it was before, as a backup: restoring this one undoes the restore. Null when there was none. */
  saved: BackupInfo | null
  /** Where the bytes of a damaged database went: it can't be a backup, but nothing is thrown away. */
  damaged: string | null
}

/** How long to wait for another window to let go of the database, ms. */
const BUSY_TIMEOUT = 1500

/**
 * Puts a backup in the place of the database, which must be closed. The present database becomes a backup of its own
 * first (恢复前), so a restore can be undone. The file changes hands in one rename: a kill leaves the old or the new one.
 * Throws NOT_FOUND, BACKUP_FAILED (the backup is no good, or the present one could not be saved), DB_LOCKED.
 *
 * @param name file name in `folder`; a path in it is ignored.
 */
export function restoreBackup(
  databasePath: string,
  folder: string,
  name: string,
  at: Date = new Date()
): Restored {
  const source = join(folder, basename(name))
  if (!existsSync(source) || readBackupName(source) === null) {
    throw new AppError('NOT_FOUND', `找不到备份「${basename(name)}」；没有任何改动。`, {
      place: { file: source }
    })
  }
  verifyBackup(source)
  const incoming = `${databasePath}.incoming`
  try {
    copyFileSync(source, incoming)
    verifyBackup(incoming)
    flushToDisk(incoming)
    const before = existsSync(databasePath)
      ? savePresent(databasePath, folder, at)
      : { saved: null, damaged: null }
    // After the saving: a WAL that stayed beside the new file would be played into it.
    for (const suffix of ['-wal', '-shm', '-journal']) rmSync(databasePath + suffix, { force: true })
    renameSync(incoming, databasePath)
    return before
  } catch (error) {
    dropPartial(incoming)
    throw toDatabaseError(error, databasePath, folder)
  }
}

function savePresent(databasePath: string, folder: string, at: Date): Restored {
  let client: BetterSqlite.Database | null = null
  try {
    client = new BetterSqlite(databasePath, { timeout: BUSY_TIMEOUT })
    client.pragma('locking_mode = EXCLUSIVE')
    client.exec('BEGIN EXCLUSIVE; COMMIT')
    return { saved: copyNow(client, folder, '恢复前', at), damaged: null }
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test(errorCode(error))) throw locked(databasePath, error)
    if (!isDamage(error)) throw error
  } finally {
    client?.close()
  }
  return { saved: null, damaged: keepDamaged(databasePath) }
}

/** Damage, unlike a full disk or a folder without permission, is no reason to refuse the restore: it is why one restores. */
function isDamage(error: unknown): boolean {
  const code = errorCode(isAppError(error) ? error.cause : error)
  // An error without a code is our own verdict: the copy was made, and did not pass its check.
  return code === '' || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')
}

/** Keeps the bytes of a damaged database, with its WAL, under a name of their own beside it. */
function keepDamaged(databasePath: string): string {
  let path = `${databasePath}.损坏`
  for (let attempt = 2; existsSync(path); attempt += 1) path = `${databasePath}.损坏${attempt}`
  copyFileSync(databasePath, path)
  if (existsSync(`${databasePath}-wal`)) copyFileSync(`${databasePath}-wal`, `${path}-wal`)
  return path
}
