import { dec, HUNDRED, type DecimalString } from '../number/decimal.ts'
import type { ProgressRules } from '../scheme/progressRules.ts'

/** 完成 as three states; words and colours are the screen's. */
export type RateStatus = 'MET' | 'SLIGHTLY_BEHIND' | 'BEHIND'

/** State of a completion or score rate (`0.8691`) by the scheme's lines, in percent; a line itself counts as reached. */
export function rateStatus(
  rate: DecimalString,
  { met, slightlyBehind }: Pick<ProgressRules, 'met' | 'slightlyBehind'>
): RateStatus {
  const percent = dec(rate).times(HUNDRED)
  if (percent.greaterThanOrEqualTo(dec(met))) return 'MET'
  return percent.greaterThanOrEqualTo(dec(slightlyBehind)) ? 'SLIGHTLY_BEHIND' : 'BEHIND'
}
