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
