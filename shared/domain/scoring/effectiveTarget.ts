import { AppError } from '../../appError.ts'
import { dec, ZERO, type D } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import { periodTitle, quarterOf, type PeriodKey } from '../period/periodKey.ts'
import type { IndicatorDefinition, TargetDefinition } from '../scheme/schemeDefinition.ts'
import type { Reading } from './reading.ts'
import type { EffectiveTarget } from './ruleKind.ts'

const targetsByUnit = new WeakMap<readonly TargetDefinition[], ReadonlyMap<string, TargetDefinition>>()

/** The unit's own target, or the one for all (`*`). The own one replaces the common one as a whole. */
export function targetDefinitionOf({ targets }: IndicatorDefinition, unit: string): TargetDefinition | null {
  let byUnit = targetsByUnit.get(targets)
  if (byUnit === undefined) {
    // Of two for one unit the first counts, so it is entered last.
    byUnit = new Map(targets.toReversed().map((target) => [target.unit, target]))
    targetsByUnit.set(targets, byUnit)
  }
  return byUnit.get(unit) ?? byUnit.get('*') ?? null
}

/** With how a month's target was worked out, where it was. */
export interface PhasedTarget extends EffectiveTarget {
  monthNote?: string
}

/**
 * The target of one unit in one quarter (S9: 时序目标任务).
 * CUMULATIVE: the phased value of the quarter, else the year's target × n ÷ 4. PERIOD: the phased value, else the
 * base as it stands. A `target` that the sheet states counts only when the scheme has none; null when there is
 * neither. With a month (月比拼) it is the part of it that is due by the end of the month, see `monthTarget`.
 */
export function effectiveTarget(
  indicator: IndicatorDefinition,
  unit: string,
  period: PeriodKey,
  readings: readonly Reading[] = [],
  month: number | null = null
): PhasedTarget | null {
  const definition = targetDefinitionOf(indicator, unit)
  const { quarter } = quarterOf(period)
  const place = month === null ? null : placeInQuarter(month, period)
  const restOf = (value: D) => ({
    stretch:
      definition?.stretch === undefined ? null : stretchOf(indicator, definition, value, { quarter, place }),
    rankTarget: definition?.rankTarget ?? null
  })
  const given = definition === null ? null : schemeTarget(indicator, definition, quarter)
  const inMonth = (target: {
    value: D
    label: string
  }): Pick<PhasedTarget, 'value' | 'label' | 'monthNote'> =>
    month === null || place === null
      ? target
      : monthTarget(indicator, definition, target.value, { quarter, month, place })
  if (given !== null) {
    const clause = definition?.basis ?? indicator.clause ?? ''
    const due = inMonth(given)
    return { ...due, ...restOf(due.value), source: { kind: 'scheme', clause } }
  }
  const stated = readings.find(
    (reading) => reading.field === 'target' && (reading.state === 'VALUE' || reading.state === 'ESTIMATED')
  )
  if (stated === undefined || stated.value === null) return null
  const due = inMonth({ value: dec(stated.value), label: '填报目标' })
  return { ...due, ...restOf(due.value), source: stated.source }
}

/** 1, 2 or 3. Throws VALIDATION_FAILED for a month of another quarter. */
export function placeInQuarter(month: number, period: PeriodKey): 1 | 2 | 3 {
  const place = month - (quarterOf(period).quarter - 1) * 3
  if (place === 1 || place === 2 || place === 3) return place
  throw new AppError('VALIDATION_FAILED', `${month}月不在${periodTitle(period)}里。`, {
    action: '请选这个季度里的月份。'
  })
}

function schemeTarget(
  indicator: IndicatorDefinition,
  definition: TargetDefinition,
  quarter: number
): { value: D; label: string } | null {
  const phased = definition.phased?.[`Q${quarter as 1 | 2 | 3 | 4}`]
  if (phased !== undefined) return { value: dec(phased), label: `时序目标 Q${quarter}` }
  if (definition.base === undefined) return null
  const base = dec(definition.base)
  if (indicator.nature === 'PERIOD') return { value: base, label: '季度目标' }
  if (quarter === 4) return { value: base, label: '年度目标' }
  return {
    value: base.times(quarter).div(4),
    label: `时序目标 Q${quarter}（年度目标 ${definition.base} 的 ${quarter}/4）`
  }
}

/**
 * 奋斗目标 as far as it is due: PERIOD, the quarter's own; CUMULATIVE, the same share of the year that the base target has
 * come to, so that the two never cross where the scheme phases the base freely.
 */
function stretchOf(
  indicator: IndicatorDefinition,
  { stretch, base }: TargetDefinition,
  due: D,
  { quarter, place }: { quarter: number; place: number | null }
): D {
  const whole = dec(stretch!)
  if (indicator.nature === 'PERIOD') return place === null ? whole : whole.times(place).div(3)
  if (base !== undefined && dec(base).greaterThan(0)) return whole.times(due).div(dec(base))
  const months = place === null ? quarter * 3 : (quarter - 1) * 3 + place
  return whole.times(months).div(12)
}

/**
 * PERIOD: the month's part of the quarter's target, m ÷ 3. CUMULATIVE: on the straight line from what was due at the end
 * of the quarter before (0 at the start of the year) to what is due at the end of this one. Where the scheme sets
 * nothing for the quarter before, the line starts at the last quarter that it does set.
 */
function monthTarget(
  indicator: IndicatorDefinition,
  definition: TargetDefinition | null,
  target: D,
  { quarter, month, place }: { quarter: number; month: number; place: number }
): Pick<PhasedTarget, 'value' | 'label' | 'monthNote'> {
  const label = `${month}月进度目标`
  if (indicator.nature === 'PERIOD') {
    const value = target.times(place).div(3)
    const note = `${label}：本季目标 ${formatValue(target)} 的 ${place}/3，即 ${formatValue(value)}`
    return { value, label, monthNote: note }
  }
  const start = lastKnown(indicator, definition, quarter)
  const [done, all] = [month - start.quarter * 3, (quarter - start.quarter) * 3]
  const value = start.value.plus(target.minus(start.value).times(done).div(all))
  const from = start.quarter === 0 ? '年初 0' : ` Q${start.quarter} 末 ${formatValue(start.value)}`
  const note = `${label}：从${from} 到 Q${quarter} 末 ${formatValue(target)} 按月均分，走过 ${done}/${all}，即 ${formatValue(value)}`
  return { value, label, monthNote: note }
}

function lastKnown(
  indicator: IndicatorDefinition,
  definition: TargetDefinition | null,
  quarter: number
): { quarter: number; value: D } {
  for (let before = quarter - 1; before > 0; before--) {
    const known = definition === null ? null : schemeTarget(indicator, definition, before)
    if (known !== null) return { quarter: before, value: known.value }
  }
  return { quarter: 0, value: ZERO }
}
