import { dec } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import type { EntryContext, QuarterEntry } from './quarterEntry.ts'
import { quarterName } from './spans.ts'
import type { YearScore } from './yearScore.ts'

/** Scored, but with too few counted quarters to be ranked (§6.4-10, G20). */
export function tooFewQuarters({ combined, total }: YearScore, { year }: RaceDefinition): boolean {
  return total !== null && combined.counted.length < year.minQuarters
}

/** 备注 of a unit in the year: why there is no total or no place, and what is not plain history. */
export function yearRemarks(score: YearScore, context: EntryContext, group: string): string[] {
  const { race } = context
  const { entries, combined, leadership } = score
  const of = (state: QuarterEntry['state']): QuarterEntry[] =>
    entries.filter((entry) => entry.state === state)
  const quarters = (list: readonly QuarterEntry[]): string =>
    list.map((entry) => quarterName(entry.period)).join('、')
  const [imputed, inherited] = [of('IMPUTED'), of('INHERITED')]
  const awaited = entries.filter((entry) => entry.awaited)
  const missing = of('MISSING').filter((entry) => !entry.awaited)
  const remarks: (string | null)[] = [
    score.rankMode === 'LISTED_NOT_RANKED' ? '单列不排名' : null,
    missing.length === 0 ? null : `${quarters(missing)}没有成绩，${missingWords(race)}`,
    awaited.length === 0
      ? null
      : `${quarters(awaited)}尚未冻结${combined.reason === 'UNDECIDED' ? '' : '，暂不计入'}`,
    combined.reason === 'NO_WEIGHT' ? '计入的季度权重合计为 0' : null,
    leadership.state === 'ABSENT' ? '领导评价未录入' : null,
    leadership.state === 'OUT_OF_RANGE'
      ? `领导评价 ${formatValue(dec(leadership.given))} 不在 0–${race.year.leadership} 之内，没有采用`
      : null,
    score.rankMode === 'RANKED' && tooFewQuarters(score, race)
      ? `只有 ${combined.counted.length} 个季度计入，不足 ${race.year.minQuarters} 个，计分不排名`
      : null,
    imputed.length === 0 ? null : `含补分：${quarters(imputed)}`,
    inherited.length === 0 ? null : `${quarters(inherited)}承继前身单位的成绩`,
    ...formerNames(score, context),
    ...formerGroups(score, context, group)
  ]
  return remarks.filter((remark) => remark !== null)
}

function missingWords({ year }: RaceDefinition): string {
  return { DECIDE: '等待补分决定', EXCLUDE: '不计入', ZERO: '按 0 分计' }[year.missing]
}

function formerNames({ codes, entries, name }: YearScore, { names }: EntryContext): string[] {
  if (codes.length < 2 || !entries.some((entry) => entry.value !== null)) return []
  const former = codes.slice(1).flatMap((code) => {
    const before = names.get(code) ?? code
    return before === name ? [] : [before]
  })
  return former.length === 0 ? [] : [`原名${former.join('、')}`]
}

function formerGroups({ entries }: YearScore, { scheme }: EntryContext, group: string): string[] {
  return entries.flatMap(({ result, period }) => {
    if (result === null || result.group === group) return []
    const name = scheme.groups.find((entry) => entry.code === result.group)?.name ?? result.group
    return [`${quarterName(period)}在${name}`]
  })
}
