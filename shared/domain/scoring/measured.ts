import { z } from 'zod'
import { canonical, dec, decimalString, HUNDRED, type D } from '../number/decimal.ts'
import { formatSignedGap, formatValue } from '../number/format.ts'
import { settle } from '../number/settle.ts'
import { quarterOf, type PeriodKey } from '../period/periodKey.ts'
import type { IndicatorResult } from '../ranking/resultSet.ts'
import type { CompiledIndicator } from './compileIndicator.ts'
import { targetDefinitionOf } from './effectiveTarget.ts'
import { traceStepOf, type TraceMore } from './extendTrace.ts'
import { deviationChoice, isRelative } from './kinds/deviation.ts'
import { hasNumber, pickReading } from './pickReading.ts'
import type { SourceRef } from './reading.ts'
import type { RuleSubject } from './ruleKind.ts'
import type { AgainstTarget } from './scoringInput.ts'

/** Value, target and what lies between them: what screens show beside a score. */
export type Measured = Pick<
  IndicatorResult,
  'value' | 'target' | 'gapToTarget' | 'againstTarget' | 'increment'
>

export const NOTHING_MEASURED: Measured & { more: TraceMore } = {
  value: null,
  target: null,
  gapToTarget: null,
  againstTarget: null,
  increment: null,
  more: {}
}

/** The value at the end of the quarter before, and the cell that it came from. */
export interface EarlierValue {
  value: D
  source: SourceRef | null
}

export interface MeasuredContext {
  period: PeriodKey
  /** For CUMULATIVE indicators. */
  before: EarlierValue | null
}

export function measured(
  indicator: CompiledIndicator,
  subject: RuleSubject,
  { period, before }: MeasuredContext
): Measured & { more: TraceMore } {
  const picked = pickReading(subject, 'actual')
  const value = hasNumber(picked) ? picked.value : null
  const target = targetOf(indicator, subject)
  const places = isPlace(indicator) ? 0 : indicator.definition.precision
  const added = value === null ? null : incrementOf(indicator, value, period, before)
  return {
    value: value === null ? null : canonical(settle(value)),
    target: target === null ? null : canonical(settle(target)),
    gapToTarget:
      value === null || target === null ? null : formatSignedGap(settle(value.minus(target)), places),
    againstTarget: value === null || target === null ? null : against(indicator, value, target),
    increment: added === null ? null : canonical(settle(added.increment)),
    more: added?.more ?? {}
  }
}

/** 上级排名: the value is a place, the target the 排位目标, and less is better. */
function isPlace({ kind }: CompiledIndicator): boolean {
  return kind.kind === 'EXTERNAL_RANK'
}

function targetOf(indicator: CompiledIndicator, subject: RuleSubject): D | null {
  if (!isPlace(indicator)) return subject.target?.value ?? null
  const aimed = targetDefinitionOf(indicator.definition, subject.unit)?.rankTarget
  if (aimed !== undefined) return dec(aimed)
  const stated = pickReading(subject, 'target')
  return hasNumber(stated) ? stated.value : null
}

function against(indicator: CompiledIndicator, given: D, aimed: D): AgainstTarget {
  const [value, target] = [settle(given), settle(aimed)]
  const { direction } = indicator.definition
  if (value.equals(target)) return 'MET'
  if (direction === 'TARGET' && !isPlace(indicator)) {
    const off = value.minus(target).abs()
    return off.lessThanOrEqualTo(deadBand(indicator, target)) ? 'MET' : 'UNMET'
  }
  const lower = isPlace(indicator) || direction === 'DOWN'
  return value.lessThan(target) === lower ? 'EXCEEDED' : 'UNMET'
}

const bandParams = z.object({ deadBand: decimalString, deviation: deviationChoice })

/** 达标区间 of the rule, as a distance from the target; 0 for rules without one (S17). */
function deadBand({ params, definition }: CompiledIndicator, target: D): D {
  const band = bandParams.safeParse(params)
  if (!band.success) return dec(0)
  const size = dec(band.data.deadBand)
  return isRelative(band.data.deviation, definition) ? target.abs().times(size).div(HUNDRED) : size
}

/** §6.4-6: the value is the year to date, the quarter's share is the difference, and both are shown. */
function incrementOf(
  { definition }: CompiledIndicator,
  value: D,
  period: PeriodKey,
  before: EarlierValue | null
): { increment: D; more: TraceMore } | null {
  if (definition.nature !== 'CUMULATIVE') return null
  const { quarter } = quarterOf(period)
  const label = '本季新增'
  if (quarter === 1) {
    const step = traceStepOf(label, `第一季度，年初以来累计 ${formatValue(value)} 都是本季新增`, value)
    return { increment: value, more: { firstSteps: [step] } }
  }
  if (before === null) return null
  const increment = value.minus(before.value)
  return {
    increment,
    more: {
      inputs: [
        {
          key: 'before',
          label: '上季度末累计',
          value: canonical(settle(before.value)),
          unit: definition.unit,
          state: 'VALUE',
          source: before.source
        }
      ],
      firstSteps: [
        traceStepOf(label, `累计 ${formatValue(value)} − 上季度末 ${formatValue(before.value)}`, increment)
      ]
    }
  }
}
