import { z } from 'zod'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import type { ParamField } from '../ruleKind.ts'

/**
 * How far from a target is measured (ambiguity 5). AUTO: in 百分点 (or the indicator's own unit) for %-typed and
 * centred indicators, else relative to the target.
 */
export const deviationChoice = z.enum(['AUTO', 'RELATIVE', 'ABSOLUTE']).default('AUTO')
type DeviationChoice = z.infer<typeof deviationChoice>

export const deviationField: ParamField = {
  key: 'deviation',
  label: '偏离怎么量',
  input: {
    type: 'choice',
    options: [
      { value: 'AUTO', label: '自动（% 指标和接近目标为好的指标用差值，其余用百分比）' },
      { value: 'RELATIVE', label: '相对目标的百分比' },
      { value: 'ABSOLUTE', label: '与目标的差值（百分点）' }
    ]
  }
}

export const stepChoice = z.enum(['LINEAR', 'STEP']).default('LINEAR')

export const stepField: ParamField = {
  key: 'mode',
  label: '不足一档',
  input: {
    type: 'choice',
    options: [
      { value: 'LINEAR', label: '按比例算' },
      { value: 'STEP', label: '不算，满一档才算' }
    ]
  }
}

export function isPercentUnit(unit: string): boolean {
  return unit === '%' || unit === '％' || unit === '百分点'
}

export function isRelative(choice: DeviationChoice, indicator: IndicatorDefinition): boolean {
  if (choice !== 'AUTO') return choice === 'RELATIVE'
  return indicator.direction !== 'TARGET' && !isPercentUnit(indicator.unit)
}

/** Whether 「每 5%」 can be read in two ways: percent of the target, or 百分点 (ambiguity 5). */
export function measureIsOpen(indicator: IndicatorDefinition): boolean {
  return indicator.direction === 'TARGET' || isPercentUnit(indicator.unit)
}

/** The unit of a deviation as sentences write it after the number: `%`, ` 个百分点`, ` 万元`. */
export function measureWords(relative: boolean, indicator: IndicatorDefinition): string {
  if (relative) return '%'
  if (isPercentUnit(indicator.unit)) return ' 个百分点'
  return indicator.unit === '' ? '' : ` ${indicator.unit}`
}

/** The rest of a footer sentence: how 「每……」 was read (domain.md finding 7). */
export function modeSentence(mode: 'LINEAR' | 'STEP'): string {
  return mode === 'LINEAR' ? '不足一档的按比例算。' : '不足一档的不算，满一档才算。'
}

/** The rest of a footer sentence: how a deviation was measured where the rule leaves it open (ambiguity 5). */
export function measureSentence(relative: boolean, { unit }: IndicatorDefinition): string {
  if (relative) return '偏离目标按相对百分比量。'
  return isPercentUnit(unit) ? '偏离目标按差值（百分点）量。' : '偏离目标按差值量。'
}
