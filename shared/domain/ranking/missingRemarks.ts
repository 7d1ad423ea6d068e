import { dec } from '../number/decimal.ts'
import type { IndicatorResult } from './resultSet.ts'

/**
 * 缺报 in the remarks: what keeps the unit without a total, what counts 0, what counts by the missing policy (FLOOR,
 * DEDUCT), and, with `leftOut`, what a total was computed without.
 */
export function missingRemarks(indicators: readonly IndicatorResult[], leftOut: boolean): string[] {
  const missing = indicators.filter((indicator) => indicator.status === 'MISSING')
  const open = missing.filter((indicator) => indicator.score === null)
  const counted = missing.filter((indicator) => indicator.score !== null)
  const isZero = ({ score }: IndicatorResult): boolean => score !== null && dec(score.exact).isZero()
  const names = (list: readonly IndicatorResult[]): string =>
    list.map((indicator) => indicator.name).join('、')
  const byPolicy = counted
    .filter((indicator) => !isZero(indicator))
    .map(({ name, score }) => `${name} ${score?.printed ?? ''} 分`)
  return [
    open.length === 0 ? '' : `${leftOut ? '缺报不计入' : '缺报'}：${names(open)}`,
    counted.some(isZero) ? `缺报计0分：${names(counted.filter(isZero))}` : '',
    byPolicy.length === 0 ? '' : `缺报按规定计分：${byPolicy.join('、')}`
  ].filter((remark) => remark !== '')
}
