import { describe, expect, it } from 'vitest'
import { effectiveTarget } from '#shared/domain/scoring/effectiveTarget.ts'
import { cell, indicator, reading } from './build.ts'

const phased = { unit: '*', base: '30', stretch: '40', phased: { Q1: '5', Q3: '24' } }

function target(
  nature: 'PERIOD' | 'CUMULATIVE',
  period: string,
  targets: readonly Record<string, unknown>[] = [phased]
) {
  const found = effectiveTarget(indicator({ nature, targets }), 'u', period)
  return found === null ? null : [found.value.toFixed(), found.label]
}

describe('effectiveTarget', () => {
  it.each([
    ['CUMULATIVE', '2026Q3', ['24', '时序目标 Q3']],
    ['CUMULATIVE', '2026Q2', ['15', '时序目标 Q2（年度目标 30 的 2/4）']],
    ['CUMULATIVE', '2026Q4', ['30', '年度目标']],
    ['PERIOD', '2026Q3', ['24', '时序目标 Q3']],
    ['PERIOD', '2026Q2', ['30', '季度目标']]
  ] as const)('%s in %s', (nature, period, expected) => {
    expect(target(nature, period)).toEqual(expected)
  })

  it('takes the unit’s own target as a whole before the one for all', () => {
    const own = { unit: 'u', base: '8' }
    expect(target('CUMULATIVE', '2026Q1', [phased, own])).toEqual(['2', '时序目标 Q1（年度目标 8 的 1/4）'])
  })

  it('uses the target of the sheet only when the scheme has none', () => {
    const stated = reading('u', 'a1', '7', { field: 'target', source: cell('C12', '7') })
    const without = indicator({ targets: [{ unit: '*', rankTarget: 3 }] })
    expect(effectiveTarget(without, 'u', '2026Q3', [stated])).toMatchObject({
      label: '填报目标',
      rankTarget: 3,
      source: { kind: 'cell', address: 'C12' }
    })
    expect(effectiveTarget(indicator({ targets: [phased] }), 'u', '2026Q3', [stated])?.label).toBe(
      '时序目标 Q3'
    )
    expect(effectiveTarget(without, 'u', '2026Q3')).toBeNull()
    const empty = reading('u', 'a1', null, { field: 'target', state: 'NA' })
    expect(effectiveTarget(without, 'u', '2026Q3', [empty])).toBeNull()
  })

  it('keeps the stretch target ahead of a freely phased base: 24 of 30 are due in Q3, so 32 of 40', () => {
    const found = effectiveTarget(indicator({ nature: 'CUMULATIVE', targets: [phased] }), 'u', '2026Q3')
    expect(found?.value.toFixed()).toBe('24')
    expect(found?.stretch?.toFixed()).toBe('32')
  })

  it('phases the stretch target of a cumulative indicator like its base', () => {
    const found = effectiveTarget(indicator({ nature: 'CUMULATIVE', targets: [phased] }), 'u', '2026Q2')
    expect(found?.stretch?.toFixed()).toBe('20')
  })
})
