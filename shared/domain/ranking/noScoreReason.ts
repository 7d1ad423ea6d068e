import type { UnitResult } from './resultSet.ts'

/**
 * Why a unit has no score, for the one merged cell that stands in place of its scores: only the names of the
 * indicators where things did not come in, whole sentences for anything else.
 */
export function noScoreReason({ dimensions, reasons }: UnitResult): string {
  const applicable = dimensions
    .flatMap((dimension) => dimension.indicators)
    .filter((indicator) => indicator.status !== 'NA')
  const open = applicable.filter((indicator) => indicator.score === null)
  const missing = open.filter((indicator) => indicator.status === 'MISSING')
  if (missing.length === 0 || missing.length < open.length) return `暂不计分：${reasons.join('；')}`
  if (missing.length === applicable.length) return '未报送，暂不计分；报齐后自动进入排名'
  return `缺报，暂不计分：${missing.map((indicator) => indicator.name).join('、')}`
}
