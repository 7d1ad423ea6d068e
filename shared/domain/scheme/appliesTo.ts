import type { PeriodKey } from '../period/periodKey.ts'
import { unitsOverTime } from './inPeriod.ts'
import type {
  GroupDefinition,
  IndicatorDefinition,
  RaceDefinition,
  RankMode,
  SchemeDefinition,
  UnitDefinition
} from './schemeDefinition.ts'

/** A unit that takes part in a race, in one of its groups. */
export interface RaceMember {
  unit: UnitDefinition
  rankMode: RankMode
  /** Place in 机构顺序. */
  order: number
}

/**
 * Who takes part in each group of a race, in 机构顺序: EXCLUDED members do not, nor do kinds of units that the race is
 * not for (六比), nor, when a quarter is given, units that are not in being then (G20).
 */
export function membersOfRace(
  scheme: SchemeDefinition,
  race: RaceDefinition,
  period?: PeriodKey
): Map<GroupDefinition, RaceMember[]> {
  const units = new Map(scheme.units.map((unit, order) => [unit.code, { unit, order }]))
  const overTime = period === undefined ? null : unitsOverTime(scheme)
  const takesPart = ({ code, kind }: UnitDefinition): boolean =>
    (race.participants?.includes(kind) ?? true) &&
    (overTime === null || period === undefined || overTime.inBeing(code, period))
  return new Map(
    scheme.groups
      .filter((group) => race.groups.includes(group.code))
      .map((group) => [
        group,
        group.members
          .flatMap(({ unit: code, rankMode }) => {
            const known = units.get(code)
            return known === undefined || rankMode === 'EXCLUDED' || !takesPart(known.unit)
              ? []
              : [{ ...known, rankMode }]
          })
          .sort((a, b) => a.order - b.order)
      ])
  )
}

/** Codes of the units that take part in a race (in a quarter), in 机构顺序. */
export function unitsOfRace(scheme: SchemeDefinition, race: RaceDefinition, period?: PeriodKey): string[] {
  const members = [...membersOfRace(scheme, race, period).values()].flat()
  const orders = new Map(members.map(({ unit, order }) => [unit.code, order]))
  return [...orders].sort(([, a], [, b]) => a - b).map(([code]) => code)
}

/**
 * Whether an indicator applies to a unit: named by group or by unit (together: either may name it), less the exceptions
 * (S41: assessed units are set per item). Groups outside of the race name their members too.
 */
export function appliesTo(
  scheme: Pick<SchemeDefinition, 'groups'>,
  { appliesTo: { groups, units, exceptUnits } }: IndicatorDefinition
): (unit: string) => boolean {
  if (groups === undefined && units === undefined && exceptUnits === undefined) return () => true
  const named = new Set(units)
  for (const group of scheme.groups) {
    if (groups?.includes(group.code)) for (const member of group.members) named.add(member.unit)
  }
  const all = groups === undefined && units === undefined
  const except = new Set(exceptUnits)
  return (unit) => (all || named.has(unit)) && !except.has(unit)
}

/** Codes of the units that an indicator applies to (in a quarter), in 机构顺序. */
export function unitsOfIndicator(
  scheme: SchemeDefinition,
  race: RaceDefinition,
  indicator: IndicatorDefinition,
  period?: PeriodKey
): string[] {
  return unitsOfRace(scheme, race, period).filter(appliesTo(scheme, indicator))
}
