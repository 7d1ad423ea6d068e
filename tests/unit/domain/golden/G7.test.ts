import { describe, expect, it } from 'vitest'
import { tried } from './tried.ts'

const TERMS = [
  { name: 'GDP增速', factor: '1.5', limit: '5' },
  { name: '生产性投资增速', factor: '0.15', limit: '3' },
  { name: '工业性投资增速', factor: '0.15', limit: '3' }
]
const COEFFICIENTS = [
  { unit: '鹿城', factor: '1.35' },
  { unit: '文成', factor: '1' },
  { unit: '乐清', factor: '1.25' }
]

/** Each term as its own rate and the one that it is compared with. */
const terms = (...pairs: [own: string, against: string][]) =>
  pairs.flatMap(([own, against], index) => [
    { name: TERMS[index]!.name, value: own },
    { name: TERMS[index]!.name, group: '对照', value: against }
  ])

const run = (limited: boolean) =>
  tried({
    rule: {
      kind: 'RATIO_TO_BEST',
      params: {
        coefficients: COEFFICIENTS,
        corrections: TERMS.map(({ name, factor, limit }) => ({ name, factor, ...(limited ? { limit } : {}) }))
      }
    },
    indicator: { fullMark: '400', unit: '%' },
    participants: [
      { unit: '鹿城', actual: '40', ratings: terms(['8', '9'], ['45', '42'], ['50', '47']) },
      { unit: '文成', actual: '60', ratings: terms(['16', '12'], ['70', '42'], ['30', '52']) },
      { unit: '乐清', actual: '48' }
    ]
  })

describe('G7 (S5, S6): ratio to the best with difficulty and limited corrections', () => {
  it.each([
    ['鹿城', '53.19', '327.32'],
    ['文成', '65', '400.00'],
    ['乐清', '60', '369.23']
  ])('%s: composite %s → %s', (unit, composite, score) => {
    const found = run(true)[unit]!
    expect(found.trace.steps.find((step) => step.label === '综合值')?.value).toBe(composite)
    expect(found.score?.printed).toBe(score)
  })

  it('the limits come before the best is chosen: without them 文成 is 66.9 and all others move', () => {
    const found = run(false)
    expect(found['文成']?.trace.steps.find((step) => step.label === '综合值')?.value).toBe('66.9')
    expect(found['文成']?.score?.printed).toBe('400.00')
    // 53.19 and 60 of 66.9.
    expect([found['鹿城'], found['乐清']].map((unit) => unit?.score?.printed)).toEqual(['318.03', '358.74'])
  })
})
