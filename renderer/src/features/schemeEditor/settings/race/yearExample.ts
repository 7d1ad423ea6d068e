import { dec, HUNDRED, type D } from '#shared/domain/number/decimal.ts'
import { formatValue } from '#shared/domain/number/format.ts'
import { printFixed } from '#shared/domain/number/rounding.ts'
import { combineRounds } from '#shared/domain/period/combineRounds.ts'
import { yearRules } from '#shared/domain/scheme/yearRules.ts'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import type { DraftYear } from './raceSection.ts'

const { year: text } = raceSettingsText

/** Quarters and leadership points of the published case (S33, G18: 88.55). */
const QUARTERS = { Q1: '88', Q2: '90', Q3: '92', Q4: '86' } as const
const LEADERSHIP = dec(4)

/**
 * The published year under the rules as they stand, by the engine's own combination; null while the rules cannot be read.
 * `without` leaves one quarter empty, to see what happens then.
 */
export function yearExample(rules: DraftYear, without: keyof typeof QUARTERS | null): string | null {
  const parsed = yearRules.safeParse(rules)
  if (!parsed.success) return null
  const year = parsed.data
  const combined = combineRounds(
    (Object.keys(QUARTERS) as (keyof typeof QUARTERS)[]).map((key) => ({
      key,
      value: key === without ? null : dec(QUARTERS[key]),
      weight: dec(year.weights[key])
    })),
    year
  )
  if (combined.value === null) return combined.reason === 'NO_WEIGHT' ? text.noWeight : text.undecided
  const parts = combined.counted.map((round) => `${formatValue(round.value)}`).join('、')
  return `${words(parts, year.method)} = ${printFixed(combined.value, 2)}${leadershipWords(combined.value, dec(year.leadership))}`
}

function words(parts: string, method: ReturnType<typeof yearRules.parse>['method']): string {
  return { MEAN: `${parts} 平均`, WEIGHTED: `${parts} 按权重`, BEST: `取 ${parts} 平均` }[method]
}

function leadershipWords(quarters: D, share: D): string {
  if (share.isZero()) return ''
  const total = quarters.times(HUNDRED.minus(share)).div(HUNDRED).plus(LEADERSHIP)
  return `；× ${formatValue(HUNDRED.minus(share))}% + 领导评价 4 = ${printFixed(total, 2)}`
}
