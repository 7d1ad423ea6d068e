import { describe, expect, it } from 'vitest'
import { computeYear } from '#shared/domain/period/computeYear.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { parseScheme } from '#shared/domain/scheme/parseScheme.ts'
import { S3, S3_YEAR } from '../../../fixtures/schemes/s3.ts'
import { input } from '../scoring/build.ts'
import { printedScores } from './tried.ts'

describe('G6 (S3): rank points of four quarters make the year', () => {
  const { scheme } = parseScheme(S3.scheme)
  const year = computeYear({
    year: 2013,
    span: 'YEAR',
    scheme,
    schemeVersion: 1,
    quarters: S3.quarters.map(({ period, readings }) => ({
      period,
      state: 'FROZEN',
      snapshot: `${period}-r1`,
      results: computeResults(input(scheme, { period, readings }))
    })),
    decisions: []
  })
  const units = year.races[0]!.groups[0]!.units

  it.each([
    ['a', ['18.00', '20.00', '19.00', '19.00'], S3_YEAR.a, 2],
    ['b', ['20.00', '19.00', '20.00', '20.00'], S3_YEAR.b, 1],
    ['j', ['11.00', '11.00', '12.00', '11.00'], S3_YEAR.j, 10]
  ])('%s: %j → %s, rank %i', (code, quarters, total, rank) => {
    const unit = units.find((entry) => entry.unit === code)!
    expect(unit.quarters.map((quarter) => quarter.score)).toEqual(quarters)
    expect(unit.total?.printed).toBe(total)
    expect(unit.indicators).toMatchObject([{ indicator: 'cemeteries', score: total }])
    expect(unit.rank).toBe(rank)
  })

  it('rank 21 is 0 exactly, and rank 22 no less', () => {
    const given = {
      rule: { kind: 'RANK_POINTS', params: { decrement: '5', source: 'GIVEN' } },
      indicator: { fullMark: '20' },
      participants: ['1', '20', '21', '22'].map((place) => ({ unit: place, actual: place }))
    }
    expect(printedScores(given)).toEqual({ '1': '20.00', '20': '1.00', '21': '0.00', '22': '0.00' })
  })
})
