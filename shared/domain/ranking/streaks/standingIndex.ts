import { previousPeriod, quarterOf, type PeriodKey } from '../../period/periodKey.ts'
import type { PastStanding } from '../../scoring/scoringInput.ts'

/** Standings of one race in one quarter, looked up by unit. */
export interface QuarterStandings {
  period: PeriodKey
  of(unit: string): PastStanding | null
  /** Ranked units of the same group that are strictly behind. */
  behind(standing: PastStanding): number
}

export function quarterStandings(
  period: PeriodKey,
  all: readonly PastStanding[],
  race: string
): QuarterStandings {
  const standings = all.filter((standing) => standing.race === race)
  const byUnit = new Map(standings.map((standing) => [standing.unit, standing]))
  const sharing = new Map<string, number>()
  const placeOf = ({ group, rank }: PastStanding): string => `${group} ${rank ?? ''}`
  for (const standing of standings) {
    sharing.set(placeOf(standing), (sharing.get(placeOf(standing)) ?? 0) + 1)
  }
  return {
    period,
    of: (unit) => byUnit.get(unit) ?? null,
    behind: (standing) =>
      standing.rankedCount - (standing.rank ?? 0) + 1 - (sharing.get(placeOf(standing)) ?? 1)
  }
}

/**
 * The earlier quarters that follow each other up to the present one, newest first. A quarter that was not frozen ends
 * the row: nobody knows what it showed.
 */
export function consecutiveQuarters(
  history: readonly { period: PeriodKey; standings: readonly PastStanding[] }[],
  period: PeriodKey,
  race: string
): QuarterStandings[] {
  const byPeriod = new Map(history.map((entry) => [entry.period, entry.standings]))
  const found: QuarterStandings[] = []
  for (let before = previousPeriod(period); ; before = previousPeriod(before)) {
    const standings = byPeriod.get(before)
    if (standings === undefined) return found
    found.push(quarterStandings(before, standings, race))
  }
}

export function isSameYear(a: PeriodKey, b: PeriodKey): boolean {
  return quarterOf(a).year === quarterOf(b).year
}
