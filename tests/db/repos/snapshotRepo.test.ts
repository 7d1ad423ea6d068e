import { describe, expect, it } from 'vitest'
import type { ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { createPeriod, movePeriod } from '#db/repos/periodRepo.ts'
import { currentResult, saveResult } from '#db/repos/resultRepo.ts'
import {
  getSnapshot,
  insertSnapshot,
  latestSnapshot,
  rankHistoryOf,
  snapshotsBefore,
  snapshotsOf
} from '#db/repos/snapshotRepo.ts'
import type { Database } from '#db/open.ts'
import { PLAIN_COUNTS, PLAIN_RACE, PLAIN_RESULT, PLAIN_UNIT } from '../../helpers/plainResults.ts'
import { AT, filledDatabase, refusal } from '../fixture.ts'

/** The least that the schema takes as results. */
function results(period: string, totals: Record<string, string>): ResultSet {
  const zero = { exact: '0', printed: '0.00' }
  const units = Object.entries(totals).map(([unit, total], index): UnitResult => ({
    unit,
    name: unit,
    group: 'offices',
    rankMode: 'RANKED',
    state: 'SCORED',
    reasons: [],
    dimensions: [],
    base: null,
    baseSentence: '',
    rescaledFrom: null,
    adjustments: { entries: [], classes: [], bonus: zero, deduction: zero, sentence: '' },
    total: { exact: total, printed: total },
    totalSentence: '',
    rank: index + 1,
    tied: false,
    previousRank: null,
    previousTotal: null,
    movement: { kind: 'NEW' },
    gapToFirst: null,
    gapToAbove: null,
    gapToMean: null,
    deciding: null,
    ...PLAIN_UNIT,
    remarks: []
  }))
  return {
    format: 'liangji-result',
    formatVersion: 1,
    period,
    ...PLAIN_RESULT,
    previousPeriod: null,
    scheme: { code: 'small', title: '办法', version: 1, organisation: '某局' },
    inputsHash: 'abc',
    decimals: 2,
    races: [
      {
        race: 'main',
        name: '赛',
        fullMark: '100',
        dimensions: [],
        groups: [{ group: 'offices', name: '处室组', units, rankedCount: units.length, mean: null }],
        ...PLAIN_RACE
      }
    ],
    footer: [],
    counts: {
      units: units.length,
      ranked: units.length,
      blocked: 0,
      tiedRanks: 0,
      estimated: 0,
      ...PLAIN_COUNTS
    }
  }
}

describe('results and snapshots', () => {
  const freeze = (
    db: Database,
    versionId: number,
    period: string,
    revision: number,
    totals: Record<string, string>
  ) =>
    insertSnapshot(db, {
      period,
      revision,
      schemeVersionId: versionId,
      results: results(period, totals),
      inputs: '{}',
      appVersion: '0.1.0',
      at: AT,
      by: '张三',
      reason: '冻结'
    })

  it('keep one current result a period', () => {
    const { db } = filledDatabase()
    expect(currentResult(db, '2026Q3')).toBeNull()
    saveResult(db, { period: '2026Q3', results: results('2026Q3', { finance: '80' }), at: AT })
    saveResult(db, { period: '2026Q3', results: results('2026Q3', { finance: '81' }), at: AT })
    expect(currentResult(db, '2026Q3')).toEqual({
      computedAt: AT.toISOString(),
      results: results('2026Q3', { finance: '81' })
    })
  })

  it('read back what was frozen under a name that shows period, revision and content', () => {
    const { db, versionId } = filledDatabase()
    const first = freeze(db, versionId, '2026Q3', 1, { finance: '80' })
    expect(first.publicId).toMatch(/^2026Q3-r1-[0-9a-f]{8}$/)
    expect(getSnapshot(db, first.publicId)).toEqual(first)
    expect(first.results).toEqual(results('2026Q3', { finance: '80' }))
    const second = freeze(db, versionId, '2026Q3', 2, { finance: '81' })
    expect(second.publicId.slice(-8)).not.toBe(first.publicId.slice(-8))
    expect(latestSnapshot(db, '2026Q3')?.publicId).toBe(second.publicId)
    expect(snapshotsOf(db, '2026Q3').map((row) => row.revision)).toEqual([1, 2])
    expect(() => freeze(db, versionId, '2026Q3', 2, { finance: '82' })).toThrow(/immutable/)
    expect([getSnapshot(db, 'none'), latestSnapshot(db, '2026Q4')]).toEqual([null, null])
  })

  it('give history: frozen periods before, oldest first, newest revision, reopened ones left out', () => {
    const { db, versionId } = filledDatabase()
    for (const key of ['2025Q4', '2026Q1', '2026Q2']) {
      createPeriod(db, key, AT)
      movePeriod(db, key, 'computed', '', AT, '')
      movePeriod(db, key, 'frozen', '', AT, '')
      freeze(db, versionId, key, 1, { finance: '70', sports: '60' })
    }
    freeze(db, versionId, '2026Q1', 2, { sports: '75', finance: '70' })
    movePeriod(db, '2025Q4', 'checking', '', AT, '更正')
    expect(snapshotsBefore(db, '2026Q3', 5).map((row) => [row.period, row.revision])).toEqual([
      ['2026Q1', 2],
      ['2026Q2', 1]
    ])
    expect(snapshotsBefore(db, '2026Q3', 1).map((row) => row.period)).toEqual(['2026Q2'])
    expect(rankHistoryOf(db, 'sports').map((row) => [row.period, row.revision, row.rank, row.total])).toEqual(
      [
        ['2025Q4', 1, 2, '60'],
        ['2026Q1', 2, 1, '75'],
        ['2026Q2', 1, 2, '60']
      ]
    )
  })

  it('refuse to show a snapshot that was altered behind the triggers', () => {
    const { db, versionId } = filledDatabase()
    const { publicId } = freeze(db, versionId, '2026Q3', 1, { finance: '80' })
    db.client.exec(
      `DROP TRIGGER snapshot_no_update; UPDATE snapshot SET payload = replace(payload, '"80"', '"99"')`
    )
    expect(refusal(() => getSnapshot(db, publicId)).code).toBe('DB_CORRUPT')
  })
})
