import { dec, HUNDRED, mean, type D } from '../number/decimal.ts'
import type { RaceDefinition, RankMode } from '../scheme/schemeDefinition.ts'
import { printScore } from '../scoring/printScore.ts'
import { combineRounds, type Combined } from './combineRounds.ts'
import { leadershipOf, type Leadership } from './leadershipPoints.ts'
import { nextPeriod, quarterOf, type PeriodKey } from './periodKey.ts'
import { countedScore, quarterEntry, type EntryContext, type QuarterEntry } from './quarterEntry.ts'
import type { YearInput } from './yearInput.ts'
import { quarterShare } from './yearNumbers.ts'
import type { YearUnit } from './yearResult.ts'

/** A unit that the year ranks, as the last frozen quarter shows it. */
export interface YearMember {
  unit: string
  name: string
  rankMode: RankMode
  /** 机构顺序. */
  order: number
}

/** One unit's year before anybody is ranked. */
export interface YearScore extends YearMember {
  /** Codes that the unit has had, its own first. */
  codes: readonly string[]
  entries: readonly QuarterEntry[]
  combined: Combined
  leadership: Leadership
  /** Null while something is missing. */
  total: D | null
  indicators: YearUnit['indicators']
}

/** Scores the members of one race. `last` is the quarter that they were taken from. */
export function yearScores(
  input: YearInput,
  context: EntryContext,
  last: PeriodKey
): (member: YearMember) => YearScore {
  const { race } = context
  const leadership = leadershipOf(input.decisions, race)
  return (member) => {
    const codes = context.overTime.codesUntil(member.unit, last)
    const entries = input.quarters.map((quarter) =>
      quarterEntry(context, quarter, member.unit, nextPeriod(last))
    )
    const combined = combineEntries(entries, race)
    const given = leadership(codes)
    return {
      ...member,
      codes,
      entries,
      combined,
      leadership: given,
      total: totalOf(combined, given, race),
      indicators: indicatorMeans(
        context,
        entries.filter((entry) => !combined.dropped.includes(entry.period)),
        context.results(last, member.unit)
      )
    }
  }
}

/** ZERO makes nothing of a quarter that is still to be frozen: until then there is no year under it. */
function combineEntries(entries: readonly QuarterEntry[], { year }: RaceDefinition): Combined {
  const members = entries.filter((entry) => entry.state !== 'NOT_A_MEMBER')
  const awaited = members.some((entry) => entry.awaited)
  return combineRounds(
    members.map(({ period, value }) => ({ key: period, value, weight: weightOf(period, year) })),
    {
      method: year.method,
      best: year.best,
      missing: year.missing === 'ZERO' && awaited ? 'DECIDE' : year.missing
    }
  )
}

export function weightOf(period: PeriodKey, { weights }: RaceDefinition['year']): D {
  return dec(weights[`Q${quarterOf(period).quarter}`])
}

/** Quarters × (100 − p) % + leadership's points of p (S33). */
function totalOf({ value }: Combined, leadership: Leadership, { year }: RaceDefinition): D | null {
  if (value === null) return null
  if (leadership.state === 'NONE') return value
  if (leadership.state !== 'GIVEN') return null
  return value.times(quarterShare(year.leadership)).div(HUNDRED).plus(leadership.points)
}

/**
 * Yearly mean of each indicator over the quarters in which the unit was scored in it (S3: an item's rank points of four
 * quarters). A round that was not held, or a quarter taken over from others, has no indicators of its own.
 */
function indicatorMeans(
  { scheme, race }: EntryContext,
  entries: readonly QuarterEntry[],
  last: QuarterEntry['result']
): YearUnit['indicators'] {
  const scores = new Map<string, D[]>()
  for (const { result } of entries) {
    const own = result?.dimensions.flatMap((dimension) => dimension.indicators) ?? []
    for (const { indicator, score } of own) {
      if (score === null) continue
      scores.set(indicator, [...(scores.get(indicator) ?? []), countedScore(score, race)])
    }
  }
  const indicators = last?.dimensions.flatMap((dimension) => dimension.indicators) ?? []
  return indicators.map(({ indicator, name }) => {
    const values = scores.get(indicator)
    return {
      indicator,
      name,
      score: values === undefined ? null : printScore(mean(values), scheme.policies)
    }
  })
}
