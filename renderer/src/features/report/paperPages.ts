import type { GroupResult, RaceResult, ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'

/** Rows that one A4 landscape page takes under its head, beside title and signatures. */
export const ROWS_A_PAGE = 20

export interface PaperPage {
  race: RaceResult
  group: GroupResult
  units: UnitResult[]
  /** The group's first page: title and date line; on the others only the head repeats. */
  first: boolean
  /** The group's last page carries mean, notes and signatures. */
  last: boolean
  /** Units that are counted but not named. */
  unnamed: number
}

/** Units that may be named: all, or those placed at or above N with all tied at N. As the workbook does it. */
export function namedUnits(group: GroupResult, topOnly: number | null): UnitResult[] {
  if (topOnly === null) return group.units
  return group.units.filter((unit) => unit.rank !== null && unit.rank <= topOnly)
}

/** The pages of the ranking table: every group begins a new one. */
export function paperPages(results: ResultSet, topOnly: number | null): PaperPage[] {
  return results.races.flatMap((race) => race.groups.flatMap((group) => groupPages(race, group, topOnly)))
}

function groupPages(race: RaceResult, group: GroupResult, topOnly: number | null): PaperPage[] {
  const named = namedUnits(group, topOnly)
  const count = Math.max(1, Math.ceil(named.length / ROWS_A_PAGE))
  return Array.from({ length: count }, (_, page) => ({
    race,
    group,
    units: named.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE),
    first: page === 0,
    last: page === count - 1,
    unnamed: group.units.length - named.length
  }))
}
