import { dec } from '../../number/decimal.ts'
import type { CatalogueIndicator } from '../catalogue.ts'
import { checkPart, checkPlace } from '../table/checkPart.ts'
import { partOfRater } from '../columns/settleRater.ts'
import { findMeasure } from '../values/measures.ts'
import type { Reported } from '../problems/problemSink.ts'
import type { Coordinates } from './sheetScope.ts'

/**
 * Scores and marks must lie between 0 and their full mark. The self score never ranks, so it is only to be confirmed.
 * Null when the value is fine or no mark.
 */
export function checkMark(value: string, at: Coordinates, indicator: CatalogueIndicator): Reported | null {
  const place = checkPlace(value, at.field, indicator)
  if (place) return place
  if (at.field !== 'score' && at.field !== 'self' && at.field !== 'rating') return null
  const part = at.field === 'rating' ? partOfRater(indicator, at.rater) : null
  if (part && indicator.parts?.kind !== 'MARKS') return checkPart(value, part)
  const what = { score: '得分', self: '自评分', rating: '评分' }[at.field]
  const level = indicator.fields.includes(at.field) ? 'error' : 'confirm'
  const mark = dec(value)
  if (mark.isNegative() && !mark.isZero()) {
    return {
      code: 'NEGATIVE_SCORE',
      level,
      message: `${what} ${value} 是负数。`,
      suggestion: '请改正，或把扣分填到加减分台账。'
    }
  }
  const full = highestMark(at.field, indicator)
  if (mark.lte(full)) return null
  return {
    code: 'ABOVE_FULL_MARK',
    level,
    message: `${what} ${value} 超过「${indicator.name}」的满分 ${full}。`,
    suggestion: '请改正，或检查这一列对应的指标。'
  }
}

/** Marks may be given out of another number than the full mark: 92 of 100 for an item that counts 20. */
function highestMark(field: 'score' | 'self' | 'rating', indicator: CatalogueIndicator): string {
  const { fullMark, ratingMax } = indicator
  if (ratingMax && (field === 'rating' || dec(ratingMax).gt(dec(fullMark)))) return ratingMax
  return field === 'rating' && dec(fullMark).lt(100) ? '100' : fullMark
}

/** The sheet's target against the issued one, and a %-value that may have been meant as a share. Both to be confirmed. */
export function checkAgainstTarget(
  value: string,
  at: Coordinates,
  indicator: CatalogueIndicator,
  unitName: string,
  shown: string
): Reported | null {
  const issued = indicator.targets.get(at.unit)
  if (at.field === 'target' && issued !== undefined && value !== issued && !dec(value).eq(dec(issued))) {
    return {
      code: 'TARGET_MISMATCH',
      level: 'confirm',
      message: `${unitName}「${indicator.name}」的目标，表里是 ${value}，下达的是 ${issued}，以下达的为准。`,
      suggestion: '如果目标调整过，请先在方案里改目标。',
      group: `TARGET_MISMATCH:${indicator.code}`
    }
  }
  const scale = at.field === 'actual' && issued !== undefined ? maybeScale(value, indicator, issued) : null
  if (scale) return scale
  // An issued target counts whatever the sheet says, and that it differs has been told.
  const isCounted = at.field === 'actual' || (at.field === 'target' && issued === undefined)
  if (!isCounted || /[%％]/.test(shown) || !maybeShare(value, indicator, issued)) return null
  return {
    code: 'MAYBE_SHARE',
    level: 'confirm',
    message: `指标按 % 计${issued === undefined ? '' : `、目标 ${issued}`}，这里只有 ${value}，现按 ${value}% 计。`,
    suggestion: `如果本意是 ${dec(value).times(100).toFixed()}%，请填入数值。`,
    group: `MAYBE_SHARE:${indicator.code}`
  }
}

/** 0.97 or 1.05 where about 100 was expected. Without a target only rates that had better be low may well be that small. */
function maybeShare(value: string, indicator: CatalogueIndicator, issued: string | undefined): boolean {
  if (indicator.unit !== '%' || !dec(value).gt(0)) return false
  if (dec(value).gt(1)) {
    const ratio = issued === undefined || dec(issued).lt(10) ? null : dec(value).times(100).div(dec(issued))
    return ratio !== null && ratio.gt('0.5') && ratio.lt(2)
  }
  return issued === undefined ? indicator.direction !== 'DOWN' : dec(issued).gte(10)
}

const SCALED = new Set(['money', 'dollars', 'people', 'visits', 'area'])

/** 0.148 where the target is 1500: near the target when counted in 万 or 亿 of the indicator's measure, or the reverse. */
function maybeScale(value: string, indicator: CatalogueIndicator, issued: string): Reported | null {
  // Far from every power that matters; only what may be near one is looked at in decimals.
  const roughly = Math.abs(Number(value) / Number(issued))
  if (roughly > 0.01 && roughly < 100) return null
  if (!SCALED.has(findMeasure(indicator.unit)?.dimension ?? '') || !dec(value).gt(0) || !dec(issued).gt(0))
    return null
  const ratio = dec(value).div(dec(issued))
  const isNear = (power: number): boolean =>
    ratio.times(`1e${power}`).gt('0.2') && ratio.times(`1e${power}`).lt(5)
  if (![4, 8, -4, -8].some(isNear)) return null
  return {
    code: 'MAYBE_SCALE',
    level: 'confirm',
    message: `指标按「${indicator.unit}」计、目标 ${issued}，这里是 ${value}，相差上万倍，现按 ${value}${indicator.unit} 计。`,
    suggestion: '如果表里用的是别的单位（元、万元、亿元），请填入换算后的数值。',
    group: `MAYBE_SCALE:${indicator.code}`
  }
}
