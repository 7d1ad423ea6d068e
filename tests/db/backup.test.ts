import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { backupDatabase, listBackups, pruneBackups, restoreBackup } from '#db/backup.ts'
import { verifyBackup } from '#db/backupCopy.ts'
import { openDatabase, type Database } from '#db/open.ts'
import { getSetting, setSetting } from '#db/repos/settingsRepo.ts'
import {
  dumpHash,
  filledDatabase,
  freshDatabase,
  hashOfFile,
  MIGRATIONS,
  refusal,
  refusalOf,
  startChild,
  tempFolder
} from './fixture.ts'

const NOON = new Date(2026, 10, 23, 11, 30, 5)
const text = z.string().nullish()

function contentOf(path: string): string {
  const client = new BetterSqlite(path, { readonly: true })
  try {
    return dumpHash(client)
  } finally {
    client.close()
  }
}

function reopen(path: string): Database {
  const db = openDatabase(path, { migrationsFolder: MIGRATIONS })
  onTestFinished(() => db.close())
  return db
}

describe('backupDatabase', () => {
  it('is complete while the WAL holds the data, which a copied file is not', async () => {
    const { db } = filledDatabase()
    const folder = tempFolder()
    const plain = join(folder, 'plain.db')
    copyFileSync(db.path, plain)
    const info = await backupDatabase(db, folder, '导入前', NOON)
    expect(info).toMatchObject({
      name: '亮绩赛马-2026-11-23-1130-导入前.db',
      at: '2026-11-23T11:30',
      reason: '导入前'
    })
    expect(contentOf(info.path)).toBe(dumpHash(db.client))
    const copied = new BetterSqlite(plain, { readonly: true })
    onTestFinished(() => void copied.close())
    expect(copied.prepare('SELECT count(*) FROM unit').pluck().get()).toBe(0)
    expect(db.client.prepare('SELECT count(*) FROM unit').pluck().get()).toBe(3)
  })

  it('is one file, and gives names that are unique and safe on Windows', async () => {
    const db = freshDatabase()
    const folder = join(tempFolder(), '备 份')
    for (const reason of ['手动', '手动', 'a/b\\c:*?"<>|-.. ', '???'])
      await backupDatabase(db, folder, reason, NOON)
    expect(readdirSync(folder).sort()).toEqual(
      ['手动', '手动-2', 'abc', '备份'].map((end) => `亮绩赛马-2026-11-23-1130-${end}.db`).sort()
    )
    expect(listBackups(folder)[0]?.name).toBe('亮绩赛马-2026-11-23-1130-手动-2.db')
  })

  it('leaves nothing behind when it fails', async () => {
    const db = freshDatabase()
    const folder = tempFolder()
    db.client.backup = () => Promise.reject(new Error('disk full'))
    const error = await refusalOf(backupDatabase(db, folder, '手动', NOON))
    expect(error.code).toBe('BACKUP_FAILED')
    expect(error.toSentence()).toMatch(/磁盘空间/)
    expect(readdirSync(folder)).toEqual([])
    const file = join(folder, 'no-folder')
    writeFileSync(file, '')
    expect((await refusalOf(backupDatabase(db, file, '手动', NOON))).code).toBe('BACKUP_FAILED')
  })

  it('refuses a copy that lacks rows', async () => {
    const { db } = filledDatabase()
    const folder = tempFolder()
    const copy = db.client.backup.bind(db.client)
    db.client.backup = async (target: string) => {
      const done = await copy(target)
      const client = new BetterSqlite(target)
      client.exec('PRAGMA foreign_keys = OFF; DELETE FROM unit_alias; DELETE FROM line')
      client.close()
      return done
    }
    const error = await refusalOf(backupDatabase(db, folder, '手动', NOON))
    expect(error.details.technical).toMatch(/row counts/)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each(['1', '5', 'end'])(
    'killed at %s leaves no half backup on the list, and the database as it was',
    async (at) => {
      const { db } = filledDatabase()
      setSetting(db, 'big', 'x'.repeat(400_000))
      const before = dumpHash(db.client)
      db.close()
      const folder = tempFolder()
      const child = startChild('dieInBackup.ts', db.path, MIGRATIONS, folder, at)
      expect(await child.ended).toBe('SIGKILL')
      expect(readdirSync(folder).some((name) => name.endsWith('.partial'))).toBe(true)
      expect(listBackups(folder)).toEqual([])
      expect(dumpHash(reopen(db.path).client)).toBe(before)
      pruneBackups(folder, NOON)
      expect(readdirSync(folder)).toEqual([])
    }
  )
})

describe('pruneBackups', () => {
  it('never takes the newest copy that is good', async () => {
    const db = freshDatabase()
    const folder = tempFolder()
    const good = await backupDatabase(db, folder, '手动', new Date(2026, 10, 1, 9, 0))
    for (const minute of [1, 2, 3]) {
      const bad = await backupDatabase(db, folder, '手动', new Date(2026, 10, 23, 9, minute))
      truncateSync(bad.path, 5000)
    }
    const gone = pruneBackups(folder, NOON, { today: 1, total: 1, milestones: 0 })
    expect(gone).toHaveLength(2)
    expect(listBackups(folder).map((backup) => backup.name)).toEqual([
      '亮绩赛马-2026-11-23-0903-手动.db',
      good.name
    ])
  })

  it('touches no other file', async () => {
    const db = freshDatabase()
    const folder = tempFolder()
    writeFileSync(join(folder, '说明.txt'), '')
    writeFileSync(join(folder, '我的亮绩赛马.db'), '')
    await backupDatabase(db, folder, '手动', NOON)
    pruneBackups(folder, NOON, { today: 0, total: 0, milestones: 0 })
    expect(readdirSync(folder).sort()).toEqual(
      ['亮绩赛马-2026-11-23-1130-手动.db', '我的亮绩赛马.db', '说明.txt'].sort()
    )
  })

  it('is content with a folder that does not exist', () => {
    const folder = join(tempFolder(), 'none')
    expect(pruneBackups(folder, NOON)).toEqual([])
    expect(existsSync(folder)).toBe(false)
  })
})

describe('restoreBackup', () => {
  it('puts the backup in place, saves the present first, and can be undone', async () => {
    const db = freshDatabase()
    const folder = tempFolder()
    setSetting(db, 'state', 'old')
    const old = await backupDatabase(db, folder, '导入前', NOON)
    setSetting(db, 'state', 'new')
    db.close()
    const { saved, damaged } = restoreBackup(db.path, folder, old.name, NOON)
    expect(damaged).toBeNull()
    const restored = reopen(db.path)
    expect(getSetting(restored, 'state', text)).toBe('old')
    restored.close()
    expect(saved?.name).toBe('亮绩赛马-2026-11-23-1130-恢复前.db')
    restoreBackup(db.path, folder, saved!.name, NOON)
    expect(getSetting(reopen(db.path), 'state', text)).toBe('new')
  })

  it('saves what a killed process left in the WAL', async () => {
    const first = freshDatabase()
    const folder = tempFolder()
    const empty = await backupDatabase(first, folder, '手动', NOON)
    const { path } = first
    first.close()
    await startChild('dieInTransaction.ts', path, MIGRATIONS, '4').ended
    expect(existsSync(`${path}-wal`)).toBe(true)
    const { saved } = restoreBackup(path, folder, empty.name, NOON)
    expect(readdirSync(join(path, '..'))).toEqual([basename(path)])
    expect(reopen(path).client.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(0)
    const client = new BetterSqlite(saved!.path, { readonly: true })
    onTestFinished(() => void client.close())
    expect(client.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(2)
  })

  it('restores over a damaged database and keeps its bytes', async () => {
    const { db } = filledDatabase()
    const folder = tempFolder()
    const good = await backupDatabase(db, folder, '手动', NOON)
    const content = dumpHash(db.client)
    db.close()
    const bytes = readFileSync(db.path)
    bytes.fill(0xa5, 4096, 40_960)
    writeFileSync(db.path, bytes)
    const broken = hashOfFile(db.path)
    const { saved, damaged } = restoreBackup(db.path, folder, good.name, NOON)
    expect(saved).toBeNull()
    expect(hashOfFile(damaged!)).toBe(broken)
    expect(dumpHash(reopen(db.path).client)).toBe(content)
    expect(listBackups(folder).map((backup) => backup.name)).toEqual([good.name])
  })

  it('puts a backup where no database is', async () => {
    const db = freshDatabase()
    const folder = tempFolder()
    const backup = await backupDatabase(db, folder, '手动', NOON)
    const path = join(tempFolder(), 'liangji.db')
    expect(restoreBackup(path, folder, backup.name, NOON)).toEqual({ saved: null, damaged: null })
    expect(() => reopen(path)).not.toThrow()
  })

  it('refuses a damaged, foreign or absent backup and changes nothing', async () => {
    const { db } = filledDatabase()
    const folder = tempFolder()
    const cut = await backupDatabase(db, folder, '手动', NOON)
    truncateSync(cut.path, 20_000)
    const foreign = join(folder, '亮绩赛马-2026-01-01-0000-手动.db')
    const client = new BetterSqlite(foreign)
    client.exec('CREATE TABLE chat (x)')
    client.close()
    db.close()
    const before = hashOfFile(db.path)
    expect(refusal(() => restoreBackup(db.path, folder, cut.name, NOON)).code).toBe('BACKUP_FAILED')
    expect(refusal(() => restoreBackup(db.path, folder, basename(foreign), NOON)).code).toBe('BACKUP_FAILED')
    expect(refusal(() => restoreBackup(db.path, folder, '没有.db', NOON)).code).toBe('NOT_FOUND')
    expect(refusal(() => restoreBackup(db.path, folder, `../${basename(db.path)}`, NOON)).code).toBe(
      'NOT_FOUND'
    )
    expect(hashOfFile(db.path)).toBe(before)
    expect(readdirSync(join(db.path, '..'))).toEqual(['liangji.db'])
  })

  it('refuses while another process has the database open', async () => {
    const db = freshDatabase()
    const folder = tempFolder()
    const backup = await backupDatabase(db, folder, '手动', NOON)
    setSetting(db, 'state', 'new')
    db.close()
    const child = startChild('holdDatabase.ts', db.path, MIGRATIONS)
    await child.ready
    expect(refusal(() => restoreBackup(db.path, folder, backup.name, NOON)).code).toBe('DB_LOCKED')
    child.kill()
    await child.ended
    expect(getSetting(reopen(db.path), 'state', text)).toBe('new')
    expect(listBackups(folder)).toHaveLength(1)
  })

  it('refuses when the present database cannot be saved', async () => {
    const db = freshDatabase()
    const folder = tempFolder()
    const backup = await backupDatabase(db, folder, '手动', NOON)
    db.close()
    const before = hashOfFile(db.path)
    // The unfinished copy's name is taken by a folder: writing it fails as a full disk would.
    mkdirSync(join(folder, '亮绩赛马-2026-11-23-1130-恢复前.db.partial', 'x'), { recursive: true })
    expect(() => restoreBackup(db.path, folder, backup.name, NOON)).toThrow()
    expect(hashOfFile(db.path)).toBe(before)
    expect(readdirSync(join(db.path, '..'))).toEqual(['liangji.db'])
  })

  it('verifies what it lists', async () => {
    const { db } = filledDatabase()
    const backup = await backupDatabase(db, tempFolder(), '手动', NOON)
    expect(() => verifyBackup(backup.path, { unit: 4 })).toThrow()
    expect(() => verifyBackup(backup.path)).not.toThrow()
  })
})
