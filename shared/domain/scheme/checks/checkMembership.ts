import type { Problem } from '../../../problem.ts'
import type { SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'

/** Each unit stands in one group of a race, once; a race has somebody to rank. */
export function checkMembership(scheme: SchemeDefinition): Problem[] {
  const names = new Map(scheme.units.map((unit) => [unit.code, unit.name]))
  return scheme.races.flatMap((race) => {
    const groups = scheme.groups.filter((group) => race.groups.includes(group.code))
    const memberships = new Map<string, string[]>()
    for (const group of groups) {
      for (const { unit } of group.members)
        memberships.set(unit, [...(memberships.get(unit) ?? []), group.name])
    }
    const twice = [...memberships]
      .filter(([, list]) => list.length > 1)
      .map(([unit, list]) =>
        schemeProblem(
          'error',
          'UNIT_IN_TWO_GROUPS',
          `${race.code}:${unit}`,
          `赛项「${race.name}」里，${names.get(unit) ?? unit}出现了 ${list.length} 次：${list.join('、')}。`,
          '一个单位在一个赛项里只能属于一个组，请只留一处。'
        )
      )
    const nobody = groups
      .filter((group) => !group.members.some((member) => member.rankMode === 'RANKED'))
      .map((group) =>
        schemeProblem(
          'confirm',
          'GROUP_WITHOUT_RANKED',
          `${race.code}:${group.code}`,
          `组别「${group.name}」没有参加排名的单位。`,
          '如果不是本意，请检查成员。'
        )
      )
    return [...twice, ...nobody]
  })
}
