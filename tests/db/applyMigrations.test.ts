import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { applyMigrations, knownVersion } from '#db/applyMigrations.ts'
import { verifyBackup } from '#db/backupCopy.ts'
import { openDatabase } from '#db/open.ts'
import { readingsOf, upsertReading } from '#db/repos/measurementRepo.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import {
  AT,
  dumpHash,
  filledDatabase,
  hashOfFile,
  MIGRATIONS,
  migrationsWith,
  refusal,
  smallScheme,
  startChild,
  tempFolder
} from './fixture.ts'

/** What drizzle-kit generates for a changed constraint: create, copy, drop, rename, inside its (ineffective) pragmas. */
const REBUILD_BATCH = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE \`__new_unit_group\` (
  \`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL, \`code\` text NOT NULL, \`name\` text NOT NULL,
  \`sort_no\` integer NOT NULL, \`colour\` text DEFAULT '红' NOT NULL
);
--> statement-breakpoint
INSERT INTO \`__new_unit_group\`("id", "code", "name", "sort_no") SELECT "id", "code", "name", "sort_no" FROM \`unit_group\`;--> statement-breakpoint
DROP TABLE \`unit_group\`;--> statement-breakpoint
ALTER TABLE \`__new_unit_group\` RENAME TO \`unit_group\`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX \`unit_group_code_unique\` ON \`unit_group\` (\`code\`);`

/** A parent and a child that goes with it: what a rebuild under live foreign keys would empty without an error. */
const CASCADING = `CREATE TABLE parent (id integer PRIMARY KEY, name text);
CREATE TABLE child (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES parent(id) ON DELETE CASCADE);
INSERT INTO parent VALUES (1, '甲'), (2, '乙');
INSERT INTO child VALUES (1, 1), (2, 1), (3, 2);`
const REBUILD_PARENT = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE __new_parent (id integer PRIMARY KEY, name text NOT NULL);--> statement-breakpoint
INSERT INTO __new_parent SELECT * FROM parent;--> statement-breakpoint
DROP TABLE parent;--> statement-breakpoint
ALTER TABLE __new_parent RENAME TO parent;--> statement-breakpoint
PRAGMA foreign_keys=ON;`

/** A closed database with content. */
function populated(): string {
  const { db, batchId } = filledDatabase()
  upsertReading(db, {
    period: '2026Q3',
    reading: {
      unit: 'sports',
      indicator: 'events',
      field: 'actual',
      rater: null,
      state: 'VALUE',
      value: '3',
      note: null
    },
    source: { batchId, sheet: '表1', address: 'B3', raw: '3场' },
    at: AT
  })
  db.close()
  return db.path
}

const KNOWN = knownVersion(MIGRATIONS)
const rows = (client: BetterSqlite.Database, sql: string): unknown => client.prepare(sql).raw().all()

/** Copy of the product's migrations up to one, as an older version of the program had them. */
function migrationsUpTo(count: number): string {
  const folder = migrationsWith(tempFolder(), {})
  const path = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { idx: number }[] }
  writeFileSync(path, JSON.stringify({ entries: journal.entries.filter((entry) => entry.idx < count) }))
  return folder
}

/** The populated database as an older version of the program would have left it: same rows, its columns. */
function populatedBefore(count: number): { path: string; columns: Map<string, string> } {
  const source = populated()
  const path = join(tempFolder(), 'liangji.db')
  const client = new BetterSqlite(path)
  applyMigrations(client, migrationsUpTo(count))
  const columns = new Map<string, string>()
  client.pragma('foreign_keys = OFF')
  client.exec(`ATTACH '${source}' AS source`)
  for (const [table] of rows(client, TABLES) as [string][]) {
    const names = rows(client, `SELECT name FROM pragma_table_info('${table}')`) as [string][]
    const list = names.map(([name]) => `"${name}"`).join(', ')
    columns.set(table, list)
    client.exec(`INSERT INTO "${table}" (${list}) SELECT ${list} FROM source."${table}"`)
  }
  client.exec('DETACH source')
  client.close()
  return { path, columns }
}

const TABLES = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"

describe('a populated database of an older version', () => {
  it.each([2, 5])('comes through 000%i with every row, its keys and its scheme', (count) => {
    const { path, columns } = populatedBefore(count)
    const old = new BetterSqlite(path, { readonly: true })
    const read = (client: BetterSqlite.Database): unknown =>
      [...columns].map(([table, list]) => [table, rows(client, `SELECT ${list} FROM "${table}" ORDER BY 1`)])
    const before = read(old)
    expect(rows(old, 'SELECT count(*) FROM measurement')).toEqual([[1]])
    old.close()
    const db = openDatabase(path, { migrationsFolder: MIGRATIONS })
    onTestFinished(() => db.close())
    expect(read(db.client)).toEqual(before)
    expect(db.client.pragma('foreign_key_check')).toEqual([])
    expect(db.client.pragma('user_version', { simple: true })).toBe(KNOWN)
    expect(loadSchemeVersion(db, 1).definition).toStrictEqual(smallScheme())
    expect(readingsOf(db, '2026Q3').map((reading) => reading.value)).toEqual(['3'])
    db.client.exec("INSERT INTO unit (code, name, kind, sort_no) VALUES ('p1', '张三', 'PERSON', 9)")
    expect(() => db.client.exec('DELETE FROM unit')).toThrow(/FOREIGN KEY/)
  })
})

describe('applyMigrations', () => {
  it('brings an empty database to the newest schema, and does nothing the second time', () => {
    const client = new BetterSqlite(':memory:')
    onTestFinished(() => void client.close())
    let backups = 0
    const backup = (): null => {
      backups += 1
      return null
    }
    expect(applyMigrations(client, MIGRATIONS, backup)).toEqual({ from: 0, to: KNOWN })
    const after = dumpHash(client)
    expect(applyMigrations(client, MIGRATIONS, backup)).toEqual({ from: KNOWN, to: KNOWN })
    expect(dumpHash(client)).toBe(after)
    expect(backups).toBe(0)
    expect(client.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('rebuilds a parent table of a populated database without losing a child row', () => {
    const path = populated()
    const folder = migrationsWith(tempFolder(), { '0003_colour_of_groups': REBUILD_BATCH })
    const before = new BetterSqlite(path, { readonly: true })
    const children = ['race_group', 'group_membership', 'measurement', 'staged_cell'].map((table) => [
      table,
      rows(before, `SELECT * FROM ${table}`)
    ])
    before.close()
    const db = openDatabase(path, { migrationsFolder: folder })
    onTestFinished(() => db.close())
    expect(children.map(([table]) => [table, rows(db.client, `SELECT * FROM ${String(table)}`)])).toEqual(
      children
    )
    expect(rows(db.client, 'SELECT code, colour FROM unit_group ORDER BY id')).toEqual([
      ['offices', '红'],
      ['affiliates', '红']
    ])
    expect(db.client.pragma('user_version', { simple: true })).toBe(KNOWN + 1)
    expect(db.client.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(db.client.pragma('foreign_key_check')).toEqual([])
    const [backup] = readdirSync(join(dirname(path), 'backups'))
    expect(backup).toMatch(/^亮绩赛马-\d{4}-\d\d-\d\d-\d{4}-升级前\.db$/)
  })

  it('keeps rows that ON DELETE CASCADE would take, which the pragma inside a transaction does not', () => {
    const client = new BetterSqlite(':memory:')
    onTestFinished(() => void client.close())
    const folder = tempFolder()
    applyMigrations(client, migrationsWith(folder, { '0003_parent': CASCADING }))
    const control = new BetterSqlite(client.serialize())
    onTestFinished(() => void control.close())
    control.pragma('foreign_keys = ON')
    control.transaction(() => control.exec(REBUILD_PARENT))()
    expect(rows(control, 'SELECT count(*) FROM child')).toEqual([[0]])

    applyMigrations(
      client,
      migrationsWith(folder, { '0003_parent': CASCADING, '0004_rebuild': REBUILD_PARENT })
    )
    expect(rows(client, 'SELECT * FROM child')).toEqual([
      [1, 1],
      [2, 1],
      [3, 2]
    ])
  })

  it.each([
    [
      'a statement that fails',
      'CREATE TABLE half (x);--> statement-breakpoint\nDELETE FROM setting;--> statement-breakpoint\nSELECT nonsense;'
    ],
    [
      'orphaned rows',
      'DELETE FROM measurement;--> statement-breakpoint\nDELETE FROM batch_source;--> statement-breakpoint\nDELETE FROM unit;'
    ],
    ['a missing file', null]
  ])('leaves the file as it was after %s, and names a good backup', (_what, sql) => {
    const path = populated()
    const before = hashOfFile(path)
    const folder = migrationsWith(tempFolder(), {
      '0003_good': 'CREATE TABLE good (x)',
      ...(sql === null ? {} : { '0004_bad': sql })
    })
    if (sql === null) {
      const journal = join(folder, 'meta/_journal.json')
      const text = readFileSync(journal, 'utf8').replace('0003_good', '0003_absent')
      writeFileSync(journal, text)
    }
    const error = refusal(() => openDatabase(path, { migrationsFolder: folder }))
    expect(error.code).toBe('MIGRATION_FAILED')
    expect(hashOfFile(path)).toBe(before)
    const backup = String(error.details.backup)
    expect(error.toSentence()).toContain(backup)
    expect(() => verifyBackup(backup)).not.toThrow()
    const copy = new BetterSqlite(backup, { readonly: true })
    onTestFinished(() => void copy.close())
    expect(rows(copy, 'SELECT value FROM measurement')).toEqual([['3']])
    openDatabase(path, { migrationsFolder: MIGRATIONS }).close()
  })

  it('does not migrate when the backup cannot be written', () => {
    const path = populated()
    const before = hashOfFile(path)
    const folder = migrationsWith(tempFolder(), { '0003_more': 'CREATE TABLE more (x)' })
    const blocked = join(path, 'backups')
    const error = refusal(() => openDatabase(path, { migrationsFolder: folder, backupsFolder: blocked }))
    expect(error.code).toBe('BACKUP_FAILED')
    expect(hashOfFile(path)).toBe(before)
  })

  it('refuses a newer database before the first write, and an open transaction', () => {
    const client = new BetterSqlite(':memory:')
    onTestFinished(() => void client.close())
    applyMigrations(client, MIGRATIONS)
    client.pragma(`user_version = ${KNOWN + 1}`)
    const before = dumpHash(client)
    expect(refusal(() => applyMigrations(client, MIGRATIONS)).code).toBe('DB_NEWER')
    expect(dumpHash(client)).toBe(before)
    client.pragma('user_version = 1')
    client.exec('BEGIN')
    expect(() => applyMigrations(client, MIGRATIONS)).toThrow(/open transaction/)
  })

  it.each([1, 2, 3])('is all or nothing when killed at step %i', async (step) => {
    const path = populated()
    const reader = new BetterSqlite(path)
    const before = dumpHash(reader)
    reader.close()
    const folder = migrationsWith(tempFolder(), {
      '0003_first':
        'SELECT die(1);--> statement-breakpoint\nCREATE TABLE first (x);--> statement-breakpoint\nSELECT die(2);',
      '0004_second': 'UPDATE unit SET name = name || 1;--> statement-breakpoint\nSELECT die(3);'
    })
    const child = startChild('dieInMigration.ts', path, folder, String(step))
    expect(await child.ended).toBe('SIGKILL')
    const db = openDatabase(path, { migrationsFolder: MIGRATIONS })
    onTestFinished(() => db.close())
    expect(dumpHash(db.client)).toBe(before)
  })
})
