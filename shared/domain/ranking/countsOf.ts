import type { RaceResult, ResultSet } from './resultSet.ts'
import type { UnitScore } from './unitScore.ts'

/** The numbers that a clerk checks before freezing: who is in, who is not, what was estimated, what waits. */
export function countsOf(
  races: readonly RaceResult[],
  scores: readonly Pick<UnitScore, 'imputed'>[]
): ResultSet['counts'] {
  const groups = races.flatMap((race) => race.groups)
  const units = groups.flatMap((group) => group.units)
  const indicators = units.flatMap((unit) => unit.dimensions.flatMap((dimension) => dimension.indicators))
  const tiedRanks = groups.map(
    (group) => new Set(group.units.filter((unit) => unit.tied).map((unit) => unit.rank)).size
  )
  const tables = races.flatMap((race) => race.grades)
  return {
    units: units.length,
    ranked: units.filter((unit) => unit.rank !== null).length,
    blocked: units.filter((unit) => unit.state === 'BLOCKED').length,
    tiedRanks: tiedRanks.reduce((total, count) => total + count, 0),
    estimated:
      indicators.filter((indicator) => indicator.estimated).length +
      scores.filter((score) => score.imputed !== null).length,
    vetoed: units.filter((unit) => unit.vetoes.length > 0).length,
    undecidedGrades: tables.reduce((total, table) => total + table.undecided.length, 0)
  }
}
