import { dec, ZERO, type D } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import type { CurveBasis } from '../ruleKind.ts'
import type { RuleLine } from '../ruleLine.ts'
import type { SasacParams } from './sasacParams.ts'
import { deviationZones, lineOf, nonEmpty, reachOf } from './zones.ts'

/** Distance below the target after which nothing more is taken off: the cap, or no points left. */
function lossEnd(rule: SasacParams, indicator: IndicatorDefinition): D | null {
  const base = dec(rule.base ?? indicator.fullMark)
  const most = base.lessThan(dec(rule.downCap)) ? base : dec(rule.downCap)
  return reachOf(most, rule.per, rule.downPoints)
}

/** How far the target lies below the baseline (the bonus caps of S11), and the distance of the value from the target. */
export function sasacLines(rule: SasacParams, indicator: IndicatorDefinition): readonly RuleLine[] {
  const most = (cap: string): string => `最多加 ${cap} 分`
  const bands = nonEmpty([
    { to: '0', toInclusive: true, label: `目标不低于基准值，${most(rule.capMet)}` },
    {
      from: '0',
      fromInclusive: false,
      to: rule.nearUpTo,
      toInclusive: rule.nearInclusive,
      label: `低不多，${most(rule.capNear)}`
    },
    { from: rule.nearUpTo, fromInclusive: !rule.nearInclusive, to: rule.farFrom, label: most(rule.capMid) },
    { from: rule.farFrom, to: '100', toInclusive: true, label: `低很多，${most(rule.capFar)}` },
    { from: '100', fromInclusive: false, label: `目标是负数，${most(rule.capNegative)}` }
  ])
  const base = dec(rule.base ?? indicator.fullMark)
  const loss = dec(rule.downCap).greaterThan(base) ? base : dec(rule.downCap)
  const below = {
    label: `每低 ${rule.per} 个百分点减 ${rule.downPoints} 分`,
    end: lossEnd(rule, indicator),
    endLabel: `减到头，得 ${base.minus(loss).toFixed()} 分`
  }
  const above = {
    label: `每高 ${rule.per} 个百分点加 ${rule.upPoints} 分，最多加几分看目标定得高不高`,
    end: null,
    endLabel: ''
  }
  const onTarget = `达标，得 ${base.toFixed()} 分`
  return [
    lineOf('BELOW_BASELINE', '目标比基准值低（%）', bands),
    lineOf('DEVIATION', '比目标高或低（百分点）', deviationZones(onTarget, ZERO, below, above))
  ]
}

/** The target and the ends that any of the caps can set. */
export function sasacTurns(rule: SasacParams, { indicator, target }: CurveBasis): readonly D[] {
  if (target === null) return []
  const caps = [rule.capMet, rule.capNear, rule.capMid, rule.capFar, rule.capNegative]
  const gains = caps.map((cap) => reachOf(dec(cap), rule.per, rule.upPoints)).filter((end) => end !== null)
  const loss = lossEnd(rule, indicator)
  return [
    target.value,
    ...gains.map((end) => target.value.plus(end)),
    ...(loss === null ? [] : [target.value.minus(loss)])
  ]
}
