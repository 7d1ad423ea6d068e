import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec, HUNDRED, type D } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import type { CurveBasis, ParamField } from '../ruleKind.ts'
import type { RuleLine } from '../ruleLine.ts'
import { ruleProblem } from '../ruleProblem.ts'
import {
  deviationChoice,
  deviationField,
  isPercentUnit,
  isRelative,
  measureWords,
  stepChoice,
  stepField
} from './deviation.ts'
import { deviationZones, lineOf, reachOf, stairs, type Side } from './zones.ts'

/** Defaults are the published example's: every 5 % is worth 5 points, from 0 to 120 (S17). */
export const directionParams = z.strictObject({
  gainPer: positiveDecimal.default('5'),
  gainPoints: nonNegativeDecimal.default('5'),
  lossPer: positiveDecimal.default('5'),
  lossPoints: nonNegativeDecimal.default('5'),
  mode: stepChoice,
  cap: positiveDecimal.default('120'),
  floor: nonNegativeDecimal.default('0'),
  /** Deviation within which the unit counts as on target, in the measure of `deviation`. */
  deadBand: nonNegativeDecimal.default('0'),
  /** Where a deviation outside of the dead band counts from (ambiguity 5). */
  deadBandFrom: z.enum(['BAND_END', 'TARGET']).default('BAND_END'),
  deviation: deviationChoice
})
export type DirectionTableParams = z.infer<typeof directionParams>

export const directionForm: readonly ParamField[] = [
  { key: 'gainPer', label: '每好于目标', input: { type: 'decimal', suffix: '% 或百分点' } },
  { key: 'gainPoints', label: '加', input: { type: 'decimal', suffix: '分' } },
  { key: 'lossPer', label: '每差于目标', input: { type: 'decimal', suffix: '% 或百分点' } },
  { key: 'lossPoints', label: '减', input: { type: 'decimal', suffix: '分' } },
  stepField,
  { key: 'cap', label: '最高', help: '正好达标是 100 分', input: { type: 'decimal', suffix: '分' } },
  { key: 'floor', label: '最低', input: { type: 'decimal', suffix: '分' } },
  { key: 'deadBand', label: '偏离多少以内算达标', input: { type: 'decimal', suffix: '% 或百分点' } },
  {
    key: 'deadBandFrom',
    label: '超出达标区间的从哪里量起',
    input: {
      type: 'choice',
      options: [
        { value: 'BAND_END', label: '从区间的边上量起' },
        { value: 'TARGET', label: '从目标量起' }
      ]
    }
  },
  deviationField
]

export function describeDirection(rule: DirectionTableParams, indicator: IndicatorDefinition): string {
  const measure = measureWords(isRelative(rule.deviation, indicator), indicator)
  const gain = `${rule.gainPer}${measure}加 ${rule.gainPoints} 分`
  const loss = `${rule.lossPer}${measure}减 ${rule.lossPoints} 分`
  const sides = {
    UP: `每高 ${gain}，每低 ${loss}`,
    DOWN: `每低 ${gain}，每高 ${loss}`,
    TARGET: `每偏离 ${loss}`
  }
  const mode = rule.mode === 'STEP' ? '，不足一档不算' : ''
  const from = rule.deadBandFrom === 'TARGET' ? '，超出的从目标量起' : ''
  const band = rule.deadBand === '0' ? '' : `，偏离 ${rule.deadBand}${measure}以内算达标${from}`
  return `达到目标得 100 分，${sides[indicator.direction]}${mode}${band}，最高 ${rule.cap}、最低 ${rule.floor}，再按满分折算。`
}

/** What is wrong with the parameters before any number arrives. */
export function checkDirection(rule: DirectionTableParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  if (dec(rule.cap).lessThan(HUNDRED) || dec(rule.floor).greaterThan(HUNDRED)) {
    const message = '正好达标是 100 分，最高不能低于 100，最低不能高于 100'
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改最高和最低'))
  }
  if (rule.deviation === 'RELATIVE' && isPercentUnit(indicator.unit)) {
    const message = '指标以 % 计，却按相对百分比算偏离'
    found.push(ruleProblem('confirm', 'PERCENT_RELATIVE', message, '多数办法用百分点，请核对'))
  }
  return found
}

/** Both sides, with the distance at which the cap or the floor is reached. */
function sidesOf(
  rule: DirectionTableParams,
  indicator: IndicatorDefinition
): { band: D; better: Side; worse: Side } {
  const measure = measureWords(isRelative(rule.deviation, indicator), indicator)
  const band = dec(rule.deadBand)
  const from = rule.deadBandFrom === 'BAND_END' ? band : dec(0)
  const end = (room: D, per: string, points: string): D | null => {
    const reach = reachOf(room.isNegative() ? dec(0) : room, per, points)
    return reach === null ? null : reach.plus(from)
  }
  return {
    band,
    better: {
      label: rule.gainPoints === '0' ? '不加分' : `每 ${rule.gainPer}${measure}加 ${rule.gainPoints} 分`,
      end: end(dec(rule.cap).minus(HUNDRED), rule.gainPer, rule.gainPoints),
      endLabel: `封顶 ${rule.cap} 分`
    },
    worse: {
      label: rule.lossPoints === '0' ? '不减分' : `每 ${rule.lossPer}${measure}减 ${rule.lossPoints} 分`,
      end: end(HUNDRED.minus(dec(rule.floor)), rule.lossPer, rule.lossPoints),
      endLabel: `保底 ${rule.floor} 分`
    }
  }
}

/** The distance from the target: losses, the dead band, gains, and where cap and floor begin. */
export function directionLines(
  rule: DirectionTableParams,
  indicator: IndicatorDefinition
): readonly RuleLine[] {
  const relative = isRelative(rule.deviation, indicator)
  const { band, better, worse } = sidesOf(rule, indicator)
  const below = indicator.direction === 'DOWN' ? better : worse
  const above = indicator.direction === 'UP' ? better : worse
  const label = `比目标高或低（${measureWords(relative, indicator).trim() || '差值'}）`
  return [
    lineOf(
      relative ? 'DEVIATION_PERCENT' : 'DEVIATION',
      label,
      deviationZones('达标，100 分', band, below, above)
    )
  ]
}

/** The target, the dead band's ends, cap and floor, and the stairs of a rule that counts whole steps. */
export function directionTurns(rule: DirectionTableParams, { indicator, target }: CurveBasis): readonly D[] {
  if (target === null) return []
  const scale = isRelative(rule.deviation, indicator) ? target.value.div(100) : dec(1)
  const { band, better, worse } = sidesOf(rule, indicator)
  const start = rule.deadBandFrom === 'BAND_END' ? band : dec(0)
  const side = ({ end }: Side, per: string, sign: number): D[] => {
    const unit = scale.times(sign)
    const steps =
      rule.mode === 'STEP' ? stairs(target.value.plus(unit.times(start)), unit.times(dec(per))) : []
    return [
      target.value.plus(unit.times(band)),
      ...(end === null ? [] : [target.value.plus(unit.times(end))]),
      ...steps
    ]
  }
  const up = indicator.direction === 'UP' ? side(better, rule.gainPer, 1) : side(worse, rule.lossPer, 1)
  const down = indicator.direction === 'DOWN' ? side(better, rule.gainPer, -1) : side(worse, rule.lossPer, -1)
  return [target.value, ...up, ...down]
}
