import { dec } from '#shared/domain/number/decimal.ts'
import type { IndicatorResult } from '#shared/domain/ranking/resultSet.ts'
import type { Status } from '../text/status.ts'

/** Where the words change; a screen that uses them says so once (RATE_LEGEND). */
const FULL = dec('1')
const SLIGHT = dec('0.85')

export const RATE_LEGEND = '得分率 100% 及以上 达标，85% 起 稍缓，低于 85% 落后'

/** Word for a share of the full mark (a decimal such as `0.8691`). */
export function rateStatus(rate: string): Status {
  const value = dec(rate)
  if (value.gte(FULL)) return 'on_track'
  return value.gte(SLIGHT) ? 'slightly_behind' : 'behind'
}

/** Word for one indicator of one unit. */
export function indicatorStatus(result: Pick<IndicatorResult, 'status' | 'rate'>): Status {
  switch (result.status) {
    case 'NA':
      return 'na'
    case 'MISSING':
      return 'missing'
    case 'REFUSED':
      return 'refused'
    case 'SCORED':
      return result.rate === null ? 'na' : rateStatus(result.rate)
  }
}
