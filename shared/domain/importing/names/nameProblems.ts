import type { ImportContext } from '../importContext.ts'
import type { IndicatorMatch } from './matchIndicator.ts'
import type { UnitMatch } from './matchUnit.ts'
import { tidy } from './normaliseLabel.ts'
import type { Reported } from '../problems/problemSink.ts'

/** A text that names no unit, or several. Null when the match is settled. */
export function unitProblem(text: string, match: UnitMatch, context: ImportContext): Reported | null {
  const filed = tidy(text)
  if (match.status === 'UNKNOWN') {
    return {
      code: 'UNKNOWN_UNIT',
      level: 'error',
      message: `「${filed}」不是已知单位。`,
      suggestion: '请选择它是哪个单位（可记为别名），或不导入这些行。',
      group: `UNKNOWN_UNIT:${filed}`,
      candidates: context.units.index.candidates(text)
    }
  }
  if (match.status !== 'AMBIGUOUS') return null
  return {
    code: 'AMBIGUOUS_UNIT',
    level: 'error',
    message: `「${filed}」可以是 ${match.codes.map(context.units.index.nameOf).join('、')}，看不出是哪一个。`,
    suggestion: '请选择一个单位，或不导入这些行。',
    group: `AMBIGUOUS_UNIT:${filed}`,
    candidates: match.codes.map((code) => ({ code, name: context.units.index.nameOf(code) }))
  }
}

/** As `unitProblem`, for indicators. */
export function indicatorProblem(
  text: string,
  match: IndicatorMatch,
  context: ImportContext
): Reported | null {
  const filed = tidy(text)
  if (match.status === 'UNKNOWN') {
    return {
      code: 'UNKNOWN_INDICATOR',
      level: 'error',
      message: `「${filed}」不是方案里的指标。`,
      suggestion: '请选择它是哪个指标，或不导入。',
      group: `UNKNOWN_INDICATOR:${filed}`,
      candidates: context.indicators.index.candidates(text)
    }
  }
  if (match.status !== 'AMBIGUOUS') return null
  return {
    code: 'AMBIGUOUS_INDICATOR',
    level: 'error',
    message: `「${filed}」可以是 ${match.codes.map(context.indicators.index.nameOf).join('、')}，看不出是哪一个。`,
    suggestion: '请选择一个指标，或不导入。',
    group: `AMBIGUOUS_INDICATOR:${filed}`,
    candidates: match.codes.map((code) => ({ code, name: context.indicators.index.nameOf(code) }))
  }
}
