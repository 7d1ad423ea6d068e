import { dec } from '../../number/decimal.ts'
import type { CatalogueIndicator, CataloguePart } from '../catalogue.ts'
import type { Reported } from '../problems/problemSink.ts'
import type { ReadingField } from '../../scoring/reading.ts'

/** A place is a whole number from 1. Null when the number is one, or need not be. */
export function checkPlace(
  value: string,
  field: ReadingField,
  indicator: CatalogueIndicator
): Reported | null {
  if (indicator.readsPlaces !== true || !['actual', 'rating'].includes(field)) return null
  const place = dec(value)
  if (place.isInteger() && place.greaterThanOrEqualTo(1)) return null
  return {
    code: 'NOT_A_PLACE',
    level: 'error',
    message: `「${indicator.name}」按名次计分，名次应是 1、2、3 这样的整数，这里是 ${value}。`,
    suggestion: '请填入名次，或检查这一列对应的指标。'
  }
}

/** Counts are whole numbers from 0, points of a range lie in it. Null when the number may be what it says. */
export function checkPart(value: string, part: CataloguePart): Reported | null {
  const number = dec(value)
  if (part.isCount && (!number.isInteger() || (number.isNegative() && !number.isZero()))) {
    const what = part.measure === '票' ? '票数' : '次数'
    return {
      code: 'NOT_A_COUNT',
      level: 'error',
      message: `「${part.name}」的${what}应是 0、1、2 这样的整数，这里是 ${value}。`,
      suggestion:
        part.pointsEach === null
          ? `请填入${what}，或检查这一列是不是得票率。`
          : `请填入次数；表里如果填的是扣分，请换算成次数（每次扣 ${part.pointsEach} 分）。`
    }
  }
  const { range } = part
  if (range === null || number.isZero()) return null
  if (number.greaterThanOrEqualTo(dec(range.min)) && number.lessThanOrEqualTo(dec(range.max))) return null
  return {
    code: 'OUT_OF_RANGE',
    level: 'error',
    message: `「${part.name}」按方案扣 ${range.min} 到 ${range.max} 分，这里是 ${value}。`,
    suggestion: '请改正，没有发生的填 0。'
  }
}
