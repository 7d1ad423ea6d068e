import type { GradeRules, PersonQuotaRules } from '../../scheme/gradeRules.ts'
import type { Policies } from '../../scheme/policies.ts'
import type { SchemeDefinition } from '../../scheme/schemeDefinition.ts'
import { QUOTA_ROUNDING_NAMES } from '../grades/quotaPlaces.ts'
import type { RaceChoices } from '../raceStandings.ts'
import type { RaceResult, UnitResult } from '../resultSet.ts'

const STRADDLE_WORDS: Record<GradeRules['straddle'], string> = {
  ALL_IN: '并列跨名额线的都给',
  ALL_OUT: '并列跨名额线的都不给',
  DECIDE: '并列跨名额线的由人裁定'
}

/** How grades and person quotas were counted, each race by its name where there are several. */
export function gradeSentences(
  scheme: SchemeDefinition,
  { races, choices }: { races: readonly RaceResult[]; choices: ReadonlyMap<string, RaceChoices> }
): string[] {
  const results = new Map(races.map((race) => [race.race, race]))
  return scheme.races.flatMap(({ code, name, grades, personQuotas }) => {
    const result = results.get(code)
    if (grades === undefined || result === undefined) return []
    const units = result.groups.flatMap((group) => group.units)
    const prefix = scheme.races.length > 1 ? `「${name}」` : ''
    return [
      ...ofGrades(grades, units, choices.get(code)?.straddled ?? false, scheme.policies),
      ...ofPersons(personQuotas, units)
    ].map((sentence) => `${prefix}${sentence}`)
  })
}

function ofGrades(
  { levels, of, rounding, straddle }: GradeRules,
  units: readonly UnitResult[],
  straddled: boolean,
  { judgeOn }: Policies
): string[] {
  const limited = levels.slice(0, -1)
  const byPercent = limited.some((level) => level.percent !== undefined && level.places === undefined)
  const byPlaces = byPercent || limited.some((level) => level.places !== undefined)
  const base = of === 'GROUP' ? '本组参加排名的单位数' : '全部组参加排名的单位数'
  const judged = judgeOn === 'PRINTED' ? '取整后的总得分' : '未取整的总得分'
  const vetoed = byPlaces && units.some((unit) => unit.vetoes.length > 0)
  return [
    byPercent ? `等次名额按${base}计算，${QUOTA_ROUNDING_NAMES[rounding]}。` : '',
    !byPercent && byPlaces && of === 'ALL' ? '等次名额由全部组合用。' : '',
    limited.some((level) => level.atLeast !== undefined) ? `等次分数线含本数，按${judged}比较。` : '',
    straddled ? `${STRADDLE_WORDS[straddle]}。` : '',
    vetoed ? '有否决事项的单位不占等次名额，仍计入基数。' : ''
  ].filter((sentence) => sentence !== '')
}

function ofPersons(rules: PersonQuotaRules | undefined, units: readonly UnitResult[]): string[] {
  if (rules === undefined || units.every((unit) => unit.personQuota === null)) return []
  const cap = rules.cap === undefined ? '' : `，最高 ${rules.cap}%`
  return [`个人优秀名额按在编人数和单位等次计算，${QUOTA_ROUNDING_NAMES[rules.rounding]}${cap}。`]
}
