import { describe, expect, it } from 'vitest'
import { printedScores } from './tried.ts'

const options = (weights: Record<string, string>) =>
  Object.entries(weights).map(([name, weight]) => ({ name, weight }))
const run = (params: Record<string, unknown>, votes: Record<string, string>) =>
  printedScores({
    rule: { kind: 'BALLOT_SHARE', params },
    participants: [{ unit: 'u', ratings: votes }]
  })['u']

describe('G10: ballots', () => {
  it('S27: 30/12/5/3 → 43.8 ÷ 50 = 87.60', () => {
    const params = { options: options({ 优秀: '100', 良好: '80', 一般: '60', 较差: '40' }) }
    expect(run(params, { 优秀: '30', 良好: '12', 一般: '5', 较差: '3' })).toBe('87.60')
  })

  it.each([
    ['no valid vote', [{ name: '不了解' }], {}, '84.74'],
    ['wrongly counted as a vote of 0', [], { 不了解: '0' }, '80.50']
  ])('S28: 60/25/10 and 5 不了解, %s', (_, invalid, more, expected) => {
    const params = {
      options: options({ 满意: '100', 基本满意: '70', 不满意: '30', ...more }),
      invalid
    }
    expect(run(params, { 满意: '60', 基本满意: '25', 不满意: '10', 不了解: '5' })).toBe(expected)
  })
})
