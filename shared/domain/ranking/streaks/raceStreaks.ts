import { compareText } from '../../scoring/compareText.ts'
import { periodTitle, type PeriodKey } from '../../period/periodKey.ts'
import type { StreakRule } from '../../scheme/streakRules.ts'
import type { ScoringInput } from '../../scoring/scoringInput.ts'
import { standingsOfRace } from '../pastStandings.ts'
import type { RaceContext } from '../raceContext.ts'
import type { RaceResult, StreakState } from '../resultSet.ts'
import { conditionWords, showsCondition } from './showsCondition.ts'
import { consecutiveQuarters, isSameYear, quarterStandings, type QuarterStandings } from './standingIndex.ts'

/** What counting needs: the present quarter first, then those before it as far as none is left out. */
interface Counting {
  quarters: readonly QuarterStandings[]
  boardName: (code: string) => string
  indicatorName: (code: string) => string
}

interface Subject {
  /** Codes that the unit has had, its own first: a renamed unit's streak runs on. */
  codes: readonly string[]
  indicator: string | null
}

/**
 * 连续 … of each unit of a race (S50, S51, S54; 指标全年红, 任务全线红): running streaks, with those that were reached. The
 * present quarter is the result itself, with its grades and boards; earlier ones are what was frozen.
 */
export function raceStreaks(
  result: RaceResult,
  history: ScoringInput['history'],
  { race, period, units }: RaceContext
): Map<string, StreakState[]> {
  if (race.streaks.length === 0) return new Map()
  const indicators = race.dimensions.flatMap((dimension) => dimension.indicators)
  const indicatorNames = new Map(indicators.map(({ code, name }) => [code, name]))
  const boardNames = new Map(race.boards.map(({ code, name }) => [code, name]))
  const present = standingsOfRace(result)
  const counting: Counting = {
    quarters: [
      quarterStandings(period, present, race.code),
      ...consecutiveQuarters(history, period, race.code)
    ],
    boardName: (code) => boardNames.get(code) ?? code,
    indicatorName: (code) => indicatorNames.get(code) ?? code
  }
  return new Map(
    present.map(({ unit, indicators: measured }) => {
      const codes = units.codesUntil(unit, period)
      const states = race.streaks.flatMap((rule) =>
        subjectsOf(rule, Object.keys(measured)).flatMap((indicator) =>
          stateOf(rule, { codes, indicator }, counting)
        )
      )
      return [unit, states]
    })
  )
}

/** INDICATOR_MET runs for each indicator with a target by itself, the others once. */
function subjectsOf(rule: StreakRule, indicators: readonly string[]): (string | null)[] {
  return rule.when.on === 'INDICATOR_MET' ? [...indicators].sort(compareText) : [null]
}

function stateOf(rule: StreakRule, of: Subject, counting: Counting): StreakState[] {
  const { indicator } = of
  const shown = shownIn(rule, of, counting.quarters)
  if (shown.length === 0) return []
  const { code, name, times, outcome, tone } = rule
  const count = shown.length
  const reached = count >= times
  const subject = indicator === null ? '' : `「${counting.indicatorName(indicator)}」`
  const quarters = quartersWords(shown)
  const words = `${subject}连续 ${count} 个季度${conditionWords(rule.when, counting.boardName)}（${quarters}）`
  const end = reached ? `达到 ${times} 个季度：${outcome}` : `满 ${times} 个季度即${outcome}`
  return [{ code, name, indicator, count, times, reached, outcome, tone, sentence: `${words}，${end}` }]
}

/** 「2026年第二季度、2026年第三季度」, of more than two the first and the last. */
function quartersWords(newestFirst: readonly PeriodKey[]): string {
  const [first, last] = [newestFirst.at(-1)!, newestFirst[0]!].map(periodTitle)
  if (newestFirst.length === 1) return `${last}`
  return newestFirst.length === 2 ? `${first}、${last}` : `${first}至${last}`
}

/** Quarters of the running streak, newest first. A quarter that does not show the condition ends it. */
function shownIn(
  { when, reset }: StreakRule,
  { codes, indicator }: Subject,
  quarters: readonly QuarterStandings[]
): PeriodKey[] {
  const present = quarters[0]!.period
  const found: PeriodKey[] = []
  for (const quarter of quarters) {
    if (reset === 'YEAR' && !isSameYear(quarter.period, present)) break
    const standing = codes.flatMap((code) => quarter.of(code) ?? [])[0]
    if (standing === undefined || !showsCondition(when, standing, quarter, indicator)) break
    found.push(quarter.period)
  }
  return found
}
