import { describe, expect, it } from 'vitest'
import { printedScores, tried } from './tried.ts'

const rule = { kind: 'RANK_POINTS', params: { decrement: '2', source: 'GIVEN' } }
const indicator = { fullMark: '200' }

describe('G5 (S2): rank points over several evaluators', () => {
  it('ranks 1, 3, 2, 5 → 200, 192, 196, 184 → 193.00', () => {
    const ratings = { 领导1: '1', 领导2: '3', 领导3: '2', 领导4: '5' }
    const { u } = tried({ rule, indicator, participants: [{ unit: 'u', ratings }] })
    expect(u?.score?.printed).toBe('193.00')
    expect(u?.trace.sentence).toContain('得 200、192、196、184，平均 → 193.00')
  })

  it.each([
    ['SAME_RANK', { a: '200.00', b: '196.00', c: '196.00', d: '188.00' }],
    ['MEAN_OF_PLACES', { a: '200.00', b: '194.00', c: '194.00', d: '188.00' }]
  ] as const)('1, 2, 2, 4 by one evaluator, %s: %j', (tiedRankPoints, expected) => {
    const places = { a: '1', b: '2', c: '2', d: '4' }
    const participants = Object.entries(places).map(([unit, place]) => ({ unit, ratings: { 领导: place } }))
    expect(printedScores({ rule, indicator, policies: { tiedRankPoints }, participants })).toEqual(expected)
  })
})
