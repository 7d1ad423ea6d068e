import { canonical, dec, sum } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import type { PersonQuotaRules } from '../../scheme/gradeRules.ts'
import type { UnitDefinition } from '../../scheme/schemeDefinition.ts'
import type { UnitResult } from '../resultSet.ts'
import { quotaOf } from './quotaPlaces.ts'

/**
 * 个人优秀名额 of a unit (S36): its staff × the percentage of its grade and its honours, never above the cap. Null where the
 * staff is not known, or the unit has no grade that gives a percentage.
 */
export function personQuotaOf(
  { code, staff }: UnitDefinition,
  grade: string | null,
  rules: PersonQuotaRules
): UnitResult['personQuota'] {
  const base = rules.byGrade.find((entry) => entry.grade === grade)
  if (base === undefined || staff === undefined) return null
  const honours = rules.honours.filter((honour) => honour.units.includes(code))
  const added = sum([base.percent, ...honours.map((honour) => honour.plus)].map((text) => dec(text)))
  const isCapped = rules.cap !== undefined && added.greaterThan(dec(rules.cap))
  const percent = isCapped ? dec(rules.cap!) : added
  const { places, words } = quotaOf(staff, percent, rules.rounding)
  const parts = [
    `${base.grade} ${base.percent}%`,
    ...honours.map((honour) => `${honour.name} ${honour.plus}%`)
  ].join(' + ')
  const total = honours.length === 0 ? '' : ` = ${formatValue(added)}%`
  const cap = isCapped ? `，封顶 ${formatValue(percent)}%` : ''
  return {
    staff,
    percent: canonical(percent),
    places,
    sentence: `${parts}${total}${cap}；在编 ${staff} 人 × ${formatValue(percent)}% = ${words}`
  }
}
