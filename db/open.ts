import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { AppError } from '#shared/appError.ts'
import type { Problem } from '#shared/problem.ts'
import { applyMigrations, knownVersion } from './applyMigrations.ts'
import { copyBeforeMigration } from './backupCopy.ts'
import { missing, readOnlyFile, toDatabaseError } from './databaseErrors.ts'
import { inspectDatabase } from './inspectDatabase.ts'

/** An open database: drizzle for queries, the driver for pragmas and backups. */
export interface Database {
  orm: BetterSQLite3Database
  client: BetterSqlite.Database
  path: string
  readOnly: boolean
  /** Harmless when called again. */
  close(): void
}

export interface OpenOptions {
  migrationsFolder: string
  /** Where the copy before a migration goes; `backups` beside the database when absent. */
  backupsFolder?: string
  create?: boolean
  readOnly?: boolean
}

/** How long to wait for a lock that another process is about to drop, ms. */
const BUSY_TIMEOUT = 1500

/**
 * Opens a database for one process and brings it to the newest schema. What it refuses stays as it was, byte for byte:
 * DB_MISSING, DB_NOT_OURS, DB_CORRUPT, DB_NEWER, DB_LOCKED (another window has it), DB_READONLY, MIGRATION_FAILED.
 */
export function openDatabase(path: string, options: OpenOptions): Database {
  const backupsFolder = options.backupsFolder ?? join(dirname(path), 'backups')
  const known = knownVersion(options.migrationsFolder)
  const exists = existsSync(path) && !(statSync(path).isFile() && statSync(path).size === 0)
  if (!exists && (options.create !== true || options.readOnly === true)) throw missing(path)
  const version = exists ? inspectDatabase(path, known, backupsFolder, BUSY_TIMEOUT) : 0
  if (options.readOnly === true) return connectReading(path, version === known, backupsFolder)
  assertWritable(path)

  let client: BetterSqlite.Database | null = null
  try {
    client = new BetterSqlite(path, { timeout: BUSY_TIMEOUT })
    prepareForWriting(client, options.migrationsFolder, backupsFolder)
  } catch (error) {
    client?.close()
    if (!exists) for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
    throw toDatabaseError(error, path, backupsFolder)
  }
  return toDatabase(client, path, false)
}

/**
 * The lock comes first, so that a second instance is told before anything changes. The journal mode comes last: it
 * stands in the file's header, and a migration that fails must leave the file as it was.
 */
function prepareForWriting(
  client: BetterSqlite.Database,
  migrationsFolder: string,
  backupsFolder: string
): void {
  client.pragma('locking_mode = EXCLUSIVE')
  client.exec('BEGIN EXCLUSIVE; COMMIT')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  applyMigrations(client, migrationsFolder, () => copyBeforeMigration(client, backupsFolder))
  const mode = client.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal') throw new Error(`journal_mode is ${String(mode)}, not wal`)
}

/** Reading needs the newest schema: an older database must be opened for writing once. */
function connectReading(path: string, current: boolean, backupsFolder: string): Database {
  if (!current) {
    throw new AppError('DB_READONLY', '这个数据库要先升级才能查看，现在是只读方式；没有改动它。', {
      place: { file: path },
      action: '请先用亮绩赛马正常打开一次。'
    })
  }
  let client: BetterSqlite.Database | null = null
  try {
    client = new BetterSqlite(path, { readonly: true, timeout: BUSY_TIMEOUT })
    client.pragma('foreign_keys = ON')
    return toDatabase(client, path, true)
  } catch (error) {
    client?.close()
    throw toDatabaseError(error, path, backupsFolder)
  }
}

function toDatabase(client: BetterSqlite.Database, path: string, readOnly: boolean): Database {
  return {
    orm: drizzle({ client }),
    client,
    path,
    readOnly,
    close() {
      if (!client.open) return
      if (!readOnly) client.pragma('optimize')
      client.close()
    }
  }
}

function assertWritable(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    accessSync(dirname(path), constants.W_OK)
    if (existsSync(path)) accessSync(path, constants.W_OK)
  } catch (error) {
    throw readOnlyFile(path, error)
  }
}

/**
 * Whether a path lies on a network share (`\\server\…`, `\\?\UNC\server\…`), where SQLite's locks cannot be trusted.
 * A mapped drive letter cannot be told from its path.
 */
export function isNetworkPath(path: string): boolean {
  const plain = path.replace(/\//g, '\\')
  return /^\\\\\?\\UNC\\/i.test(plain) || /^\\\\[^\\?.]/.test(plain)
}

/** What to tell about a database on a network share; null elsewhere. */
export function networkWarning(path: string): Problem | null {
  if (!isNetworkPath(path)) return null
  return {
    code: 'DB_ON_NETWORK',
    level: 'confirm',
    message: '数据库放在网络共享文件夹里，断网或多人同时打开可能损坏数据。',
    place: { file: path },
    suggestion: '请把数据库放在本机硬盘，用「备份」功能把副本存到共享文件夹。'
  }
}
