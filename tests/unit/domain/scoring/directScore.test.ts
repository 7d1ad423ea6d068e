import { describe, expect, it } from 'vitest'
import { fieldsOfRule } from '#shared/domain/scoring/registry.ts'
import { cell, printed, rating, reading, runRule } from './build.ts'

const providers = [
  { name: '园区', share: '70' },
  { name: '乡镇', share: '30' }
]

describe('DIRECT_SCORE', () => {
  it('G1 item 4 (S9): 园区 14 and 乡镇 12, weighted 70/30 → 13.40', () => {
    const readings = [rating('u', 'a1', '张三', '14', '园区'), rating('u', 'a1', '乡镇', '12')]
    const outcome = runRule({
      kind: 'DIRECT_SCORE',
      params: { providers },
      indicator: { fullMark: '15' },
      readings
    })
    expect(printed(outcome)).toBe('13.40')
    expect(outcome.trace.sentence).toBe('园区 14.00 × 70% + 乡镇 12.00 × 30% = 13.40，满分 15 → 13.40')
  })

  it('G1 item 5 (S9): mean of 13, 14, 12, 15 → 13.50', () => {
    const readings = ['13', '14', '12', '15'].map((mark, index) => rating('u', 'a1', `评分${index}`, mark))
    expect(printed(runRule({ kind: 'DIRECT_SCORE', indicator: { fullMark: '15' }, readings }))).toBe('13.50')
  })

  it('takes the assessor’s score before the actual value, and never the self score', () => {
    const actual = reading('u', 'a1', '9')
    const score = reading('u', 'a1', '8.5', { field: 'score' })
    const self = reading('u', 'a1', '10', { field: 'self' })
    const run = (readings: (typeof actual)[]) =>
      printed(runRule({ kind: 'DIRECT_SCORE', indicator: { fullMark: '10' }, readings }))
    expect(run([actual, score, self])).toBe('8.50')
    expect(run([actual, self])).toBe('9.00')
    expect(run([self])).toBe('MISSING')
  })

  it('scales marks out of another number', () => {
    const outcome = runRule({
      kind: 'DIRECT_SCORE',
      params: { outOf: '100' },
      indicator: { fullMark: '20' },
      readings: [reading('u', 'a1', '88', { field: 'score' })]
    })
    expect(printed(outcome)).toBe('17.60')
    expect(outcome.trace.sentence).toBe('评分 88，由 100 分折算满分 20 → 17.60')
  })

  it('refuses a score above the full mark and says where it stands', () => {
    const outcome = runRule({
      kind: 'DIRECT_SCORE',
      indicator: { fullMark: '30' },
      readings: [reading('u', 'a1', '32', { field: 'score', source: cell('D12', '32') })]
    })
    expect(outcome).toMatchObject({
      status: 'REFUSED',
      reason: '目标任务.xlsx · 表1 · D12：评分 32 超过满分 30，请核对后改正'
    })
  })

  it.each([
    ['below the least', { min: '60', outOf: '100' }, '59'],
    ['above the most', { max: '95', outOf: '100' }, '96']
  ])('refuses a score %s', (_, params, value) => {
    const readings = [reading('u', 'a1', value, { field: 'score' })]
    expect(runRule({ kind: 'DIRECT_SCORE', params, readings }).status).toBe('REFUSED')
  })

  it('waits for a provider that has not marked, and shares out the part of one that does not apply', () => {
    const run = (town: string | null, state: 'NA' | 'MISSING' | 'VALUE') =>
      printed(
        runRule({
          kind: 'DIRECT_SCORE',
          params: { providers },
          indicator: { fullMark: '15' },
          readings: [
            rating('u', 'a1', '园区', '14'),
            reading('u', 'a1', town, { field: 'rating', rater: { group: '乡镇', name: '' }, state })
          ]
        })
      )
    expect(run(null, 'MISSING')).toBe('MISSING')
    expect(run(null, 'NA')).toBe('14.00')
    expect(run('12', 'VALUE')).toBe('13.40')
  })

  it('asks importers for marks only when several providers share the item', () => {
    expect(fieldsOfRule({ kind: 'DIRECT_SCORE', params: {} })).toEqual(['score'])
    expect(fieldsOfRule({ kind: 'DIRECT_SCORE', params: { providers } })).toEqual(['rating'])
    expect(fieldsOfRule({ kind: 'RANK_POINTS', params: { decrement: '2', source: 'GIVEN' } })).toEqual([
      'actual',
      'rating'
    ])
    expect(fieldsOfRule({ kind: 'NO_SUCH', params: {} })).toEqual([])
  })
})
