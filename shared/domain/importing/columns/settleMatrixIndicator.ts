import type { CatalogueIndicator } from '../catalogue.ts'
import type { ProblemSink } from '../problems/problemSink.ts'

/** The indicator of a sheet of marks, votes or events: named somewhere, or the only one that fits (to be confirmed), or asked. */
export function settleMatrixIndicator(
  fit: readonly CatalogueIndicator[],
  named: { code: string; by: 'clerk' | 'named' } | null,
  sink: ProblemSink,
  sheetName: string
): string | null {
  if (named?.by === 'clerk') return named.code
  if (named && fit.some((indicator) => indicator.code === named.code)) return named.code
  const group = `NO_INDICATOR:${sheetName}`
  const only = fit.length === 1 ? fit[0]! : null
  if (only) {
    sink.add(null, {
      code: 'INDICATOR_ASSUMED',
      level: 'confirm',
      message: `表里没有写是哪个指标，方案里只有「${only.name}」对得上，按它导入。`,
      suggestion: '请核对。',
      group
    })
    return only.code
  }
  sink.add(null, {
    code: 'NO_INDICATOR',
    level: 'error',
    message: '看不出这张表是哪个指标的。',
    suggestion: '请选择指标，或跳过这张表。',
    group,
    candidates: fit.map(({ code, name }) => ({ code, name }))
  })
  return null
}
