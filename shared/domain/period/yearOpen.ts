import { periodTitle, type PeriodKey } from './periodKey.ts'
import type { RankedRace } from './yearFooter.ts'
import { isFrozenQuarter, type QuarterOfYear, type YearInput } from './yearInput.ts'
import { SPAN_NAMES, spanTitle } from './spans.ts'
import type { YearScore } from './yearScore.ts'

/** Names beyond these are counted, so that a sentence stays one. */
const NAMED = 8

/** What stands in the way of freezing the year, as sentences that say what to do. Empty when nothing does. */
export function yearOpen(input: YearInput, races: readonly RankedRace[]): string[] {
  const { year, span, quarters } = input
  if (!quarters.some(isFrozenQuarter)) {
    return [`${spanTitle(year, span)}还没有冻结的季度；冻结季度以后，这里自动算出${SPAN_NAMES[span]}成绩。`]
  }
  return [
    ...quarters.flatMap((quarter) => openQuarter(quarter, races)),
    ...races.flatMap((race) => [
      ...missingTotals(race, quarters),
      ...leadershipPoints(race, span),
      ...withoutWeight(race),
      ...undecidedGrades(race)
    ])
  ]
}

/** A quarter under way must be frozen first, unless its round was settled by decision for everybody. */
function openQuarter(quarter: QuarterOfYear, races: readonly RankedRace[]): string[] {
  const { period, state } = quarter
  const title = periodTitle(period)
  if (state === 'FROZEN') return []
  const lacking = races.filter(({ groups }) =>
    groups.some(({ scores }) => scores.some((score) => lacks(score, period)))
  )
  if (lacking.length === 0) return []
  if (state === 'OPEN') return [`${title}还没有冻结，请先冻结；没有举行的，请作全体补分决定。`]
  if (state === 'TO_COME') return [`${title}还没有结束，要等它冻结。`]
  return lacking.some(({ race }) => race.year.missing === 'DECIDE')
    ? [`${title}没有考核，请建立该季度并作全体补分决定，或在考核方案里改定缺少季度的处理。`]
    : []
}

function lacks({ entries }: YearScore, period: PeriodKey): boolean {
  return entries.some((entry) => entry.period === period && entry.state === 'MISSING')
}

/** Units without a total in a quarter that was frozen. */
function missingTotals({ race, groups }: RankedRace, quarters: readonly QuarterOfYear[]): string[] {
  if (race.year.missing !== 'DECIDE') return []
  const scores = groups.flatMap((group) => group.scores)
  return quarters.filter(isFrozenQuarter).flatMap(({ period }) => {
    const names = scores.filter((score) => lacks(score, period)).map(({ name }) => name)
    return names.length === 0
      ? []
      : [
          `${race.name}：${periodTitle(period)}没有总得分的单位：${some(names)}。请重开该季度，补报或作补分决定后再冻结。`
        ]
  })
}

function leadershipPoints({ race, groups }: RankedRace, span: YearInput['span']): string[] {
  const scores = groups.flatMap((group) => group.scores)
  const absent = scores.filter(({ leadership }) => leadership.state === 'ABSENT')
  const wrong = scores.filter(({ leadership }) => leadership.state === 'OUT_OF_RANGE')
  const share = race.year.leadership
  return [
    ...(absent.length === 0
      ? []
      : [
          `${race.name}：${some(absent.map(({ name }) => name))}的${SPAN_NAMES[span]}领导评价还没有录入（0–${share} 分）。`
        ]),
    ...(wrong.length === 0
      ? []
      : [
          `${race.name}：${some(wrong.map(({ name }) => name))}的领导评价不在 0–${share} 分之内，请撤销后重新录入。`
        ])
  ]
}

function withoutWeight({ race, groups }: RankedRace): string[] {
  const scores = groups.flatMap((group) => group.scores)
  const names = scores.filter(({ combined }) => combined.reason === 'NO_WEIGHT').map(({ name }) => name)
  return names.length === 0
    ? []
    : [`${race.name}：${some(names)}计入的季度权重合计为 0，请在考核方案里改季度权重。`]
}

function undecidedGrades({ race, groups, grades }: RankedRace): string[] {
  const names = new Map(groups.flatMap((group) => group.scores).map(({ unit, name }) => [unit, name]))
  return grades.flatMap(({ table }) =>
    table.undecided.map(
      ({ grade, places, units }) =>
        `${race.name}：${some(units.map((unit) => names.get(unit) ?? unit))}并列，跨「${grade}」名额线，名额还剩 ${places} 个，请作年度并列裁定或等次裁定。`
    )
  )
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join('、')
  return names.length > NAMED ? `${shown}等 ${names.length} 个单位` : shown
}
