import { describe, expect, it } from 'vitest'
import { catalogueOf } from '#electron/services/importing/catalogueOf.ts'
import type { CatalogueIndicator } from '#shared/domain/importing/catalogue.ts'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { officeScheme } from '../helpers/smallQuarter.ts'

/** The indicator 综合评价 of the office's scheme with another rule, and another one for its group. */
function indicatorWith(rule: object, byGroup: readonly object[] = []): CatalogueIndicator {
  const plain = structuredClone(officeScheme()) as unknown as {
    races: { dimensions: { indicators: Record<string, unknown>[] }[] }[]
  }
  Object.assign(plain.races[0]!.dimensions[0]!.indicators[1]!, { rule, byGroup })
  return catalogueOf(schemeDefinition.parse(plain), '2026Q3', []).indicators[1]!
}

const names = (indicator: CatalogueIndicator): string[] => indicator.parts!.parts.map(({ name }) => name)

describe('what an import learns of a rule', () => {
  it('knows the options of votes, the ones that do not count, and the evaluator groups', () => {
    const found = indicatorWith({
      kind: 'BALLOT_SHARE',
      params: {
        options: [{ name: '优秀', weight: '100' }],
        invalid: [{ name: '弃权' }],
        groups: [{ name: 'A票', weight: '100' }]
      }
    })
    expect(names(found)).toEqual(['优秀', '弃权'])
    expect(found.parts).toMatchObject({ kind: 'VOTES', groups: ['A票'] })
    expect(found.parts!.parts.map(({ isInvalid }) => isInvalid === true)).toEqual([false, true])
    expect(found.fields).toEqual(['rating'])
  })

  it('joins the items of groups that have a list of their own', () => {
    const list = (name: string) => ({ kind: 'DEDUCT_LIST', params: { items: [{ name, points: '1' }] } })
    const found = indicatorWith(list('迟报'), [{ group: 'g', rule: list('漏报') }])
    expect(names(found)).toEqual(['迟报', '漏报'])
  })

  it('knows where numbers are places, and how high a direct score may be', () => {
    const rank = (source: string) =>
      indicatorWith({ kind: 'RANK_POINTS', params: { decrement: '5', source } }).readsPlaces
    expect([rank('GIVEN'), rank('ACTUAL')]).toEqual([true, false])
    expect(indicatorWith({ kind: 'DIRECT_SCORE', params: {} }).ratingMax).toBe('40')
    expect(indicatorWith({ kind: 'DIRECT_SCORE', params: { outOf: '100' } }).ratingMax).toBe('100')
    expect(indicatorWith({ kind: 'DIRECT_SCORE', params: { outOf: '100', max: '95' } }).ratingMax).toBe('95')
  })

  it('has no parts for rules that read a value alone', () => {
    expect(indicatorWith({ kind: 'RATIO_TO_TARGET', params: {} }).parts).toBeNull()
    expect(indicatorWith({ kind: 'RATIO_TO_BEST', params: {} }).parts).toBeNull()
  })
})
