import { dec, ZERO, type D } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import type { CurveBasis } from '../ruleKind.ts'
import type { RuleLine } from '../ruleLine.ts'
import { isRelative, measureWords } from './deviation.ts'
import { diffBase, diffMost, type DiffParams } from './diffParams.ts'
import { deviationZones, lineOf, reachOf, stairs, valuesAtRates, type Side } from './zones.ts'

/** Points after which a side of 达标基础上加减分 changes nothing any more: its own cap, `max`, or the floor. */
function limits(rule: DiffParams, fullMark: D): { gain: D | null; loss: D } {
  const base = diffBase(rule, fullMark)
  const most = diffMost(rule, fullMark)
  const up = [rule.upCap === undefined ? null : dec(rule.upCap), most === null ? null : most.minus(base)]
  const ups = up.filter((limit) => limit !== null && !limit.isNegative())
  const toFloor = base.minus(dec(rule.floor))
  const down = rule.downCap === undefined || toFloor.lessThan(dec(rule.downCap)) ? toFloor : dec(rule.downCap)
  return {
    gain: ups.reduce((least, limit) => (least === null || limit!.lessThan(least) ? limit : least), null),
    loss: down.isNegative() ? ZERO : down
  }
}

function sidesOf(rule: DiffParams, indicator: IndicatorDefinition): { better: Side; worse: Side } {
  const fullMark = dec(indicator.fullMark)
  const measure = measureWords(isRelative(rule.deviation, indicator), indicator)
  const { gain, loss } = limits(rule, fullMark)
  const base = diffBase(rule, fullMark)
  const lowest = base.minus(loss).toFixed()
  return {
    better: {
      label: rule.upPoints === '0' ? '不加分' : `每 ${rule.upPer}${measure}加 ${rule.upPoints} 分`,
      end: reachOf(gain, rule.upPer, rule.upPoints),
      endLabel: `加到头，得 ${base.plus(gain ?? ZERO).toFixed()} 分`
    },
    worse: {
      label: rule.downPoints === '0' ? '不减分' : `每 ${rule.downPer}${measure}减 ${rule.downPoints} 分`,
      end: reachOf(loss, rule.downPer, rule.downPoints),
      endLabel: `减到头，得 ${lowest} 分`
    }
  }
}

/** The distance from the target with its two sides, and the completion rate where the rule has a cliff. */
export function diffLines(rule: DiffParams, indicator: IndicatorDefinition): readonly RuleLine[] {
  const relative = isRelative(rule.deviation, indicator)
  const { better, worse } = sidesOf(rule, indicator)
  const [below, above] = indicator.direction === 'DOWN' ? [better, worse] : [worse, better]
  const base = `达标，得 ${diffBase(rule, dec(indicator.fullMark)).toFixed()} 分`
  const axis = relative ? 'DEVIATION_PERCENT' : 'DEVIATION'
  const label = `比目标高或低（${measureWords(relative, indicator).trim() || '差值'}）`
  const lines = [lineOf(axis, label, deviationZones(base, ZERO, below, above))]
  if (rule.cliff === undefined) return lines
  const cliff = [
    { to: rule.cliff, toInclusive: rule.cliffInclusive, label: '不得分' },
    { from: rule.cliff, fromInclusive: !rule.cliffInclusive, label: '照常计分' }
  ]
  return [lineOf('RATE', '完成率（%）', cliff), ...lines]
}

/** The target, the ends of both sides, the cliff, and the stairs of a rule that counts whole steps. */
export function diffTurns(rule: DiffParams, { indicator, target }: CurveBasis): readonly D[] {
  if (target === null) return []
  const scale = isRelative(rule.deviation, indicator) ? target.value.div(100) : dec(1)
  const sign = indicator.direction === 'DOWN' ? -1 : 1
  const { better, worse } = sidesOf(rule, indicator)
  const up = scale.times(sign)
  const down = up.negated()
  const ends = [
    ...(better.end === null ? [] : [target.value.plus(up.times(better.end))]),
    ...(worse.end === null ? [] : [target.value.plus(down.times(worse.end))]),
    ...(rule.cliff === undefined ? [] : valuesAtRates(target.value, [rule.cliff]))
  ]
  const steps =
    rule.mode === 'LINEAR'
      ? []
      : [
          ...stairs(target.value, up.times(dec(rule.upPer))),
          ...stairs(target.value, down.times(dec(rule.downPer)))
        ]
  return [target.value, ...ends, ...steps]
}
