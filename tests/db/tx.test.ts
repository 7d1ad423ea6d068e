import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { getSetting, setSetting } from '#db/repos/settingsRepo.ts'
import { createPeriod, movePeriod } from '#db/repos/periodRepo.ts'
import { saveSchemeVersion } from '#db/repos/schemeRepo.ts'
import { dryRun, tx } from '#db/tx.ts'
import { z } from 'zod'
import { AT, dumpHash, freshDatabase, MIGRATIONS, smallScheme, startChild } from './fixture.ts'

const text = z.string().nullish()

describe('tx', () => {
  it('commits what succeeds, rolls back what throws, and passes both on', () => {
    const db = freshDatabase()
    expect(tx(db, () => (setSetting(db, 'a', '1'), 7))).toBe(7)
    expect(() =>
      tx(db, () => {
        setSetting(db, 'a', '2')
        throw new Error('no')
      })
    ).toThrow('no')
    expect(getSetting(db, 'a', text)).toBe('1')
    expect(db.client.inTransaction).toBe(false)
  })

  it('nests: an inner failure that is caught takes back only its own part', () => {
    const db = freshDatabase()
    tx(db, () => {
      setSetting(db, 'outer', '1')
      expect(() =>
        tx(db, () => {
          setSetting(db, 'inner', '1')
          throw new Error('inner')
        })
      ).toThrow('inner')
      setSetting(db, 'after', '1')
    })
    expect(['outer', 'inner', 'after'].map((key) => getSetting(db, key, text) ?? null)).toEqual([
      '1',
      null,
      '1'
    ])
  })

  it('refuses a promise', () => {
    const db = freshDatabase()
    expect(() => tx(db, () => Promise.resolve(setSetting(db, 'late', '1')))).toThrow(/promise/)
    expect(() => dryRun(db, () => Promise.resolve(1))).toThrow(/await/)
    expect(getSetting(db, 'late', text)).toBeUndefined()
  })
})

describe('dryRun', () => {
  it('runs the real thing, returns its value, and changes nothing', () => {
    const db = freshDatabase()
    const before = dumpHash(db.client)
    const seen = dryRun(db, () => {
      const { versionId } = saveSchemeVersion(db, smallScheme(), {
        status: 'active',
        at: AT,
        fromPeriod: '2026Q3'
      })
      createPeriod(db, '2026Q3', AT)
      movePeriod(db, '2026Q3', 'checking', '张三', AT, '试算')
      return { versionId, units: db.client.prepare('SELECT count(*) FROM unit').pluck().get() }
    })
    expect(seen).toEqual({ versionId: 1, units: 3 })
    expect(dumpHash(db.client)).toBe(before)
  })

  it('returns undefined and null as they are, passes errors on, and nests in a transaction', () => {
    const db = freshDatabase()
    expect(dryRun(db, () => undefined)).toBeUndefined()
    expect(dryRun(db, () => null)).toBeNull()
    expect(() =>
      dryRun(db, () => {
        throw new RangeError('inside')
      })
    ).toThrow(RangeError)
    tx(db, () => {
      setSetting(db, 'kept', '1')
      expect(dryRun(db, () => (setSetting(db, 'kept', '2'), getSetting(db, 'kept', text)))).toBe('2')
    })
    expect(getSetting(db, 'kept', text)).toBe('1')
  })
})

describe('kill -9', () => {
  it.each([
    [0, false],
    [1, false],
    [2, false],
    [3, false],
    [4, true]
  ])('before step %i of a transaction: all of it is there: %s', async (step, written) => {
    const first = freshDatabase()
    setSetting(first, 'earlier', '1')
    const { path } = first
    first.close()
    expect(await startChild('dieInTransaction.ts', path, MIGRATIONS, String(step)).ended).toBe('SIGKILL')

    const db = openDatabase(path, { migrationsFolder: MIGRATIONS })
    onTestFinished(() => db.close())
    expect(db.client.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(getSetting(db, 'earlier', text)).toBe('1')
    const keys = db.client.prepare('SELECT key FROM setting ORDER BY key').pluck().all()
    const log = db.client.prepare('SELECT count(*) FROM audit_log').pluck().get()
    expect({ keys, log }).toEqual(
      written ? { keys: ['earlier', 'first', 'second'], log: 1 } : { keys: ['earlier'], log: 0 }
    )
  })
})
