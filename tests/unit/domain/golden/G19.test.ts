import { expect, it } from 'vitest'
import { standTotals } from '../ranking/standTotals.ts'

// 89.995 under ≥ 90 and the tie of 88.124 and 88.116 run in ../ranking.
it.each([
  ['86.005', '86.01'],
  ['1.005', '1.01']
])('G19: a total of %s prints %s, where floats would print a hundredth less', (total, printed) => {
  expect(standTotals({ u: total }).unit('u').total).toEqual({ exact: total, printed })
})
