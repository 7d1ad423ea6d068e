import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import { entryContext, type EntryContext } from './quarterEntry.ts'
import { yearFooter, type RankedRace } from './yearFooter.ts'
import { yearGrades } from './yearGrades.ts'
import { rankYearGroup, yearGroupResult, type YearGroup } from './yearGroup.ts'
import { isFrozenQuarter, type FrozenQuarter, type QuarterUnit, type YearInput } from './yearInput.ts'
import { yearOpen } from './yearOpen.ts'
import type { YearResult } from './yearResult.ts'
import { yearScores, type YearMember } from './yearScore.ts'

/**
 * 年度（半年）成绩 from frozen quarters: each unit's quarters → combined by the race's year rules → leadership's points →
 * rank in group → grade (S3, S33, S37; §2.13, §6.4-10). Units and groups are those of the last frozen quarter: a unit that
 * was merged away appears in its quarters only (G20). Pure; nothing is computed anew from readings.
 */
export function computeYear(input: YearInput): YearResult {
  const { scheme, quarters } = input
  const last = quarters.filter(isFrozenQuarter).at(-1)
  const worked = last === undefined ? [] : scheme.races.flatMap((race) => workOut(input, race, last))
  const ranked = worked.map((entry) => entry.ranked)
  return {
    format: 'liangji-year',
    formatVersion: 1,
    year: input.year,
    span: input.span,
    scheme: {
      code: scheme.code,
      title: scheme.title,
      version: input.schemeVersion,
      organisation: scheme.organisation
    },
    decimals: scheme.policies.decimals,
    quarters: quarters.map((quarter) => ({
      period: quarter.period,
      snapshot: isFrozenQuarter(quarter) ? quarter.snapshot : null
    })),
    races: worked.map(({ ranked: { race, groups, grades }, context }) => ({
      race: race.code,
      name: race.name,
      groups: groups.map((group) => yearGroupResult(group, context, grades))
    })),
    footer: ranked.length === 0 ? [] : yearFooter(input, ranked),
    open: yearOpen(input, ranked)
  }
}

/** Nothing for a race that was not held in the last quarter: it has no participants. */
function workOut(
  input: YearInput,
  race: RaceDefinition,
  last: FrozenQuarter
): { ranked: RankedRace; context: EntryContext }[] {
  const held = last.results.races.find((result) => result.race === race.code)
  if (held === undefined) return []
  const context = entryContext(input, race)
  const score = yearScores(input, context, last.period)
  const order = new Map(input.scheme.units.map((unit, index) => [unit.code, index]))
  const groups = held.groups.map((group): YearGroup => ({
    group: group.group,
    name: group.name,
    scores: membersOf(group, order).map(score)
  }))
  const rankedGroups = groups.map((group) => rankYearGroup(input, context, group))
  const grades = yearGrades(input, race, rankedGroups)
  return [{ ranked: { race, groups: rankedGroups, grades }, context }]
}

function membersOf(
  group: { units: readonly QuarterUnit[] },
  order: ReadonlyMap<string, number>
): YearMember[] {
  return group.units.map(({ unit, name, rankMode }) => ({
    unit,
    name,
    rankMode,
    order: order.get(unit) ?? order.size
  }))
}
