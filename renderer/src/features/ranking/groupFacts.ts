import type { GroupResult } from '#shared/domain/ranking/resultSet.ts'

/** What must stand above a ranking before its numbers are read. */
export interface GroupFacts {
  blocked: number
  ties: { rank: number; units: number }[]
  estimated: number
}

export function groupFacts(group: GroupResult): GroupFacts {
  const ties = new Map<number, number>()
  for (const unit of group.units) {
    if (unit.tied && unit.rank !== null) ties.set(unit.rank, (ties.get(unit.rank) ?? 0) + 1)
  }
  return {
    blocked: group.units.filter((unit) => unit.state === 'BLOCKED' && unit.rankMode === 'RANKED').length,
    ties: [...ties].map(([rank, units]) => ({ rank, units })).sort((a, b) => a.rank - b.rank),
    estimated: group.units.filter((unit) =>
      unit.dimensions.some((dimension) => dimension.indicators.some((indicator) => indicator.estimated))
    ).length
  }
}
