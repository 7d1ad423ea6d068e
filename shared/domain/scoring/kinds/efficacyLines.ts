import { dec } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import type { RuleLine } from '../ruleLine.ts'
import { tiersFault, tiersOf, type EfficacyParams } from './efficacyParams.ts'
import { lineOf, type Zone } from './zones.ts'

/** One line a set of standard values: the tiers from the worst to the best, and what lies below the worst. */
export function efficacyLines(rule: EfficacyParams, indicator: IndicatorDefinition): readonly RuleLine[] {
  if (indicator.direction === 'TARGET') return []
  const groups = [...new Set(rule.tiers.map((entry) => entry.group))]
  return groups.flatMap((group) => {
    const tiers = tiersOf(rule, group).filter((entry) => entry.group === group)
    if (tiersFault(tiers, indicator) !== null) return []
    const unit = indicator.unit === '' ? '' : `（${indicator.unit}）`
    const of = group === undefined ? '' : `，${group} 组`
    return [lineOf('VALUE', `实际值${unit}${of}`, zonesOf(rule, tiers, indicator))]
  })
}

/** Tiers come best first. A value on a standard reaches it, whichever side is the better one. */
function zonesOf(
  rule: EfficacyParams,
  tiers: readonly EfficacyParams['tiers'][number][],
  { direction }: IndicatorDefinition
): Zone[] {
  const best = tiers[0]!
  const worst = tiers.at(-1)!
  const share = (coefficient: string): string => `满分的 ${dec(coefficient).times(100).toFixed()}%`
  const down = direction === 'DOWN'
  const from = (value: string): Zone =>
    down ? { to: value, toInclusive: true, label: '' } : { from: value, label: '' }
  const below = (value: string): Zone =>
    down ? { from: value, fromInclusive: false, label: '' } : { to: value, label: '' }
  const between = tiers.slice(1).map((tier, index): Zone => {
    const upper = tiers[index]!
    const label = `${tier.name}到${upper.name}：${share(tier.coefficient)} 到 ${share(upper.coefficient)}`
    return { ...from(tier.value), ...below(upper.value), label }
  })
  const lowest = rule.belowWorst === 'ZERO' ? '不得分' : `得${share(worst.coefficient)}`
  return [
    { ...below(worst.value), label: `比${worst.name}还差，${lowest}` },
    ...between,
    { ...from(best.value), label: `达到${best.name}，得${share(best.coefficient)}` }
  ]
}
