import { describe, expect, it } from 'vitest'
import { monthsOf, quarterName, quartersOfSpan, spanTitle } from '#shared/domain/period/spans.ts'

describe('spans', () => {
  it.each([
    ['YEAR', ['2026Q1', '2026Q2', '2026Q3', '2026Q4'], '2026年度'],
    ['H1', ['2026Q1', '2026Q2'], '2026年上半年'],
    ['H2', ['2026Q3', '2026Q4'], '2026年下半年']
  ] as const)('%s → %j', (span, quarters, title) => {
    expect(quartersOfSpan(2026, span)).toEqual(quarters)
    expect(spanTitle(2026, span)).toBe(title)
  })

  it.each([
    ['2026Q1', [1, 2, 3], '第一季度'],
    ['2026Q2', [4, 5, 6], '第二季度'],
    ['2026Q3', [7, 8, 9], '第三季度'],
    ['2026Q4', [10, 11, 12], '第四季度']
  ] as const)('%s has the months %j', (period, months, name) => {
    expect(monthsOf(period)).toEqual(months)
    expect(quarterName(period)).toBe(name)
  })
})
