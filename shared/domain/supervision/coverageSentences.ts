import type { ProgressRow } from '../scheme/progressRules.ts'
import type { Segment } from '../scoring/kinds/intervalCoverage.ts'
import { progressCoverage } from '../status/progressStatus.ts'

/** Ranges of a progress rule without an answer or with different ones, in points behind plan (G16). */
export function coverageSentences(rows: readonly ProgressRow[]): string[] {
  const { gaps, overlaps } = progressCoverage(rows)
  const disagrees = (both: Segment): boolean =>
    new Set(both.rows.map((index) => rows[index]?.status)).size > 1
  return [
    ...gaps.map((gap) => `${rangeWords(gap)}没有规定状态，落在这一段的事项不能判断，也不会发黄单。`),
    ...overlaps
      .filter(disagrees)
      .map((both) => `${rangeWords(both)}有几条不同的规定，状态不能判断，请只留一条。`)
  ]
}

function rangeWords({ lo, loInclusive, hi, hiInclusive }: Segment): string {
  const end = (value: string, inclusive: boolean): string => (inclusive ? `${value} ` : `${value}（不含）`)
  if (lo !== null && lo === hi) return `落后计划 ${lo} 个百分点`
  if (lo === null) return hi === null ? '任何进度' : `落后计划不到 ${end(hi, hiInclusive)}个百分点`
  if (hi === null) return `落后计划超过 ${end(lo, loInclusive)}个百分点`
  return `落后计划 ${end(lo, loInclusive)}到 ${end(hi, hiInclusive)}个百分点`
}
