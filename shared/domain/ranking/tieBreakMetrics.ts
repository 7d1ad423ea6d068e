import { dec, type D } from '../number/decimal.ts'
import type { Policies, TieBreakMetric } from '../scheme/policies.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import { judgedScore, printScore } from '../scoring/printScore.ts'
import type { Metric } from './rankGroup.ts'

/** What a unit offers to the tie-break chain. */
export interface TieBreakFacts {
  /** Null when the total was settled by decision. */
  base: D | null
  deduction: D
  vetoes: number
  previousRank: number | null
  dimension: (code: string) => D | null
  indicator: (code: string) => D | null
}

/** The scheme's tie-break chain for one unit, each as "more is better". Scores are judged like totals. */
export function tieBreakMetrics(race: RaceDefinition, facts: TieBreakFacts, policies: Policies): Metric[] {
  return race.tieBreak.map((metric) => metricOf(metric, race, facts, policies))
}

function metricOf(
  metric: TieBreakMetric,
  race: RaceDefinition,
  facts: TieBreakFacts,
  policies: Policies
): Metric {
  const scored = (label: string, score: D | null): Metric => ({
    label,
    value: score === null ? null : judgedScore(score, policies),
    text: score === null ? '/' : printScore(score, policies)
  })
  switch (metric.by) {
    case 'BASE':
      return scored('基础分', facts.base)
    case 'DIMENSION':
      return scored(dimensionName(race, metric.dimension), facts.dimension(metric.dimension))
    case 'INDICATOR':
      return scored(indicatorName(race, metric.indicator), facts.indicator(metric.indicator))
    case 'FEWER_VETOES':
      return { label: '否决少', value: dec(facts.vetoes).negated(), text: `${facts.vetoes}项` }
    case 'FEWER_DEDUCTIONS':
      return {
        label: '减分少',
        value: judgedScore(facts.deduction, policies).negated(),
        text: printScore(facts.deduction, policies)
      }
    case 'PREVIOUS_RANK':
      return {
        label: '上季度名次',
        value: facts.previousRank === null ? null : dec(facts.previousRank).negated(),
        text: facts.previousRank === null ? '/' : `第${facts.previousRank}名`
      }
  }
}

function dimensionName(race: RaceDefinition, code: string): string {
  return race.dimensions.find((dimension) => dimension.code === code)?.name ?? code
}

function indicatorName(race: RaceDefinition, code: string): string {
  const all = race.dimensions.flatMap((dimension) => dimension.indicators)
  return all.find((indicator) => indicator.code === code)?.name ?? code
}
