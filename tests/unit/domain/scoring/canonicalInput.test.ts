import { describe, expect, it } from 'vitest'
import { canonicalInput } from '#shared/domain/scoring/canonicalInput.ts'
import { entry, input, rating, reading, scheme } from './build.ts'

const definition = scheme({
  units: ['a', 'b'],
  dimensions: [
    {
      code: 'd',
      name: '板块',
      fullMark: '100',
      indicators: [{ code: 'a1', name: '甲', fullMark: '100', rule: { kind: 'DIRECT_SCORE' } }]
    }
  ]
})
const readings = [reading('a', 'a1', '9'), rating('b', 'a1', '甲', '8'), rating('b', 'a1', '乙', '7')]
const adjustments = [entry(1, 'a', 'x', '1'), entry(2, 'b', 'x', '2')]
const standings = [
  { race: 'r', unit: 'a', group: 'g', rank: 1, total: '90.00' },
  { race: 'r', unit: 'b', group: 'g', rank: 2, total: '80.00' }
]
const whole = input(definition, { readings, adjustments, previous: { period: '2026Q2', standings } })

describe('canonicalInput', () => {
  it('does not depend on the order of readings, entries, standings or keys', () => {
    const shuffled = {
      previous: { standings: [...standings].reverse(), period: '2026Q2' },
      adjustments: [...adjustments].reverse(),
      readings: [...readings]
        .reverse()
        .map((item) => Object.fromEntries(Object.entries(item).reverse()) as typeof item),
      schemeVersion: 1,
      scheme: definition,
      period: '2026Q3'
    }
    expect(canonicalInput(shuffled)).toBe(canonicalInput(whole))
  })

  it('changes with every number, and with the order of units', () => {
    const texts = [
      whole,
      { ...whole, readings: [reading('a', 'a1', '9.1'), ...readings.slice(1)] },
      { ...whole, readings: [reading('a', 'a1', '9', { state: 'ESTIMATED' }), ...readings.slice(1)] },
      { ...whole, schemeVersion: 2 },
      { ...whole, previous: null },
      { ...whole, scheme: { ...definition, units: [...definition.units].reverse() } }
    ].map(canonicalInput)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('is JSON that reads back as the same content', () => {
    expect(JSON.parse(canonicalInput(whole))).toMatchObject({
      period: '2026Q3',
      scheme: { title: '测试方案' }
    })
  })
})
