import { expect, it } from 'vitest'
import { tried } from './tried.ts'

// The whole table runs as a scheme file in ../publishedSchemes; what it cannot show is the number behind 「0.00」.
it.each([
  ['LINEAR', '0.001', '0.00'],
  ['STEP', '1', '1.00']
])('G2 (S10): exports at 80.01 %%, %s: exactly %s, shown as %s', (mode, exact, printed) => {
  const { town } = tried({
    rule: { kind: 'DIFF_FROM_TARGET', params: { mode, downPer: '10', downPoints: '1', cliff: '80' } },
    indicator: { fullMark: '2', unit: '万元' },
    participants: [{ unit: 'town', target: '100', actual: '80.01' }]
  })
  expect(town?.score).toEqual({ exact, printed })
})
