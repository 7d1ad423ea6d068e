import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { read } from 'xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { liangji } from '../helpers/liangji.ts'
import { PROJECT, temporaryFolder } from '../helpers/workspace.ts'

const SAMPLE = join(PROJECT, 'resources/samples/2026Q3')

const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Everything in a database, as text: «as before» means equal dumps. */
function dump(path: string): string {
  const db = new BetterSqlite(path, { readonly: true })
  try {
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
      )
      .pluck()
      .all() as string[]
    return JSON.stringify(tables.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]))
  } finally {
    db.close()
  }
}

describe('the main job from the command line', () => {
  let db: string
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'liangji-cli-'))
    db = join(folder, '赛马 数据.db')
    expect((await liangji(db, 'init', '--sample')).code).toBe(0)
  }, 60_000)

  it('stops at what a person must settle, writing nothing, with exit code 3', async () => {
    const before = dump(db)
    const run = await liangji(db, '--json', 'import', SAMPLE, '--period', '2026Q3')
    expect(run.code).toBe(3)
    const shown = jsonShapes.import.parse(JSON.parse(run.out))
    expect(shown.batches).toBeNull()
    expect(shown.problems.filter((problem) => problem.level === 'error')).toHaveLength(3)
    expect(run.err).toContain('体育产业科')
    expect(dump(db)).toBe(before)
  }, 60_000)

  it('previews without writing', async () => {
    const before = dump(db)
    const run = await liangji(
      db,
      '--json',
      'import',
      SAMPLE,
      '--dry-run',
      '--answers',
      join(SAMPLE, 'answers.json')
    )
    expect(run.code).toBe(0)
    const shown = jsonShapes.import.parse(JSON.parse(run.out))
    expect(shown.preview!.created).toBeGreaterThan(500)
    expect(shown.preview!.rankChanges.length).toBeGreaterThan(10)
    expect(dump(db)).toBe(before)
  }, 60_000)

  it('imports with the decisions, computes, explains, freezes and exports', async () => {
    const imported = await liangji(db, 'import', SAMPLE, '--answers', join(SAMPLE, 'answers.json'))
    expect(imported).toMatchObject({ code: 0 })
    expect(imported.out).toContain('已导入 20 个文件')

    jsonShapes.compute.parse(JSON.parse((await liangji(db, '--json', 'compute')).out))
    const rank = jsonShapes.rank.parse(JSON.parse((await liangji(db, '--json', 'rank')).out))
    expect(rank.snapshot).toBeNull()
    expect(rank.results.races[0]!.groups[0]!.units[0]).toMatchObject({ name: '群众体育处', rank: 1 })

    const unit = await liangji(db, '--json', 'explain', '体育产业处')
    jsonShapes['explain-unit'].parse(JSON.parse(unit.out))
    const indicator = await liangji(db, 'explain', '体育产业处', '体育产业总产出')
    expect(indicator.out).toContain('产业处-三季度赛马自评.xlsx')
    const item = await liangji(db, '--json', 'explain', 'industry', 'output')
    jsonShapes['explain-indicator'].parse(JSON.parse(item.out))

    const check = await liangji(db, '--json', 'check')
    expect(check.code).toBe(0)
    jsonShapes.check.parse(JSON.parse(check.out))
    expect((await liangji(db, 'freeze')).code).toBe(6)
    const frozen = await liangji(
      db,
      '--json',
      'freeze',
      '--accept',
      'MISSING_UNITS,SCHEME_CONFIRMS',
      '--reason',
      '审计处缺报'
    )
    const snapshot = jsonShapes.freeze.parse(JSON.parse(frozen.out)).snapshot
    expect(snapshot).toMatch(/^2026Q3-r1-[0-9a-f]{8}$/)

    jsonShapes['export-list'].parse(JSON.parse((await liangji(db, '--json', 'export', '--list')).out))
    const file = join(folder, '排名表.xlsx')
    expect((await liangji(db, 'export', 'ranking', '-o', file)).out).toContain(snapshot)
    expect(read(readFileSync(file)).SheetNames).toContain('机关处室组')
    const again = await liangji(db, 'export', 'ranking', '-o', file)
    expect(again).toMatchObject({ code: 4 })
    expect(again.err).toContain('没有覆盖')
  }, 120_000)

  it('leaves a frozen quarter alone', async () => {
    const before = dump(db)
    const one = join(SAMPLE, '办公室2026年三季度自评表.xlsx')
    const run = await liangji(db, 'import', one)
    expect(run.code === 6 || run.err.includes('已导入过')).toBe(true)
    expect((await liangji(db, 'compute')).code).toBe(6)
    expect(dump(db)).toBe(before)
  }, 60_000)
})

describe('bad input', () => {
  it.each([
    ['an unknown command', ['frobnicate'], 2],
    ['no database', ['rank'], 5]
  ])('%s', async (_name, args, code) => {
    const folder = temporaryFolder()
    const run = await liangji(join(folder, 'none.db'), ...args)
    expect(run.code).toBe(code)
    expect(run.err).not.toContain('    at ')
    expect(existsSync(join(folder, 'none.db'))).toBe(false)
  })

  it('a database of another program, unchanged', async () => {
    const path = join(temporaryFolder(), 'other.db')
    const other = new BetterSqlite(path)
    other.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)')
    other.close()
    const before = hash(path)
    const run = await liangji(path, 'rank')
    expect(run).toMatchObject({ code: 5 })
    expect(run.err).toContain('DB_NOT_OURS')
    expect(hash(path)).toBe(before)
  })

  it('a damaged database, unchanged', async () => {
    const path = join(temporaryFolder(), 'damaged.db')
    writeFileSync(path, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4000, 7)]))
    const before = hash(path)
    const run = await liangji(path, 'rank')
    expect(run.code).toBe(5)
    expect(hash(path)).toBe(before)
  })

  it('files that are no workbooks: each is named with its reason, nothing is written', async () => {
    const folder = temporaryFolder()
    const db = join(folder, 'a.db')
    await liangji(db, 'init')
    await liangji(db, 'scheme', 'load', 'sports-bureau', '--period', '2026Q3')
    const sheets = join(folder, '报送')
    mkdirSync(sheets)
    const source = join(SAMPLE, '办公室2026年三季度自评表.xlsx')
    writeFileSync(join(sheets, '空.xlsx'), '')
    writeFileSync(join(sheets, '截断.xlsx'), readFileSync(source).subarray(0, 3000))
    writeFileSync(join(sheets, '其实是PDF.xlsx'), '%PDF-1.7\n')
    writeFileSync(join(sheets, '没有表头.csv'), '今天天气很好\n')
    copyFileSync(source, join(sheets, '~$办公室.xlsx'))
    const before = dump(db)
    const run = await liangji(db, '--json', 'import', sheets)
    expect(run.code).toBe(3)
    const shown = jsonShapes.import.parse(JSON.parse(run.out))
    expect(shown.files.map((file) => file.name).sort()).toEqual(
      readdirSync(sheets)
        .filter((name) => !name.startsWith('~$'))
        .sort()
    )
    expect(
      shown.files
        .filter((file) => file.status === 'FAILED')
        .map((file) => file.name)
        .sort()
    ).toEqual(['其实是PDF.xlsx', '截断.xlsx', '空.xlsx'])
    expect(
      shown.problems.some((problem) => problem.place.file === '没有表头.csv' && problem.level === 'error')
    ).toBe(true)
    expect(dump(db)).toBe(before)
  }, 60_000)

  it('a scheme that does not add up: which indicator, what to do, nothing loaded', async () => {
    const folder = temporaryFolder()
    const db = join(folder, 'a.db')
    await liangji(db, 'init')
    const scheme = JSON.parse(
      readFileSync(join(PROJECT, 'resources/presets/sports-bureau.scheme.json'), 'utf8')
    ) as {
      races: { dimensions: { indicators: { fullMark: string }[] }[] }[]
    }
    scheme.races[0]!.dimensions[0]!.indicators[0]!.fullMark = '99'
    writeFileSync(join(folder, '方案.json'), JSON.stringify(scheme))
    const before = dump(db)
    const run = await liangji(db, 'scheme', 'load', join(folder, '方案.json'), '--period', '2026Q3')
    expect(run.code).toBe(3)
    expect(run.err).toContain('满分')
    expect(dump(db)).toBe(before)
  })
})
