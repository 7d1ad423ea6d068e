import type { SampleIndicator } from './catalogue.ts'

/**
 * What the department gives itself: completion times full mark, at most the full mark, one decimal. It never
 * counts; it only has to look plausible, so plain numbers will do.
 */
export function selfScore(indicator: SampleIndicator, target: string, actual: string): number {
  const rate =
    indicator.direction === 'DOWN' ? Number(target) / Number(actual) : Number(actual) / Number(target)
  return Math.round(Math.min(1, rate) * Number(indicator.fullMark) * 10) / 10
}
