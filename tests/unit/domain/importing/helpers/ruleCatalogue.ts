import type { CatalogueIndicator, ImportCatalogue } from '#shared/domain/importing/catalogue.ts'
import { partsOfRule, readsPlaces } from '#shared/domain/importing/names/partsOfRule.ts'
import { fieldsOfRule } from '#shared/domain/scoring/registry.ts'
import { catalogue, UNIT_CODES } from './catalogue.ts'

export interface RuleIndicator {
  code: string
  name: string
  unit?: string
  kind: string
  params: Record<string, unknown>
  over?: Partial<CatalogueIndicator>
}

/** The bureau of `catalogue()` with indicators as a scheme with these rules would give them. */
export function ruleCatalogue(...indicators: readonly RuleIndicator[]): ImportCatalogue {
  return catalogue({
    indicators: indicators.map(({ code, name, unit = '', kind, params, over }) => ({
      code,
      name,
      aliases: [],
      dimension: 'races',
      dimensionName: '亮绩赛马',
      unit,
      direction: 'UP',
      fullMark: '20',
      ruleKind: kind,
      fields: fieldsOfRule({ kind, params }),
      units: new Set(UNIT_CODES),
      targets: new Map(),
      provider: null,
      parts: partsOfRule({ kind, params }, unit),
      readsPlaces: readsPlaces({ kind, params }),
      ...over
    }))
  })
}

export const BALLOT: RuleIndicator = {
  code: 'poll',
  name: '民主测评',
  unit: '分',
  kind: 'BALLOT_SHARE',
  params: {
    options: [
      { name: '优秀', weight: '100' },
      { name: '称职', weight: '80' },
      { name: '基本称职', weight: '60' },
      { name: '不称职', weight: '0' }
    ],
    invalid: [{ name: '不了解' }]
  }
}

export const WEIGHED_BALLOT: RuleIndicator = {
  ...BALLOT,
  params: {
    ...BALLOT.params,
    groups: [
      { name: 'A票', weight: '60' },
      { name: 'B票', weight: '40' }
    ]
  }
}

export const DEDUCTIONS: RuleIndicator = {
  code: 'duty',
  name: '督查工作',
  unit: '分',
  kind: 'DEDUCT_LIST',
  params: {
    items: [
      { name: '迟报', points: '0.5' },
      { name: '漏报', points: '1' },
      { name: '被通报', points: '2', pointsTo: '5' }
    ],
    multipliers: [{ name: '上级已扣分', factor: '2' }]
  }
}

/** `bgs/poll/A票 优秀=12`: a rating by its unit, indicator, rater and value. */
export function ratings(
  readings: readonly {
    unit: string
    indicator: string
    field: string
    rater: { group: string; name: string } | null
    value: string | null
    state: string
  }[]
): string[] {
  return readings.map(({ unit, indicator, field, rater, value, state }) => {
    const who = rater === null ? field : `${rater.group} ${rater.name}`.trim()
    return `${unit}/${indicator}/${who}=${value ?? state}`
  })
}
