import type { PeriodKey } from '../period/periodKey.ts'
import type { EmptyWordMeaning } from '../scheme/schemeDefinition.ts'

/** All names that an import may meet, taken from the scheme of the period and the alias table. */
export interface CatalogueUnit {
  code: string
  name: string
  shortName: string | null
  aliases: readonly string[]
  /** Groups in the period, to print 组别 and to know who should hand in. */
  groups: readonly string[]
}

/** One of the several numbers of a unit that a rule reads; it travels as a `rating` whose rater bears this name. */
export interface CataloguePart {
  name: string
  /** Other words for it that sheets use. They may mean something else as well, so the clerk confirms them. */
  synonyms: readonly string[]
  /** What it is counted in: 票, 次, 分, or the indicator's own measure. */
  measure: string
  /** Counts are whole numbers from 0. */
  isCount: boolean
  /** A vote that does not count among the valid ones (不了解). */
  isInvalid?: boolean
  /** Points that one event takes off; null where it is no event, or where the number itself is the points. */
  pointsEach: string | null
  /** Least and most that the number may be, unless it is 0. */
  range: { min: string; max: string } | null
}

/**
 * What a rule reads beside or instead of a value: VOTES for options, EVENTS of items, MARKS of several providers, TERMS of
 * a formula (corrections, baseline, a second condition).
 */
export interface CatalogueParts {
  kind: 'VOTES' | 'EVENTS' | 'MARKS' | 'TERMS'
  parts: readonly CataloguePart[]
  /** What may stand beside a part as the rater's group: evaluator groups of votes, circumstances of events, 对照. */
  groups: readonly string[]
}

export interface CatalogueIndicator {
  code: string
  name: string
  aliases: readonly string[]
  dimension: string
  dimensionName: string
  /** Unit of measurement (万元, %, 场 …). */
  unit: string
  direction: 'UP' | 'DOWN' | 'TARGET'
  fullMark: string
  ruleKind: string
  /** Reading fields that the rule uses. */
  fields: readonly string[]
  /** Codes of units that the indicator applies to. */
  units: ReadonlySet<string>
  /** Effective target per unit, canonical decimals, to compare with what a sheet states. */
  targets: ReadonlyMap<string, string>
  provider: string | null
  /** PERIOD or CUMULATIVE, to choose between 本季完成 and 累计完成 where a sheet has both; unknown: the clerk is asked. */
  nature?: 'PERIOD' | 'CUMULATIVE'
  /** Highest mark that a rater may give; without it 100 or the full mark, whichever is higher. */
  ratingMax?: string | null
  /** Several numbers of one unit that the rule reads; absent for the rules that read a value alone. */
  parts?: CatalogueParts | null
  /** Evaluator groups (评价主体) whose raters mark it; empty or absent: all marks in one pot. */
  raterGroups?: readonly string[]
  /** The value (or each evaluator's number) is a place: 1, 2, 3 … */
  readsPlaces?: boolean
}

export interface CatalogueAdjustmentClass {
  code: string
  name: string
  aliases: readonly string[]
  sign: 'BONUS' | 'DEDUCTION'
}

export interface ImportCatalogue {
  period: PeriodKey
  organisation: string
  units: readonly CatalogueUnit[]
  indicators: readonly CatalogueIndicator[]
  dimensions: readonly { code: string; name: string }[]
  adjustmentClasses: readonly CatalogueAdjustmentClass[]
  /** Words in value cells, NFKC and trimmed. */
  emptyWords: Readonly<Record<string, EmptyWordMeaning>>
}
