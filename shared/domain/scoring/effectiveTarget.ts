import { dec, type D } from '../number/decimal.ts'
import { quarterOf, type PeriodKey } from '../period/periodKey.ts'
import type { IndicatorDefinition, TargetDefinition } from '../scheme/schemeDefinition.ts'
import type { Reading } from './reading.ts'
import type { EffectiveTarget } from './ruleKind.ts'

/** The unit's own target, or the one for all (`*`). The own one replaces the common one as a whole. */
export function targetDefinitionOf(indicator: IndicatorDefinition, unit: string): TargetDefinition | null {
  return (
    indicator.targets.find((target) => target.unit === unit) ??
    indicator.targets.find((target) => target.unit === '*') ??
    null
  )
}

/**
 * The target of one unit in one quarter (S9: 时序目标任务).
 * CUMULATIVE: the phased value of the quarter, else the year's target × n ÷ 4. PERIOD: the phased value, else the
 * base as it stands. A `target` that the sheet states counts only when the scheme has none; null when there is
 * neither.
 */
export function effectiveTarget(
  indicator: IndicatorDefinition,
  unit: string,
  period: PeriodKey,
  readings: readonly Reading[] = []
): EffectiveTarget | null {
  const definition = targetDefinitionOf(indicator, unit)
  const { quarter } = quarterOf(period)
  const rest = {
    stretch:
      definition?.stretch === undefined ? null : shareOfYear(indicator, dec(definition.stretch), quarter),
    rankTarget: definition?.rankTarget ?? null
  }
  const given = definition === null ? null : schemeTarget(indicator, definition, quarter)
  if (given !== null) {
    const clause = definition?.basis ?? indicator.clause ?? ''
    return { ...given, ...rest, source: { kind: 'scheme', clause } }
  }
  const stated = readings.find(
    (reading) => reading.field === 'target' && (reading.state === 'VALUE' || reading.state === 'ESTIMATED')
  )
  if (stated === undefined || stated.value === null) return null
  return { value: dec(stated.value), label: '填报目标', ...rest, source: stated.source }
}

function schemeTarget(
  indicator: IndicatorDefinition,
  definition: TargetDefinition,
  quarter: 1 | 2 | 3 | 4
): { value: D; label: string } | null {
  const phased = definition.phased?.[`Q${quarter}`]
  if (phased !== undefined) return { value: dec(phased), label: `时序目标 Q${quarter}` }
  if (definition.base === undefined) return null
  const base = dec(definition.base)
  if (indicator.nature === 'PERIOD') return { value: base, label: '季度目标' }
  if (quarter === 4) return { value: base, label: '年度目标' }
  return {
    value: shareOfYear(indicator, base, quarter),
    label: `时序目标 Q${quarter}（年度目标 ${definition.base} 的 ${quarter}/4）`
  }
}

function shareOfYear(indicator: IndicatorDefinition, value: D, quarter: number): D {
  return indicator.nature === 'CUMULATIVE' ? value.times(quarter).div(4) : value
}
