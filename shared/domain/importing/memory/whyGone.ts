import type { ImportContext } from '../importContext.ts'
import type { ColumnRole } from '../importPlan.ts'
import { wordsOf } from './headerLabels.ts'

/**
 * Why a remembered role means nothing under the scheme of this period; null when it still does. `key` is the column's
 * label: where it is the very name of another indicator today, the name counts.
 */
export function whyGone(key: string, role: ColumnRole, context: ImportContext): string | null {
  const { indicatorOf, unitOf, indicators } = context
  if (role.role !== 'value') return null
  if (role.unit !== null && !unitOf.has(role.unit)) return `单位代码 ${role.unit} 不在本季方案里`
  if (role.indicator === null) return null
  const indicator = indicatorOf.get(role.indicator)
  if (!indicator) return `指标代码 ${role.indicator} 不在本季方案里`
  if (role.unit !== null && !indicator.units.has(role.unit))
    return `「${indicator.name}」本季不考核「${unitOf.get(role.unit)!.name}」`
  const named = wordsOf(key).map((word) => indicators.index.lookup(word))
  const codes = named.flatMap((match) => (match.status === 'FOUND' ? [match.code] : []))
  if (codes.length > 0 && !codes.includes(role.indicator))
    return `上次作为「${indicator.name}」，现在是方案里另一个指标「${indicatorOf.get(codes[0]!)!.name}」的名称`
  // Targets and self scores are read for comparison, whatever the rule counts.
  const isRead = ['target', 'self'].includes(role.field) || indicator.fields.includes(role.field)
  return isRead ? null : `「${indicator.name}」本季不再按这个数计分`
}
