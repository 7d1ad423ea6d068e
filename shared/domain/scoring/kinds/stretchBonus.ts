import { dec, type D } from '../../number/decimal.ts'
import { formatPercent, formatValue } from '../../number/format.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import type { EffectiveTarget } from '../ruleKind.ts'

/** Why the two targets of a unit contradict each other; null when 奋斗目标 lies further away (or there is none). */
export function stretchFault(
  { value, stretch }: EffectiveTarget,
  { direction }: IndicatorDefinition
): string | null {
  if (stretch === null) return null
  if (direction === 'DOWN' ? stretch.lessThan(value) : stretch.greaterThan(value)) return null
  const word = direction === 'DOWN' ? '低于' : '高于'
  return `奋斗目标 ${formatValue(stretch)} 应该${word}基本目标 ${formatValue(value)}，请在方案里改正`
}

/**
 * Points between 基本目标 and 奋斗目标: in proportion, nothing at or before the base target, no more beyond the stretch
 * target (seed 跳起摸高). Null where the unit has no 奋斗目标. The two are known not to contradict each other.
 */
export function stretchBonus(
  value: D,
  target: EffectiveTarget,
  { direction }: IndicatorDefinition,
  most: string
): { points: D; words: string } | null {
  const { stretch } = target
  if (stretch === null) return null
  const sign = direction === 'DOWN' ? -1 : 1
  const width = stretch.minus(target.value).times(sign)
  const beyond = value.minus(target.value).times(sign)
  if (!beyond.greaterThan(0)) return { points: dec(0), words: '' }
  const reached = beyond.greaterThanOrEqualTo(width)
  const points = reached ? dec(most) : beyond.times(dec(most)).div(width)
  const words = reached
    ? `达到奋斗目标 ${formatValue(stretch)}`
    : `离奋斗目标 ${formatValue(stretch)} 走了 ${formatPercent(beyond.div(width))}`
  return { points, words }
}
