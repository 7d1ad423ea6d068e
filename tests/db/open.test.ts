import type * as fs from 'node:fs'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { isNetworkPath, networkWarning, openDatabase } from '#db/open.ts'
import { setSetting } from '#db/repos/settingsRepo.ts'
import { APPLICATION_ID } from '#db/applyMigrations.ts'
import {
  filledDatabase,
  freshDatabase,
  hashOfFile,
  MIGRATIONS,
  refusal,
  startChild,
  tempFolder
} from './fixture.ts'

/**
 * The tests may run as root, whom file permissions do not bind: a read-only file is played by `access` refusing, which
 * is what it does for an ordinary user.
 */
const denied = vi.hoisted(() => ({ path: '' }))
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  const accessSync: typeof real.accessSync = (path, mode) => {
    if (path === denied.path) throw Object.assign(new Error(`EACCES: ${denied.path}`), { code: 'EACCES' })
    real.accessSync(path, mode)
  }
  return { ...real, accessSync, default: { ...real, accessSync } }
})

const open = (path: string, more: object = {}) =>
  openDatabase(path, { migrationsFolder: MIGRATIONS, ...more })

/** A closed database with content, and its path. */
function closedDatabase(): string {
  const { db } = filledDatabase()
  db.close()
  return db.path
}

function edit(path: string, work: (client: BetterSqlite.Database) => void): void {
  const client = new BetterSqlite(path)
  work(client)
  client.close()
}

describe('openDatabase', () => {
  it('creates a database with the settings that keep data safe', () => {
    const db = freshDatabase()
    const pragma = (name: string): unknown => db.client.pragma(name, { simple: true })
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      foreignKeys: pragma('foreign_keys'),
      locking: pragma('locking_mode'),
      id: pragma('application_id'),
      version: pragma('user_version')
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      locking: 'exclusive',
      id: APPLICATION_ID,
      version: 6
    })
    expect(Number(pragma('busy_timeout'))).toBeGreaterThan(0)
  })

  it('opens again what it closed, and closing twice is harmless', () => {
    const path = closedDatabase()
    const db = open(path)
    expect(db.client.prepare('SELECT count(*) FROM unit').pluck().get()).toBe(3)
    db.close()
    db.close()
    expect(readdirSync(join(path, '..'))).toEqual(['liangji.db'])
  })

  it('makes missing folders when it creates', () => {
    const db = open(join(tempFolder(), '新', '目录', 'liangji.db'), { create: true })
    onTestFinished(() => db.close())
    expect(existsSync(db.path)).toBe(true)
  })

  it('takes an empty file only when asked to create', () => {
    const path = join(tempFolder(), 'liangji.db')
    writeFileSync(path, '')
    expect(refusal(() => open(path)).code).toBe('DB_MISSING')
    expect(readFileSync(path)).toHaveLength(0)
    open(path, { create: true }).close()
    expect(() => open(path).close()).not.toThrow()
  })

  it('removes what it began when creating fails', () => {
    const folder = tempFolder()
    const broken = join(folder, 'migrations')
    mkdirSync(join(broken, 'meta'), { recursive: true })
    writeFileSync(
      join(broken, 'meta/_journal.json'),
      JSON.stringify({ entries: [{ idx: 0, tag: '0000_bad' }] })
    )
    writeFileSync(join(broken, '0000_bad.sql'), 'CREATE TABLE a (x); SELECT nonsense;')
    const error = refusal(() =>
      openDatabase(join(folder, 'new.db'), { migrationsFolder: broken, create: true })
    )
    expect(error.code).toBe('MIGRATION_FAILED')
    expect(readdirSync(folder)).toEqual(['migrations'])
  })

  it('finishes a database whose creation was killed before its tables', () => {
    const path = join(tempFolder(), 'liangji.db')
    edit(path, (client) => client.exec('PRAGMA journal_mode = WAL; CREATE TABLE x (y); DROP TABLE x'))
    const db = open(path)
    onTestFinished(() => db.close())
    expect(db.client.pragma('user_version', { simple: true })).toBe(6)
  })

  it('opens for reading, writes nothing, and shows a committed WAL', () => {
    const path = closedDatabase()
    const before = hashOfFile(path)
    const db = open(path, { readOnly: true })
    expect(db.client.prepare('SELECT count(*) FROM unit').pluck().get()).toBe(3)
    expect(() => setSetting(db, 'a', 1)).toThrow(/readonly/)
    db.close()
    expect(hashOfFile(path)).toBe(before)
    expect(refusal(() => open(join(tempFolder(), 'none.db'), { readOnly: true, create: true })).code).toBe(
      'DB_MISSING'
    )
  })
})

describe('openDatabase refuses and leaves the file byte for byte', () => {
  const cases: { name: string; code: string; make: (path: string) => void; says: RegExp }[] = [
    {
      name: 'a text file',
      code: 'DB_NOT_OURS',
      make: (path) => writeFileSync(path, '单位,得分\n办公室,95\n'.repeat(99)),
      says: /不是亮绩赛马的数据库/
    },
    {
      name: 'a workbook',
      code: 'DB_NOT_OURS',
      make: (path) => writeFileSync(path, Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(9000, 7)])),
      says: /不是亮绩赛马/
    },
    {
      name: "another program's database",
      code: 'DB_NOT_OURS',
      make: (path) => edit(path, (c) => c.exec('CREATE TABLE chat (x); INSERT INTO chat VALUES (1)')),
      says: /选择亮绩赛马的数据库/
    },
    {
      name: "another program's empty database",
      code: 'DB_NOT_OURS',
      make: (path) =>
        edit(path, (c) => c.exec('PRAGMA application_id = 77; CREATE TABLE x (y); DROP TABLE x')),
      says: /不是亮绩赛马/
    },
    {
      name: 'a newer database',
      code: 'DB_NEWER',
      make: (path) => {
        copyFileSync(closedDatabase(), path)
        edit(path, (c) => c.pragma('user_version = 99'))
      },
      says: /安装最新版本/
    },
    {
      name: 'a truncated database',
      code: 'DB_CORRUPT',
      make: (path) => {
        copyFileSync(closedDatabase(), path)
        truncateSync(path, 40_960)
      },
      says: /备份在 .*backups/
    },
    {
      name: 'a database cut inside its first page',
      code: 'DB_CORRUPT',
      make: (path) => {
        copyFileSync(closedDatabase(), path)
        truncateSync(path, 1000)
      },
      says: /没有改动它/
    },
    {
      name: 'a database with bytes overwritten',
      code: 'DB_CORRUPT',
      make: (path) => {
        const bytes = readFileSync(closedDatabase())
        bytes.fill(0xa5, 4096, 40_960)
        writeFileSync(path, bytes)
      },
      says: /已损坏/
    }
  ]
  for (const { name, code, make, says } of cases) {
    it(name, () => {
      const folder = tempFolder()
      const path = join(folder, '数据 库.db')
      make(path)
      const before = { bytes: hashOfFile(path), files: readdirSync(folder) }
      for (const options of [{}, { create: true }, { readOnly: true }]) {
        const error = refusal(() => open(path, options))
        expect(error.code).toBe(code)
        expect(error.toSentence()).toMatch(says)
        expect(error.toSentence()).toContain('数据 库.db')
        expect({ bytes: hashOfFile(path), files: readdirSync(folder) }).toEqual(before)
      }
    })
  }

  it('a missing file', () => {
    const folder = tempFolder()
    expect(refusal(() => open(join(folder, 'a.db'))).code).toBe('DB_MISSING')
    expect(readdirSync(folder)).toEqual([])
  })

  it('a folder', () => {
    expect(refusal(() => open(tempFolder())).code).toBe('DB_NOT_OURS')
  })

  for (const what of ['file', 'folder'] as const) {
    it(`a read-only ${what}`, () => {
      const path = closedDatabase()
      const before = hashOfFile(path)
      denied.path = what === 'file' ? path : join(path, '..')
      onTestFinished(() => void (denied.path = ''))
      const error = refusal(() => open(path))
      expect(error.code).toBe('DB_READONLY')
      expect(error.toSentence()).toMatch(/只读/)
      expect(hashOfFile(path)).toBe(before)
    })
  }

  it('a database that another process has open, and opens it once that one is gone', async () => {
    const path = closedDatabase()
    const child = startChild('holdDatabase.ts', path, MIGRATIONS)
    await child.ready
    const before = hashOfFile(path)
    for (const options of [{}, { readOnly: true }]) {
      const error = refusal(() => open(path, options))
      expect(error.code).toBe('DB_LOCKED')
      expect(error.toSentence()).toMatch(/liangji\.db.*另一个窗口.*关闭/)
    }
    expect(hashOfFile(path)).toBe(before)
    child.kill()
    await child.ended
    expect(() => open(path).close()).not.toThrow()
  })
})

describe('network paths', () => {
  it.each([
    ['\\\\server\\share\\liangji.db', true],
    ['//server/share/liangji.db', true],
    ['\\\\?\\UNC\\server\\share\\liangji.db', true],
    ['\\\\?\\C:\\数据\\liangji.db', false],
    ['\\\\.\\pipe\\x', false],
    ['C:\\数据\\liangji.db', false],
    ['/home/liangji.db', false]
  ])('%s: %s', (path, network) => {
    expect(isNetworkPath(path)).toBe(network)
    expect(networkWarning(path)?.level ?? null).toBe(network ? 'confirm' : null)
  })
})
