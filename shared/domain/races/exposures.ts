import type { ResultSet } from '../ranking/resultSet.ts'
import { itemStatus } from '../report/lists/itemStatus.ts'
import type { ProgressRules } from '../scheme/progressRules.ts'

/** A matter of a register, as far as the exposure looks at it. */
export interface ExposedItem {
  id: number
  number: string
  title: string
  owner: string | null
  status: string | null
  statusReason: string
  slip: { level: 'BLUE' | 'YELLOW' | 'RED'; number: string } | null
}

/** 问题曝光: something that is not done, with whose it is and why it stands here. Gravest first. */
export interface Exposure {
  kind: 'OVERDUE' | 'RED_SLIP' | 'BADLY_BEHIND' | 'MISSING' | 'INDICATOR'
  unit: string | null
  matter: string
  reason: string
  /** Register item; null for indicators and submissions. */
  item: number | null
  indicator: string | null
}

/**
 * The exposure list: overdue matters, red slips, matters far behind plan, units that handed in nothing, indicators far
 * below the scheme's line. One matter stands here once, for its gravest reason.
 */
export function exposures(input: {
  items: readonly ExposedItem[]
  results: ResultSet | null
  rules: ProgressRules
  missing: readonly { unit: string; indicators: readonly string[] }[]
}): Exposure[] {
  return [
    ...itemExposures(input.items),
    ...input.missing.map(({ unit, indicators }): Exposure => ({
      kind: 'MISSING',
      unit,
      matter: '报送材料',
      reason: `全部 ${indicators.length} 项指标没有报送：${indicators.join('、')}。`,
      item: null,
      indicator: null
    })),
    ...(input.results === null ? [] : indicatorExposures(input.results, input.rules))
  ]
}

const ORDER: readonly Exposure['kind'][] = ['OVERDUE', 'RED_SLIP', 'BADLY_BEHIND']

function itemExposures(items: readonly ExposedItem[]): Exposure[] {
  const found = items.flatMap((item): Exposure[] => {
    const kind = kindOf(item)
    if (kind === null) return []
    const slip = item.slip === null ? '' : `督办单 ${item.slip.number}。`
    return [
      {
        kind,
        unit: item.owner,
        matter: `${item.number} ${item.title}`,
        reason: `${item.statusReason}${slip}`,
        item: item.id,
        indicator: null
      }
    ]
  })
  return ORDER.flatMap((kind) => found.filter((entry) => entry.kind === kind))
}

function kindOf({ status, slip }: ExposedItem): Exposure['kind'] | null {
  if (status === 'DONE') return null
  if (status === 'OVERDUE') return 'OVERDUE'
  if (slip?.level === 'RED') return 'RED_SLIP'
  return status === 'BADLY_BEHIND' ? 'BADLY_BEHIND' : null
}

function indicatorExposures({ races }: ResultSet, rules: ProgressRules): Exposure[] {
  const units = races.flatMap((race) => race.groups.flatMap((group) => group.units))
  return units.flatMap(({ unit, dimensions }) =>
    dimensions.flatMap(({ indicators }) =>
      indicators.flatMap((item): Exposure[] =>
        itemStatus(item, rules) === 'BEHIND'
          ? [
              {
                kind: 'INDICATOR',
                unit,
                matter: item.name,
                reason: item.trace.sentence,
                item: null,
                indicator: item.indicator
              }
            ]
          : []
      )
    )
  )
}
