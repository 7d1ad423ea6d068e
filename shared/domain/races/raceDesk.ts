import type { RaceResult, ResultSet, SideRanking, UnitResult } from '../ranking/resultSet.ts'
import type { SchemeDefinition, UnitKind } from '../scheme/schemeDefinition.ts'

/** A unit's place in one race. */
export interface RacePlace {
  group: string
  groupName: string
  rank: number | null
  tied: boolean
  /** Ranked units of the group. */
  of: number
  /** Printed total; null where the unit has none. */
  total: string | null
  /** Why there is no place: 单列, 缺报 …; '' where there is one. */
  note: string
}

/** One of the six races (六比): who takes part, who leads, how it stands. */
export interface RaceCard {
  race: string
  name: string
  /** Kinds of units that the race is for; [] for all. */
  participants: readonly UnitKind[]
  units: number
  ranked: number
  /** Units that wait for something before they have a total. */
  blocked: number
  groups: readonly {
    group: string
    name: string
    mean: string | null
    /** All units in display order. */
    rows: readonly { unit: string; name: string; place: RacePlace }[]
  }[]
}

/** A unit over the races, with its total where the scheme has one. */
export interface AcrossRow {
  unit: string
  name: string
  /** By race code; a race in which the unit does not take part is absent. */
  places: Readonly<Record<string, RacePlace>>
  total: (Pick<SideRanking['rows'][number], 'rank' | 'tied' | 'sentence'> & { printed: string | null }) | null
}

export interface AcrossTable {
  /** Code of the scheme's total; '' where it has none and the units are only put side by side. */
  code: string
  name: string
  races: readonly { race: string; name: string }[]
  rows: readonly AcrossRow[]
}

/** The races of a quarter side by side, in the scheme's order. Nothing is reckoned or ranked here. */
export function raceCards(results: ResultSet, scheme: SchemeDefinition): RaceCard[] {
  return results.races.map((race) => {
    const units = race.groups.flatMap((group) => group.units)
    return {
      race: race.race,
      name: race.name,
      participants: scheme.races.find(({ code }) => code === race.race)?.participants ?? [],
      units: units.length,
      ranked: units.filter(({ rank }) => rank !== null).length,
      blocked: units.filter(({ state }) => state === 'BLOCKED').length,
      groups: race.groups.map((group) => ({
        group: group.group,
        name: group.name,
        mean: group.mean?.total ?? null,
        rows: group.units.map((unit) => ({
          unit: unit.unit,
          name: unit.name,
          place: placeOf(unit, group.name, group.rankedCount)
        }))
      }))
    }
  })
}

function placeOf(unit: UnitResult, groupName: string, of: number): RacePlace {
  return {
    group: unit.group,
    groupName,
    rank: unit.rank,
    tied: unit.tied,
    of,
    total: unit.total?.printed ?? null,
    note: unit.rank === null ? unit.remarks.join('；') : ''
  }
}

/**
 * Units over several races: one table for each total of the scheme, in its order. Without a total, one table of the
 * units that take part in more than one race, in 机构顺序.
 */
export function acrossRaces(results: ResultSet, scheme: SchemeDefinition): AcrossTable[] {
  const placesOf = placesByUnit(results.races)
  if (results.totals.length > 0) {
    return results.totals.map((total) => {
      const races = new Set(
        scheme.totals.find(({ code }) => code === total.code)?.races.map(({ race }) => race)
      )
      return {
        code: total.code,
        name: total.name,
        races: namesOf(results.races.filter(({ race }) => races.has(race))),
        rows: total.rows.map(({ unit, name, rank, tied, total: sum, sentence }) => ({
          unit,
          name,
          places: placesOf.get(unit) ?? {},
          total: { rank, tied, sentence, printed: sum?.printed ?? null }
        }))
      }
    })
  }
  const rows = scheme.units.flatMap(({ code, name }): AcrossRow[] => {
    const places = placesOf.get(code) ?? {}
    return Object.keys(places).length > 1 ? [{ unit: code, name, places, total: null }] : []
  })
  return rows.length === 0
    ? []
    : [{ code: '', name: '参加多个赛项的单位', races: namesOf(results.races), rows }]
}

function namesOf(races: readonly RaceResult[]): AcrossTable['races'] {
  return races.map(({ race, name }) => ({ race, name }))
}

function placesByUnit(races: readonly RaceResult[]): Map<string, Record<string, RacePlace>> {
  const found = new Map<string, Record<string, RacePlace>>()
  for (const race of races) {
    for (const group of race.groups) {
      for (const unit of group.units) {
        const places = found.get(unit.unit) ?? {}
        places[race.race] = placeOf(unit, group.name, group.rankedCount)
        found.set(unit.unit, places)
      }
    }
  }
  return found
}
