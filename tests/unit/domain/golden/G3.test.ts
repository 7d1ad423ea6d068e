import { expect, it } from 'vitest'
import { printedScores } from './tried.ts'

// The other values run as a scheme file in ../publishedSchemes.
it('G3 (S17): a negative indicator on its target, 10 of 10, is 100.00', () => {
  const scores = printedScores({
    rule: { kind: 'DIRECTION_TABLE' },
    indicator: { direction: 'DOWN', unit: '件' },
    participants: [{ unit: 'on', target: '10', actual: '10' }]
  })
  expect(scores).toEqual({ on: '100.00' })
})
