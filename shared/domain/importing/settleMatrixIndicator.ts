import type { ImportContext } from './importContext.ts'
import type { ProblemSink } from './problemSink.ts'

/** The judged indicator of a rater matrix: named somewhere, or the only one of the scheme (to be confirmed), or asked. */
export function settleMatrixIndicator(
  named: { code: string; by: 'clerk' | 'named' } | null,
  context: ImportContext,
  sink: ProblemSink,
  sheetName: string
): string | null {
  const judged = context.catalogue.indicators.filter((indicator) => indicator.fields.includes('rating'))
  if (named?.by === 'clerk') return named.code
  if (named && judged.some((indicator) => indicator.code === named.code)) return named.code
  const group = `NO_INDICATOR:${sheetName}`
  const only = judged.length === 1 ? judged[0]! : null
  if (only) {
    sink.add(null, {
      code: 'INDICATOR_ASSUMED',
      level: 'confirm',
      message: `表里没有写评的是哪个指标，方案里只有「${only.name}」由评委打分，按它导入。`,
      suggestion: '请核对。',
      group
    })
    return only.code
  }
  sink.add(null, {
    code: 'NO_INDICATOR',
    level: 'error',
    message: '看不出这张评分表评的是哪个指标。',
    suggestion: '请选择指标，或跳过这张表。',
    group,
    candidates: judged.map(({ code, name }) => ({ code, name }))
  })
  return null
}
