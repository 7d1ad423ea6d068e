import type { Problem } from '../../../problem.ts'
import { keyOf, periodTitle, type PeriodKey } from '../../period/periodKey.ts'
import { membersOfRace } from '../appliesTo.ts'
import type { GroupDefinition, RaceDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'
import { choiceWord, namesIn, someOf } from './checkWords.ts'

/** Each unit stands in one group of a race, once; a race has somebody to rank in every quarter of its year. */
export function checkMembership(scheme: SchemeDefinition): Problem[] {
  return [
    ...scheme.races.flatMap((race) => [
      ...inTwoGroups(scheme, race),
      ...otherKinds(scheme, race),
      ...nobodyRanked(scheme, race)
    ]),
    ...nowhere(scheme)
  ]
}

function groupsOf(scheme: SchemeDefinition, race: RaceDefinition): GroupDefinition[] {
  return scheme.groups.filter((group) => race.groups.includes(group.code))
}

function inTwoGroups(scheme: SchemeDefinition, race: RaceDefinition): Problem[] {
  const memberships = new Map<string, string[]>()
  for (const group of groupsOf(scheme, race)) {
    for (const { unit } of group.members)
      memberships.set(unit, [...(memberships.get(unit) ?? []), group.name])
  }
  const name = namesIn(scheme.units)
  return [...memberships]
    .filter(([, list]) => list.length > 1)
    .map(([unit, list]) =>
      schemeProblem(
        'error',
        'UNIT_IN_TWO_GROUPS',
        `${race.code}:${unit}`,
        `赛项「${race.name}」里，${name(unit)}出现了 ${list.length} 次：${list.join('、')}。`,
        '一个单位在一个赛项里只能属于一个组，请只留一处。'
      )
    )
}

/** Members that the race is not for (六比) are left out without a word in the results, so it is said here. */
function otherKinds(scheme: SchemeDefinition, race: RaceDefinition): Problem[] {
  const { participants } = race
  if (participants === undefined) return []
  const units = new Map(scheme.units.map((unit) => [unit.code, unit]))
  return groupsOf(scheme, race).flatMap((group) => {
    const others = group.members
      .filter((member) => member.rankMode !== 'EXCLUDED')
      .flatMap((member) => units.get(member.unit) ?? [])
      .filter((unit) => !participants.includes(unit.kind))
    if (others.length === 0) return []
    const wanted = participants.map((kind) => choiceWord('units.kind', kind)).join('、')
    return [
      schemeProblem(
        'confirm',
        'PARTICIPANT_KIND',
        `${race.code}:${group.code}`,
        `赛项「${race.name}」只比${wanted}，组别「${group.name}」里的${someOf(others.map((unit) => unit.name))}不参加。`,
        '如果要参加，请改赛项的参加对象或单位的类别。'
      )
    ]
  })
}

/** Groups that have no ranked unit at all, or none in some quarter (units that come and go, §2.13). */
function nobodyRanked(scheme: SchemeDefinition, race: RaceDefinition): Problem[] {
  const ranked = (period?: PeriodKey): Map<string, boolean> =>
    new Map(
      [...membersOfRace(scheme, race, period)].map(([group, members]) => [
        group.code,
        members.some((member) => member.rankMode === 'RANKED')
      ])
    )
  const always = ranked()
  const quarters = quartersOf(scheme).map((period) => ({ period, ranked: ranked(period) }))
  return groupsOf(scheme, race).flatMap((group) => {
    const empty = quarters.filter((quarter) => quarter.ranked.get(group.code) !== true)
    if (always.get(group.code) === true && empty.length === 0) return []
    const when =
      always.get(group.code) === true
        ? `在${empty.map(({ period }) => periodTitle(period)).join('、')}没有参加排名的单位`
        : '没有参加排名的单位'
    return [
      schemeProblem(
        'confirm',
        'GROUP_WITHOUT_RANKED',
        `${race.code}:${group.code}`,
        `组别「${group.name}」${when}。`,
        '如果不是本意，请检查成员、单位的起止季度和沿革。'
      )
    ]
  })
}

/** The quarters of the scheme's year that it is in force for. */
function quartersOf({ year, from }: SchemeDefinition): PeriodKey[] {
  return ([1, 2, 3, 4] as const)
    .map((quarter) => keyOf({ year, quarter }))
    .filter((period) => from === undefined || period >= from)
}

/** Units that no race ranks and that report nothing either are probably forgotten. */
function nowhere(scheme: SchemeDefinition): Problem[] {
  const members = new Set(
    scheme.races.flatMap((race) =>
      groupsOf(scheme, race).flatMap((group) => group.members.map((member) => member.unit))
    )
  )
  const indicators = scheme.races.flatMap((race) => race.dimensions.flatMap((part) => part.indicators))
  const busy = new Set(indicators.flatMap(({ provider, owner }) => [provider, owner]))
  const lost = scheme.units.filter((unit) => !members.has(unit.code) && !busy.has(unit.code))
  if (lost.length === 0) return []
  return [
    schemeProblem(
      'confirm',
      'UNIT_WITHOUT_GROUP',
      'units',
      `${someOf(lost.map((unit) => unit.name))}不在任何赛项的组别里，不会有得分。`,
      '要参评就加进一个组别；不参评的可以删去。'
    )
  ]
}
