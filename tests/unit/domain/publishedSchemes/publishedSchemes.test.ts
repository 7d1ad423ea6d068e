import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { checkScheme } from '#shared/domain/scheme/checkScheme.ts'
import { parseScheme } from '#shared/domain/scheme/parseScheme.ts'
import { byUnit, foundNumbers } from '../../../fixtures/schemes/foundNumbers.ts'
import type { PublishedScheme } from '../../../fixtures/schemes/publishedScheme.ts'
import { S3, S3_YEAR } from '../../../fixtures/schemes/s3.ts'
import { s10 } from '../../../fixtures/schemes/s10.ts'
import { S17 } from '../../../fixtures/schemes/s17.ts'
import { S35 } from '../../../fixtures/schemes/s35.ts'
import { S9 } from '../../../fixtures/schemes/s9.ts'
import { input } from '../scoring/build.ts'

const ALL: readonly (readonly [string, PublishedScheme])[] = [
  ['S3', S3],
  ['S9', S9],
  ['S10 按比例', s10('LINEAR')],
  ['S10 满一档才算', s10('STEP')],
  ['S17', S17],
  ['S35', S35]
]

describe.each(ALL)('%s as a scheme file', (_name, published) => {
  const { scheme } = parseScheme(JSON.parse(JSON.stringify(published.scheme)))

  it('has nothing to put right', () => {
    expect(checkScheme(scheme).filter((problem) => problem.level === 'error')).toEqual([])
  })

  it.each(published.quarters)('gives the published numbers for $period', (quarter) => {
    expect(foundNumbers(scheme, quarter)).toEqual(byUnit(quarter.expected))
  })
})

describe('S3 over the year (G6)', () => {
  it.each(Object.entries(S3_YEAR))('%s: the mean of four quarters is %s', (unit, yearly) => {
    const { scheme } = parseScheme(S3.scheme)
    const points = S3.quarters.map(({ period, readings }) => {
      const { races } = computeResults(input(scheme, { period, readings }))
      return dec(races[0]!.groups[0]!.units.find((entry) => entry.unit === unit)!.total!.exact)
    })
    expect(
      points
        .reduce((sum, value) => sum.plus(value))
        .div(4)
        .toFixed(2)
    ).toBe(yearly)
  })
})
