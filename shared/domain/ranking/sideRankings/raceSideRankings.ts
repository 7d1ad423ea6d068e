import type { ComputedGroup } from '../computeGroup.ts'
import type { RaceContext } from '../raceContext.ts'
import type { SideRanking } from '../resultSet.ts'
import { overallPlaces, overallUnits, type OverallUnit } from './overallPlaces.ts'

/** Rankings beside the groups' own (§6.4-8): all groups together, each 战线. Only ranked units take part. */
export function raceSideRankings(groups: readonly ComputedGroup[], context: RaceContext): SideRanking[] {
  const { race, scheme } = context
  if (race.alsoRank.length === 0) return []
  const units = overallUnits(groups, context)
  return [...new Set(race.alsoRank)].flatMap((kind): SideRanking[] => {
    if (kind === 'ALL') return [rankingOf('all', '全部单位', units, context)]
    const lines = membersOfLines(units)
    return scheme.lines.flatMap(({ code, name }) => {
      const members = lines.get(code)
      return members === undefined ? [] : [rankingOf(`line-${code}`, name, members, context)]
    })
  })
}

function membersOfLines(units: readonly OverallUnit[]): Map<string, OverallUnit[]> {
  const lines = new Map<string, OverallUnit[]>()
  for (const unit of units) {
    if (unit.line === null) continue
    const members = lines.get(unit.line)
    if (members) members.push(unit)
    else lines.set(unit.line, [unit])
  }
  return lines
}

function rankingOf(
  code: string,
  name: string,
  units: readonly OverallUnit[],
  context: RaceContext
): SideRanking {
  const byUnit = new Map(units.map((unit) => [unit.unit, unit]))
  return {
    code,
    name,
    rows: overallPlaces(units, context).map(({ unit, rank, tied, deciding }) => {
      const { name: unitName, group, score, sentence } = byUnit.get(unit)!
      const decided = deciding?.tieBroken === true ? `；与上一名同分，按${deciding.label}排后` : ''
      return { unit, name: unitName, group, rank, tied, total: score, sentence: `${sentence}${decided}` }
    })
  }
}
