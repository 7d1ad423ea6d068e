import { canonical, dec, type DecimalString } from '../../number/decimal.ts'
import { settle } from '../../number/settle.ts'
import { periodShort } from '../../period/periodKey.ts'
import type { DimensionResult, GroupResult, ResultSet, UnitResult } from '../../ranking/resultSet.ts'
import { unitsOverTime } from '../../scheme/inPeriod.ts'
import { noScoreText } from '../ranking/columnSpec.ts'
import type { ReportChart } from '../reportChart.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { placeText, printedText } from './cardFigures.ts'
import type { CardRace } from './cardSubject.ts'

/** Only for the length of a bar: it is printed nowhere. */
function rateOf(score: string, fullMark: DecimalString): DecimalString | null {
  const full = dec(fullMark)
  return full.greaterThan(0) ? canonical(settle(dec(score).div(full))) : null
}

/** 「/」, 缺报 or 未计分 of a dimension that has no score. */
export function noDimensionScore({ indicators }: DimensionResult): string {
  const open = indicators.find(({ score, status }) => score === null && status !== 'NA') ?? indicators[0]
  return open === undefined ? '/' : noScoreText(open)
}

function profile({ unit, group }: CardRace): ReportChart {
  return {
    kind: 'PROFILE',
    title: '各板块得分与组平均',
    rows: unit.dimensions.map((dimension) => {
      const { name, score, fullMark, effectiveFullMark } = dimension
      const mean = group.mean?.dimensions[dimension.dimension]
      return {
        label: name,
        score: score === null ? noDimensionScore(dimension) : printedText(score.printed),
        mean: mean === undefined ? null : printedText(mean),
        fullMark: effectiveFullMark,
        rate: score === null ? null : rateOf(score.printed, effectiveFullMark),
        meanRate: mean === undefined ? null : rateOf(mean, fullMark)
      }
    })
  }
}

/** The unit in an earlier quarter, under the code that it had then. */
function unitThen(
  { races }: ResultSet,
  race: string,
  codes: readonly string[]
): { unit: UnitResult; group: GroupResult } | null {
  for (const group of races.find((each) => each.race === race)?.groups ?? []) {
    const unit = group.units.find((each) => codes.includes(each.unit))
    if (unit !== undefined) return { unit, group }
  }
  return null
}

function trend(facts: ReportFacts, { race, unit }: CardRace): ReportChart {
  const { results, earlier, scheme } = facts
  const codes = unitsOverTime(scheme).codesUntil(unit.unit, results.period)
  return {
    kind: 'TREND',
    title: '各季度总得分与名次',
    decimals: results.decimals,
    points: [...earlier, results].map((quarter) => {
      const then = unitThen(quarter, race.race, codes)
      return {
        label: periodShort(quarter.period),
        value: then?.unit.total == null ? null : canonical(dec(then.unit.total.printed)),
        note: then === null ? '未参加' : placeText(then.unit)
      }
    })
  }
}

/** 板块对比, and 走势 once there are earlier quarters. */
export function cardCharts(facts: ReportFacts, entry: CardRace): ReportChart[] {
  const charts = [profile(entry)]
  return facts.earlier.length === 0 ? charts : [...charts, trend(facts, entry)]
}
