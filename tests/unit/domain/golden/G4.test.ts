import { expect, it } from 'vitest'
import { printedScores } from './tried.ts'

it.each([
  ['8', '10', '8', '22.00', 'target at the baseline: +1 a point'],
  ['8', '13', '8', '24.00', 'cap +4'],
  ['8', '5', '8', '17.00', '−1 a point'],
  ['8', '2', '8', '16.00', 'cap −4'],
  ['6', '11', '8', '23.00', '25 % below the baseline: cap +3'],
  ['5', '10', '8', '22.00', '37.5 %: cap +2'],
  ['4', '10', '8', '21.00', '50 %: cap +1'],
  ['-2', '1', '3', '20.00', 'a negative target: no bonus'],
  ['-2', '-5', '3', '17.00', 'a negative target missed']
])('G4 (S11): target %s, actual %s, baseline %s → %s (%s)', (target, actual, baseline, expected) => {
  const given = {
    rule: { kind: 'SASAC_GROWTH' },
    indicator: { fullMark: '20', unit: '%' },
    participants: [{ unit: 'u', target, actual, ratings: { 基准值: baseline } }]
  }
  expect(printedScores(given)).toEqual({ u: expected })
})
