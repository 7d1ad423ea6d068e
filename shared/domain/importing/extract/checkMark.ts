import { dec } from '../../number/decimal.ts'
import type { CatalogueIndicator } from '../catalogue.ts'
import type { Reported } from '../problemSink.ts'
import type { Coordinates } from './sheetScope.ts'

/**
 * Scores and marks must lie between 0 and their full mark. The self score never ranks, so it is only to be confirmed.
 * Null when the value is fine or no mark.
 */
export function checkMark(value: string, at: Coordinates, indicator: CatalogueIndicator): Reported | null {
  if (at.field !== 'score' && at.field !== 'self' && at.field !== 'rating') return null
  const what = { score: '得分', self: '自评分', rating: '评分' }[at.field]
  const level = at.field === 'self' ? 'confirm' : 'error'
  const mark = dec(value)
  if (mark.isNegative() && !mark.isZero()) {
    return {
      code: 'NEGATIVE_SCORE',
      level,
      message: `${what} ${value} 是负数。`,
      suggestion: '请改正，或把扣分填到加减分台账。'
    }
  }
  const full = fullMarkOf(at.field, indicator)
  if (mark.lte(full)) return null
  return {
    code: 'ABOVE_FULL_MARK',
    level,
    message: `${what} ${value} 超过「${indicator.name}」的满分 ${full}。`,
    suggestion: '请改正，或检查这一列对应的指标。'
  }
}

function fullMarkOf(field: 'score' | 'self' | 'rating', indicator: CatalogueIndicator): string {
  if (field !== 'rating') return indicator.fullMark
  if (indicator.ratingMax) return indicator.ratingMax
  return dec(indicator.fullMark).gt(100) ? indicator.fullMark : '100'
}

/** The sheet's target against the issued one, and a %-value that may have been meant as a share. Both to be confirmed. */
export function checkAgainstTarget(
  value: string,
  at: Coordinates,
  indicator: CatalogueIndicator,
  unitName: string
): Reported | null {
  const issued = indicator.targets.get(at.unit)
  if (issued === undefined) return null
  if (at.field === 'target' && !dec(value).eq(dec(issued))) {
    return {
      code: 'TARGET_MISMATCH',
      level: 'confirm',
      message: `${unitName}「${indicator.name}」的目标，表里是 ${value}，下达的是 ${issued}，以下达的为准。`,
      suggestion: '如果目标调整过，请先在方案里改目标。',
      group: `TARGET_MISMATCH:${indicator.code}`
    }
  }
  const share =
    at.field === 'actual' &&
    indicator.unit === '%' &&
    dec(value).gt(0) &&
    dec(value).lte(1) &&
    dec(issued).gte(10)
  if (!share) return null
  return {
    code: 'MAYBE_SHARE',
    level: 'confirm',
    message: `指标按 % 计、目标 ${issued}，这里只有 ${value}，现按 ${value}% 计。`,
    suggestion: `如果本意是 ${dec(value).times(100).toFixed()}%，请填入数值。`,
    group: `MAYBE_SHARE:${indicator.code}`
  }
}
