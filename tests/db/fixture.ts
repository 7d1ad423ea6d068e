import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type BetterSqlite from 'better-sqlite3'
import { expect, onTestFinished } from 'vitest'
import { isAppError, type AppError } from '#shared/appError.ts'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { openDatabase, type Database } from '#db/open.ts'
import { createBatch } from '#db/repos/batchRepo.ts'
import { createPeriod, setPeriodScheme } from '#db/repos/periodRepo.ts'
import { saveSchemeVersion } from '#db/repos/schemeRepo.ts'

export const ROOT = resolve(import.meta.dirname, '../..')
export const MIGRATIONS = join(ROOT, 'db/migrations')
export const AT = new Date('2026-10-09T02:30:00.000Z')

/** A folder that goes away with the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'liangji-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A fresh database; closed with the test. */
export function freshDatabase(folder = tempFolder()): Database {
  const db = openDatabase(join(folder, 'liangji.db'), { migrationsFolder: MIGRATIONS, create: true })
  onTestFinished(() => db.close())
  return db
}

export function hashOfFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** Hash over the schema and every row of every table; the planner's statistics (`sqlite_stat1`) are no content. */
export function dumpHash(client: BetterSqlite.Database): string {
  const hash = createHash('sha256')
  const objects = client
    .prepare(
      "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"
    )
    .all() as {
    type: string
    name: string
  }[]
  hash.update(JSON.stringify(objects))
  for (const { name } of objects.filter((object) => object.type === 'table')) {
    hash.update(name)
    for (const row of client.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).raw().iterate())
      hash.update(JSON.stringify(row))
  }
  return hash.digest('hex')
}

/** The AppError that `work` throws; fails when it throws nothing or something else. */
export function refusal(work: () => unknown): AppError {
  try {
    work()
  } catch (error) {
    if (isAppError(error)) return error
    throw error
  }
  return expect.fail('nothing was thrown')
}

export async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work
  } catch (error) {
    if (isAppError(error)) return error
    throw error
  }
  return expect.fail('nothing was thrown')
}

/** A copy of the product's migrations with later ones behind them. */
export function migrationsWith(folder: string, later: Record<string, string>): string {
  const target = join(folder, `migrations-${Object.keys(later).join('-')}`)
  cpSync(MIGRATIONS, target, { recursive: true })
  const path = join(target, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { idx: number; tag: string }[] }
  for (const [tag, sql] of Object.entries(later)) {
    journal.entries.push({ ...journal.entries[0]!, idx: journal.entries.length, tag })
    writeFileSync(join(target, `${tag}.sql`), sql)
  }
  writeFileSync(path, JSON.stringify(journal))
  return target
}

export interface Child {
  /** Resolves with the first line that the child prints. */
  ready: Promise<string>
  /** Resolves with the signal that ended it, or its exit code. */
  ended: Promise<string | number | null>
  kill(): void
}

/** Another process of the same Node, running a script of `tests/db/children`; ended with the test. */
export function startChild(script: string, ...args: string[]): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'children', script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = new Promise<string | number | null>((done) =>
    child.on('exit', (code, signal) => done(signal ?? code))
  )
  const ready = new Promise<string>((done, fail) => {
    child.stdout.once('data', (chunk: Buffer) => done(chunk.toString().trim()))
    void ended.then((how) => fail(new Error(`child ended (${how}) before it was ready: ${errors}`)))
  })
  ready.catch(() => undefined)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { ready, ended, kill: () => child.kill('SIGKILL') }
}

/** Two departments and an affiliate, one race with a counted and a judged indicator. */
export function smallScheme(change: Partial<SchemeDefinition> = {}): SchemeDefinition {
  return schemeDefinition.parse({
    format: 'liangji-scheme',
    formatVersion: 1,
    code: 'small',
    title: '季度赛马办法',
    organisation: '某局',
    year: 2026,
    lines: [{ code: 'mass', name: '全民健身线' }],
    units: [
      { code: 'finance', name: '规划财务处', shortName: '规财处', kind: 'DEPARTMENT' },
      { code: 'sports', name: '群众体育处', kind: 'DEPARTMENT', line: 'mass', aliases: ['群体处'] },
      { code: 'stadium', name: '体育馆', kind: 'AFFILIATE' }
    ],
    groups: [
      { code: 'offices', name: '处室组', members: [{ unit: 'finance' }, { unit: 'sports' }] },
      {
        code: 'affiliates',
        name: '直属单位组',
        members: [{ unit: 'stadium', rankMode: 'LISTED_NOT_RANKED' }]
      }
    ],
    races: [
      {
        code: 'main',
        name: '亮绩赛马',
        groups: ['offices', 'affiliates'],
        dimensions: [
          {
            code: 'work',
            name: '重点工作',
            fullMark: '100',
            indicators: [
              {
                code: 'events',
                name: '赛事场次',
                unit: '场',
                fullMark: '60',
                rule: { kind: 'ratio', params: { cap: '100' } },
                targets: [
                  { unit: '*', base: '4', phased: { Q1: '1', Q3: '3' } },
                  { unit: 'sports', base: '8', stretch: '10', rankTarget: 3, basis: '责任书' }
                ]
              },
              { code: 'lecture', name: '体育讲堂', fullMark: '40', rule: { kind: 'judges' } }
            ]
          }
        ],
        adjustments: { classes: [{ code: 'award', name: '表彰', sign: 'BONUS', cap: '5' }], bonusCap: '10' }
      }
    ],
    ...change
  })
}

/** A database with the small scheme in force for 2026Q3 and one merged batch. */
export function filledDatabase(folder = tempFolder()): { db: Database; batchId: number; versionId: number } {
  const db = freshDatabase(folder)
  const { versionId } = saveSchemeVersion(db, smallScheme(), {
    status: 'active',
    at: AT,
    fromPeriod: '2026Q3'
  })
  createPeriod(db, '2026Q3', AT)
  setPeriodScheme(db, '2026Q3', versionId)
  return { db, batchId: newBatch(db, '群体处.xlsx'), versionId }
}

export function newBatch(db: Database, fileName: string): number {
  return createBatch(db, {
    period: '2026Q3',
    fileName,
    fixes: importFixes.parse({}),
    raw: {
      fileName,
      sha256: createHash('sha256').update(fileName).digest('hex'),
      bytes: 9,
      format: 'xlsx',
      sheets: [],
      problems: []
    },
    original: null,
    mapping: [],
    by: '张三',
    at: AT,
    appVersion: '0.1.0'
  })
}
