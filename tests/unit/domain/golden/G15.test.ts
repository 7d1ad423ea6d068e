import { expect, it } from 'vitest'
import { standTotals } from '../ranking/standTotals.ts'

// Quotas, 红黑榜 and streaks run in ../ranking; person quotas there by their own function, here in a whole quarter.
it.each([
  [[], 'FLOOR', '15', 6],
  [['人民满意机关'], 'FLOOR', '20', 8],
  [['人民满意机关'], 'ROUND', '20', 9],
  // 15 + 5 + 3 = 23 is capped at 20.
  [['人民满意机关', '文明单位'], 'FLOOR', '20', 8],
  [['人民满意机关', '文明单位'], 'ROUND', '20', 9]
])('G15 (S36): 43 staff, 优秀, honours %j, %s: %s %% → %i', (held, rounding, percent, places) => {
  const honours = [
    { name: '人民满意机关', plus: '5' },
    { name: '文明单位', plus: '3' }
  ].map((honour) => ({ ...honour, units: held.some((name) => name === honour.name) ? ['u'] : [] }))
  const { unit } = standTotals(
    { u: '95' },
    {
      race: {
        grades: { levels: [{ name: '优秀', atLeast: '90' }, { name: '达标' }] },
        personQuotas: {
          byGrade: [
            { grade: '优秀', percent: '15' },
            { grade: '达标', percent: '10' }
          ],
          honours,
          cap: '20',
          rounding
        }
      },
      unitFields: { u: { staff: 43 } }
    }
  )
  expect(unit('u').personQuota).toMatchObject({ staff: 43, percent, places })
})
