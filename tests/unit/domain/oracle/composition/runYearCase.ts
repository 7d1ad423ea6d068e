import type { Decision } from '#shared/domain/decision/decision.ts'
import type { YearUnit } from '#shared/domain/period/yearResult.ts'
import {
  decide,
  impute,
  leadership,
  runYear,
  unitsOf,
  yearScheme,
  type Totals
} from '../../period/yearBuild.ts'
import { present } from '../oracleCase.ts'
import type { YearCase } from './yearCase.ts'

const PERIODS = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'] as const

/** The case as the engine takes it: frozen quarters with given totals, and decisions. */
export function runYearCase(given: YearCase): Map<string, YearUnit> {
  const { weights, ...rules } = given.rules
  const [Q1, Q2, Q3, Q4] = weights
  const scheme = yearScheme({
    units: given.units.map((unit) => unit.code),
    listed: given.units.filter((unit) => !unit.ranked).map((unit) => unit.code),
    year: { ...rules, weights: { Q1, Q2, Q3, Q4 } },
    race: present({ grades: given.grades }),
    policies: given.policies
  })
  const quarters = given.quarters.map((state, index) => {
    if (state !== 'FROZEN') return state
    const totals: Totals = {}
    for (const { code, totals: own } of given.units) if (own[index] !== undefined) totals[code] = own[index]
    return totals
  })
  return unitsOf(runYear(scheme, quarters, { decisions: decisionsOf(given) }))
}

function decisionsOf({ units, ruling }: YearCase): Decision[] {
  const id = (unit: number, rest: number): number => unit * 10 + rest
  const settled = units.flatMap(({ code, imputed, leadership: points }, place) => [
    ...imputed.flatMap((value, index) =>
      value === undefined ? [] : [impute(id(place, index), PERIODS[index]!, code, value)]
    ),
    ...(points === undefined ? [] : [leadership(id(place, 5), code, points)])
  ])
  if (ruling === undefined) return settled
  const order = [...ruling]
  return [...settled, decide(99, '2026Q4', { type: 'TIE', race: 'r', group: 'g', order, span: 'YEAR' })]
}
