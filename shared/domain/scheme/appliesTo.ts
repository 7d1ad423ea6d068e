import type { IndicatorDefinition, RaceDefinition, SchemeDefinition } from './schemeDefinition.ts'

/** Codes of the units that take part in a race, in 机构顺序; EXCLUDED members do not. */
export function unitsOfRace(scheme: SchemeDefinition, race: RaceDefinition): string[] {
  const members = new Set(
    scheme.groups
      .filter((group) => race.groups.includes(group.code))
      .flatMap((group) =>
        group.members.filter((member) => member.rankMode !== 'EXCLUDED').map((member) => member.unit)
      )
  )
  return scheme.units.map((unit) => unit.code).filter((code) => members.has(code))
}

/**
 * Codes of the units that an indicator applies to, in 机构顺序: participants of the race, narrowed by groups and
 * units (together: either may name it), less the exceptions (S41: assessed units are set per item).
 */
export function unitsOfIndicator(
  scheme: SchemeDefinition,
  race: RaceDefinition,
  indicator: IndicatorDefinition
): string[] {
  const { groups, units, exceptUnits } = indicator.appliesTo
  const inGroups = new Set(
    scheme.groups
      .filter((group) => groups?.includes(group.code))
      .flatMap((group) => group.members.map((member) => member.unit))
  )
  const named = groups !== undefined || units !== undefined
  return unitsOfRace(scheme, race).filter(
    (unit) =>
      (!named || inGroups.has(unit) || units?.includes(unit) === true) && exceptUnits?.includes(unit) !== true
  )
}
