import { raceForGroup } from '../scheme/forGroup.ts'
import type { GroupDefinition } from '../scheme/schemeDefinition.ts'
import { printScore } from '../scoring/printScore.ts'
import { contenderOf } from './contender.ts'
import { gapsOf } from './gaps.ts'
import { groupMean } from './groupMean.ts'
import type { RaceContext } from './raceContext.ts'
import { rankGroup, type Contender, type Place } from './rankGroup.ts'
import type { GroupResult, UnitResult } from './resultSet.ts'
import { tieRulings } from './ties/tieRulings.ts'
import { unitStanding } from './unitStanding.ts'
import type { UnitScore } from './unitScore.ts'
import { unrankedBecause, type Unranked } from './unranked.ts'

export interface ComputedGroup {
  result: GroupResult
  contenders: readonly Contender[]
  /** Places of the contenders, best first. */
  places: readonly Place[]
  /** Why units with a total have no place. */
  unranked: ReadonlySet<Unranked>
}

/** Ranks one group and settles everything that depends on ranks: movement, gaps, remarks, means, display order. */
export function computeGroup(
  group: GroupDefinition,
  scores: readonly UnitScore[],
  context: RaceContext
): ComputedGroup {
  const { scheme, race, decisions } = context
  const contenders = scores.flatMap((score) => contenderOf(score, group.code, context) ?? [])
  const places = rankGroup(contenders, {
    rulings: tieRulings(decisions, race.code, group.code),
    rankLast: scheme.policies.rankLast
  })
  const units = standingsOf(group, scores, places, context)
  const rankedUnits = units.filter((unit) => unit.rank !== null)
  return {
    result: {
      group: group.code,
      name: group.name,
      fullMark: raceForGroup(race, group.code).fullMark,
      units,
      rankedCount: rankedUnits.length,
      mean: groupMean(rankedUnits, scheme.policies)
    },
    contenders,
    places,
    unranked: new Set(scores.flatMap((score) => unrankedBecause(score, context) ?? []))
  }
}

function standingsOf(
  group: GroupDefinition,
  scores: readonly UnitScore[],
  places: readonly Place[],
  context: RaceContext
): UnitResult[] {
  const { policies } = context.scheme
  const totals = new Map(
    scores.flatMap(({ unit, total }) => (total === null ? [] : [[unit.code, printScore(total, policies)]]))
  )
  const gaps = gapsOf(
    places.map((place) => ({ rank: place.rank, total: totals.get(place.unit)! })),
    policies.decimals
  )
  const placeOf = new Map(places.map((place, index) => [place.unit, { place, gaps: gaps[index]!, index }]))
  const units = scores.map((score) =>
    unitStanding(score, group, placeOf.get(score.unit.code) ?? null, context)
  )
  const display = (unit: UnitResult): number => placeOf.get(unit.unit)?.index ?? Infinity
  return units.sort((a, b) => section(a) - section(b) || compareIndex(display(a), display(b)))
}

/** Ranked first, then scored without a rank, then blocked, then 单列; units of one section keep 机构顺序. */
function section(unit: UnitResult): number {
  if (unit.rankMode !== 'RANKED') return 3
  if (unit.state === 'BLOCKED') return 2
  return unit.rank === null ? 1 : 0
}

function compareIndex(a: number, b: number): number {
  return a === b ? 0 : a - b
}
