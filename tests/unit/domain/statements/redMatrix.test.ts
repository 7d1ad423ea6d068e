import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { redMatrix } from '#shared/domain/statements/redMatrix.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { input, reading, scheme } from '../scoring/build.ts'

const definition = scheme({
  units: ['u', 'v'],
  dimensions: [
    {
      code: 'd',
      name: '经济',
      fullMark: '100',
      indicators: [
        {
          code: 'a',
          name: '营收',
          fullMark: '50',
          rule: { kind: 'RATIO_TO_TARGET' },
          targets: [{ unit: '*', base: '10' }]
        },
        {
          code: 'b',
          name: '利润',
          fullMark: '50',
          rule: { kind: 'RATIO_TO_TARGET' },
          targets: [{ unit: '*', base: '10' }]
        }
      ]
    }
  ]
})

/** Values of u·a, v·a, u·b, v·b; null is 缺报, '/' 不适用. */
function quarter(period: PeriodKey, values: readonly (string | null)[]) {
  const keys = [
    ['u', 'a'],
    ['v', 'a'],
    ['u', 'b'],
    ['v', 'b']
  ] as const
  const readings = keys.map(([unit, indicator], index) => {
    const value = values[index]!
    return value === '/' ? reading(unit, indicator, null, { state: 'NA' }) : reading(unit, indicator, value)
  })
  const results = computeResults({ ...input(definition, { readings }), period })
  return { results, preview: false, rules: definition.progress }
}

const YEAR = [
  quarter('2026Q1', ['10', '12', '10', '9']),
  quarter('2026Q2', ['11', '10', '10', '10']),
  quarter('2026Q3', ['10', '/', '3', null]),
  quarter('2026Q4', ['10', '10', null, null])
]

function cellsOf(indicator: string, unit: string | null = null): string[] {
  const matrix = redMatrix(YEAR, { unit, whole: true })
  return matrix.rows
    .find((row) => row.indicator === indicator)!
    .cells.map(({ state, met, of }) => `${state} ${met}/${of}`)
}

describe('指标全年红', () => {
  it('is red where everybody that the indicator applies to reached the target', () => {
    expect(cellsOf('a')).toEqual(['RED 2/2', 'RED 2/2', 'RED 1/1', 'RED 2/2'])
    expect(cellsOf('b')).toEqual(['PARTLY 1/2', 'RED 2/2', 'NOT 0/2', 'MISSING 0/2'])
  })

  it('a whole year is red only with four red quarters on record', () => {
    const allYear = (quarters: typeof YEAR, whole: boolean) =>
      redMatrix(quarters, { unit: null, whole }).rows.map((row) => row.allYear)
    expect(allYear(YEAR, true)).toEqual([true, false])
    expect(allYear(YEAR.slice(0, 3), false)).toEqual([false, false])
  })

  it('can be read for one unit', () => {
    expect(cellsOf('b', 'u')).toEqual(['RED 1/1', 'RED 1/1', 'NOT 0/1', 'MISSING 0/1'])
    expect(cellsOf('a', 'v')).toEqual(['RED 1/1', 'RED 1/1', 'NONE 0/0', 'RED 1/1'])
  })

  it('全线红: a quarter in which every indicator is red', () => {
    expect(redMatrix(YEAR, { unit: null, whole: true }).allRed).toEqual([
      { period: '2026Q1', red: 1, of: 2, all: false },
      { period: '2026Q2', red: 2, of: 2, all: true },
      { period: '2026Q3', red: 1, of: 2, all: false },
      { period: '2026Q4', red: 1, of: 2, all: false }
    ])
  })
})
