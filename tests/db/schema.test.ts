import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, dec } from '#shared/domain/number/decimal.ts'
import * as cadences from '#db/schema/cadence.ts'
import * as decisions from '#db/schema/decision.ts'
import * as evaluations from '#db/schema/evaluation.ts'
import * as honours from '#db/schema/honour.ts'
import * as intake from '#db/schema/intake.ts'
import * as organisation from '#db/schema/organisation.ts'
import * as periods from '#db/schema/period.ts'
import * as registers from '#db/schema/register.ts'
import * as reports from '#db/schema/report.ts'
import * as results from '#db/schema/results.ts'
import * as schemes from '#db/schema/scheme.ts'
import * as selfReviews from '#db/schema/selfReview.ts'
import * as supervision from '#db/schema/supervision.ts'
import * as system from '#db/schema/system.ts'
import * as templates from '#db/schema/template.ts'
import { append } from '#db/repos/auditRepo.ts'
import { changeTarget } from '#db/repos/targetRepo.ts'
import { AT, filledDatabase, freshDatabase } from './fixture.ts'

const tables = [
  cadences,
  decisions,
  evaluations,
  honours,
  intake,
  organisation,
  periods,
  registers,
  reports,
  results,
  schemes,
  selfReviews,
  supervision,
  system,
  templates
].flatMap((group) => Object.values(group).filter((value): value is SQLiteTable => is(value, SQLiteTable)))

describe('migrated schema', () => {
  it('is what the drizzle tables say: same tables, columns, NOT NULL, foreign keys', () => {
    const db = freshDatabase()
    const inFile = db.client
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
      )
      .pluck()
      .all()
    expect(tables.map((table) => getTableConfig(table).name).sort()).toEqual(inFile)
    for (const table of tables) {
      const config = getTableConfig(table)
      const columns = db.client.pragma(`table_xinfo(${config.name})`) as {
        name: string
        notnull: number
        type: string
      }[]
      expect(columns.map((column) => [column.name, column.notnull === 1])).toEqual(
        config.columns.map((column) => [column.name, column.notNull])
      )
      expect(columns.filter((column) => /real|float|double|numeric/i.test(column.type))).toEqual([])
      const keys = db.client.pragma(`foreign_key_list(${config.name})`) as { from: string }[]
      expect(keys.map((key) => key.from).sort()).toEqual(
        config.foreignKeys.flatMap((key) => key.reference().columns.map((column) => column.name)).sort()
      )
    }
  })

  it('has an index that begins with each foreign key, so that checks and joins do not scan', () => {
    const db = freshDatabase()
    const bare = tables.flatMap((table) => {
      const { name, columns } = getTableConfig(table)
      const indexes = (db.client.pragma(`index_list(${name})`) as { name: string }[]).map(
        (index) => (db.client.pragma(`index_info(${index.name})`) as { name: string }[])[0]?.name
      )
      const primary = columns.filter((column) => column.primary).map((column) => column.name)
      return (db.client.pragma(`foreign_key_list(${name})`) as { from: string }[])
        .filter((key) => !indexes.includes(key.from) && !primary.includes(key.from))
        .map((key) => `${name}.${key.from}`)
    })
    expect(bare).toEqual([])
  })
})

describe('decimal columns', () => {
  const insert = (value: unknown): (() => void) => {
    const db = freshDatabase()
    db.client.pragma('foreign_keys = OFF')
    const statement = db.client.prepare(
      `INSERT INTO adjustment (period_id, unit_id, class_code, points, reason, created_at) VALUES (1, 1, 'a', ?, ?, '')`
    )
    return () => void statement.run(value, String(value))
  }

  it.each(['0', '1', '12.5', '0.001', '100000000000000000000.5'])('take %s as text', (text) => {
    expect(insert(text)).not.toThrow()
  })

  it.each([
    '',
    ' ',
    '-',
    '.',
    '.5',
    '5.',
    '1e3',
    '１２',
    '1,000',
    '1 0',
    '1.2.3',
    '--1',
    '1-2',
    'NaN',
    '-.5',
    'Infinity',
    '-1'
  ])('refuse 「%s」', (text) => {
    expect(insert(text)).toThrow(/CHECK constraint failed/)
  })

  it('take every canonical decimal, negative ones where the column allows', () => {
    const db = freshDatabase()
    db.client.pragma('foreign_keys = OFF')
    const statement = db.client.prepare(
      `INSERT OR REPLACE INTO measurement (id, period_id, unit_id, indicator_id, field, state, value, updated_at) VALUES (1, 1, 1, 1, 'actual', 'VALUE', ?, '')`
    )
    const read = db.client.prepare('SELECT value, typeof(value) AS type FROM measurement')
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 12 }),
        (digits, places) => {
          const text = canonical(dec(`${digits}e-${places}`))
          statement.run(text)
          expect(read.get()).toEqual({ value: text, type: 'text' })
        }
      )
    )
  })
})

describe('constraints', () => {
  it.each([
    ['NA with a value', 'NA', '0'],
    ['MISSING with a value', 'MISSING', '0'],
    ['VALUE without one', 'VALUE', null],
    ['ESTIMATED without one', 'ESTIMATED', null],
    ['an unknown state', 'LATE', '1']
  ])('a measurement may not be %s', (_what, state, value) => {
    const { db } = filledDatabase()
    expect(() =>
      db.client
        .prepare(
          `INSERT INTO measurement (period_id, unit_id, indicator_id, field, state, value, updated_at) VALUES (1, 1, 1, 'actual', ?, ?, '')`
        )
        .run(state, value)
    ).toThrow(/CHECK constraint failed/)
  })

  it.each([
    ["UPDATE period SET state = 'done'", /period_state/],
    ["UPDATE period SET key = '2026-3'", /period_key/],
    ['DELETE FROM unit', /FOREIGN KEY/],
    ['DELETE FROM period', /FOREIGN KEY/],
    ["INSERT INTO unit (code, name, kind, sort_no) VALUES ('finance', '又一个', 'DEPARTMENT', 9)", /UNIQUE/],
    [
      "INSERT INTO group_membership (group_id, unit_id, from_period, rank_mode) SELECT group_id, unit_id, '2026Q4', 'RANKED' FROM group_membership LIMIT 1",
      /UNIQUE/
    ]
  ])('%s is refused', (sql, message) => {
    const { db } = filledDatabase()
    expect(() => db.client.exec(sql)).toThrow(message)
  })
})

describe('what is append only', () => {
  it.each(['snapshot', 'rank_entry', 'audit_log', 'target_change', 'year_snapshot', 'decision'])(
    '%s rows can be neither changed nor deleted',
    (table) => {
      const { db, versionId } = filledDatabase()
      db.client.exec(`
      INSERT INTO snapshot (public_id, period_id, revision, scheme_version_id, inputs_hash, payload_hash, payload, inputs, app_version, frozen_at, who, reason)
      VALUES ('a', 1, 1, ${versionId}, '', '', '', '', '', '', '', '');
      INSERT INTO rank_entry (snapshot_id, race, group_code, unit, rank, tied, total) VALUES (1, 'main', 'offices', 'finance', 1, 0, '90');
      INSERT INTO year_snapshot (public_id, year, span, revision, payload, payload_hash, inputs, app_version, frozen_at, who, reason)
      VALUES ('y', 2026, 'YEAR', 1, '', '', '', '', '', '', '');
      INSERT INTO decision (period_id, type, payload, basis, decided_by, decided_on, recorded_at, recorded_by)
      VALUES (1, 'TIE', '{"type":"TIE"}', '', '', '', '', '')`)
      append(db, { at: AT, who: '张三', what: '冻结', subject: '2026Q3' })
      changeTarget(db, {
        versionId,
        indicator: 'events',
        unit: 'sports',
        before: null,
        after: null,
        at: AT,
        by: '张三',
        reason: '会议'
      })
      const first = db.client
        .prepare(`SELECT name FROM pragma_table_info('${table}') WHERE name <> 'id' LIMIT 1`)
        .pluck()
        .get()
      expect(() => db.client.exec(`UPDATE ${table} SET ${String(first)} = ${String(first)}`)).toThrow(
        /immutable|append only/
      )
      expect(() => db.client.exec(`DELETE FROM ${table}`)).toThrow(/immutable|append only/)
      expect(() => db.client.exec(`REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow(
        /immutable|append only/
      )
      expect(db.client.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(1)
    }
  )
})
