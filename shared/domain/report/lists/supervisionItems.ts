import { dec, ZERO, type D } from '../../number/decimal.ts'
import { lostPoints } from '../../ranking/lostPoints.ts'
import type { IndicatorResult, RaceResult } from '../../ranking/resultSet.ts'
import type { ProgressRules } from '../../scheme/progressRules.ts'
import type { SchemeDefinition } from '../../scheme/schemeDefinition.ts'
import { itemStatus, type ItemStatus } from './itemStatus.ts'
import { raceItems, type RaceItem } from './raceItems.ts'

export interface SupervisionItem extends RaceItem {
  status: ItemStatus | null
  /** Points lost; null where the item has no score yet. */
  lost: D | null
}

/**
 * What must be followed up: targets not reached, items without a target whose score rate is below the scheme's lower line,
 * items not handed in and items that cannot be scored. The heaviest first: what keeps a unit from a total, by its full
 * mark, then by points lost; inside equals 机构顺序.
 */
export function supervisionItems(race: RaceResult, scheme: SchemeDefinition): SupervisionItem[] {
  const losses = new Map<IndicatorResult, D>(
    race.groups
      .flatMap((group) => group.units)
      .flatMap((unit) => lostPoints(unit))
      .map(({ indicator, lost }) => [indicator, lost])
  )
  return raceItems(race, scheme)
    .filter(({ item }) => isOpen(item, scheme.progress))
    .map((entry): SupervisionItem => ({
      ...entry,
      status: itemStatus(entry.item, scheme.progress),
      lost: entry.item.score === null ? null : (losses.get(entry.item) ?? ownLoss(entry.item))
    }))
    .sort((a, b) => byWeight(a, b) || a.order - b.order)
}

function isOpen(item: IndicatorResult, rules: ProgressRules): boolean {
  const status = itemStatus(item, rules)
  if (status === 'MISSING' || status === 'REFUSED') return true
  return item.againstTarget === null ? status === 'BEHIND' : item.againstTarget === 'UNMET'
}

/** The dimension has no score as long as another of its items has none: the item's own points, unscaled. */
function ownLoss({ fullMark, score }: IndicatorResult): D {
  return score === null ? ZERO : dec(fullMark).minus(dec(score.exact))
}

function byWeight(a: SupervisionItem, b: SupervisionItem): number {
  if (a.lost === null && b.lost === null) return dec(b.item.fullMark).comparedTo(dec(a.item.fullMark))
  if (a.lost === null) return -1
  return b.lost === null ? 1 : b.lost.comparedTo(a.lost)
}
