import { dec, HUNDRED, mean, sum, type D } from '../../number/decimal.ts'
import { printFixed } from '../../number/rounding.ts'
import { quarterOf } from '../../period/periodKey.ts'
import { quarterShare } from '../../period/yearNumbers.ts'
import type { YearQuarter, YearUnit } from '../../period/yearResult.ts'
import type { Policies } from '../../scheme/policies.ts'
import type { YearRules } from '../../scheme/yearRules.ts'

/** The rules that a year was put together with, where the report has them. */
export interface FormulaRules {
  rules: YearRules
  policies: Policies
}

export const scoreColumn = ({ period }: Pick<YearQuarter, 'period'>): string => `SCORE:${period}`

interface Combination {
  formula: string
  value: D
}

/** What combines the quarters' printed scores in the row's cells, and what comes of it; null where nothing counts. */
function combination(unit: YearUnit, { rules }: FormulaRules): Combination | null {
  const counted = unit.quarters.filter((quarter) => quarter.weight !== null)
  if (counted.length === 0 || counted.some(({ score }) => score === null)) return null
  const scores = counted.map(({ score }) => dec(score!))
  const cells = counted.map((quarter) => `{${scoreColumn(quarter)}}`)
  if (rules.method !== 'WEIGHTED') return { formula: `AVERAGE(${cells.join(',')})`, value: mean(scores) }
  const weights = counted.map(({ period }) => rules.weights[`Q${quarterOf(period).quarter}`])
  const all = sum(weights.map((weight) => dec(weight)))
  if (all.isZero()) return null
  const terms = cells.map((cell, index) => `${cell}*${weights[index]}`)
  return {
    formula: `(${terms.join('+')})/(${weights.join('+')})`,
    value: sum(scores.map((score, index) => score.times(dec(weights[index]!)))).div(all)
  }
}

/** `ROUND(…)`, but only where it gives what the year printed: spreadsheets round half away from zero. */
function rounded({ formula, value }: Combination, printed: string, policies: Policies): string | null {
  if (policies.rounding !== 'HALF_UP') return null
  const { decimals } = policies
  return printFixed(value, decimals) === printed ? `ROUND(${formula},${decimals})` : null
}

/** Formula of 季度合成, null where the cells do not give it. */
export function quarterScoreFormula(unit: YearUnit, rules: FormulaRules): string | null {
  const combined = combination(unit, rules)
  if (combined === null || unit.quarterScore === null) return null
  return rounded(combined, unit.quarterScore.printed, rules.policies)
}

/** Formula of 年度得分: from the quarters' own cells, since nothing is rounded in between. */
export function totalFormula(unit: YearUnit, { rules, policies }: FormulaRules): string | null {
  const combined = combination(unit, { rules, policies })
  if (combined === null || unit.total === null) return null
  if (rules.leadership === '0') return rounded(combined, unit.total.printed, policies)
  if (unit.leadership === null) return null
  const share = quarterShare(rules.leadership)
  return rounded(
    {
      formula: `${combined.formula}*${share.toFixed()}/100+{LEADERSHIP}`,
      value: combined.value.times(share).div(HUNDRED).plus(dec(unit.leadership.printed))
    },
    unit.total.printed,
    policies
  )
}

/** Formula of the group's mean over the column above it; null where that column holds other totals as well. */
export function meanFormula(listed: readonly YearUnit[], printed: string, decimals: number): string | null {
  const totals = listed.flatMap(({ total }) => (total === null ? [] : [dec(total.printed)]))
  if (totals.length === 0 || printFixed(mean(totals), decimals) !== printed) return null
  return `ROUND(AVERAGE({TOTAL:all}),${decimals})`
}
