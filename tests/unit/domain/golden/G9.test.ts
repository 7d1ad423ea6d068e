import { describe, expect, it } from 'vitest'
import { printedScores, tried } from './tried.ts'

const given = (values: readonly string[], direction: 'UP' | 'DOWN' = 'UP', params = {}) => ({
  rule: { kind: 'MINMAX_60_100', params },
  indicator: { direction },
  participants: values.map((actual, index) => ({ unit: `u${index}`, actual }))
})
const scores = (...all: Parameters<typeof given>) => Object.values(printedScores(given(...all)))

describe('G9 (S16): min–max 60–100', () => {
  it.each([
    ['UP', ['12', '18', '9', '15'], ['73.33', '100.00', '60.00', '86.67']],
    ['DOWN', ['3', '5', '4'], ['100.00', '60.00', '80.00']],
    // Another unit's value moves all the others.
    ['UP', ['12', '18', '6', '15'], ['80.00', '100.00', '60.00', '90.00']]
  ] as const)('%s: %j → %j', (direction, values, expected) => {
    expect(scores(values, direction)).toEqual(expected)
  })

  it.each(['100', '80'])('all equal: the configured %s, and flagged', (allEqual) => {
    const equal = given(['7', '7', '7'], 'UP', { allEqual })
    expect(Object.values(printedScores(equal))).toEqual(Array(3).fill(`${allEqual}.00`))
    for (const { trace } of Object.values(tried(equal))) {
      expect(trace.notes.join()).toContain(`全都是 7，分不出高低，按方案定的 ${allEqual} 分计`)
    }
  })
})
