import fc from 'fast-check'
import { compare, minus, n, over, plus, smaller, times } from '../../../../fixtures/sample/fraction.ts'
import {
  decimals,
  direction,
  fullMark,
  given,
  maybe,
  participants,
  present,
  scored,
  unless,
  type Oracle
} from '../oracleCase.ts'

const NAMES = ['优秀值', '良好值', '平均值', '较低值', '较差值']
const COEFFICIENTS = ['1', '0.8', '0.6', '0.4', '0.2']

interface Tier {
  name: string
  value: string
  coefficient: string
}

/** Five standard values from good to bad: rising for lower-is-better, falling otherwise. */
function ladder(bottom: string, widths: readonly string[], down: boolean): Tier[] {
  let value = n(bottom)
  const rising = ['', ...widths].map((width) => {
    if (width !== '') value = plus(value, n(width))
    return decimalText(value)
  })
  const values = down ? rising : rising.reverse()
  return values.map((text, index) => ({
    name: NAMES[index]!,
    value: text,
    coefficient: COEFFICIENTS[index]!
  }))
}

/** Sums of two-decimal texts have two decimals. */
function decimalText({ top, bottom }: ReturnType<typeof n>): string {
  const hundredths = (top * 100n) / bottom
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0')
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '')
  return hundredths < 0n && text !== '0' ? `-${text}` : text
}

/** 功效系数法 (S13, S14): base of the tier that is reached, and the share of the way to the next; at most the full mark (S15). */
export const efficacyTiers: Oracle = {
  kind: 'EFFICACY_TIERS',
  cases: direction.chain((way) =>
    fc.record({
      params: fc
        .record({
          tiers: fc
            .tuple(decimals(-10, 10, 1), fc.array(decimals(1, 5, 2), { minLength: 4, maxLength: 4 }))
            .map(([bottom, widths]) => ladder(bottom, widths, way === 'DOWN')),
          belowWorst: maybe(fc.constantFrom('ZERO', 'WORST_TIER'))
        })
        .map(present),
      direction: fc.constant(way),
      measure: fc.constant('%'),
      fullMark,
      group: fc.constant('g'),
      participants: participants(fc.record({ actual: given(decimals(-12, 32, 1)) }))
    })
  ),
  solve({ params, direction: way, fullMark: mark }, { actual }) {
    const open = unless(actual)
    if (open !== null) return open
    const tiers = params['tiers'] as Tier[]
    const full = n(mark)
    const value = n(actual!)
    const points = (tier: Tier) => times(full, n(tier.coefficient))
    const reached = tiers.findIndex((tier) => compare(value, n(tier.value)) * (way === 'UP' ? 1 : -1) >= 0)
    if (reached === -1) return scored(params['belowWorst'] === 'WORST_TIER' ? points(tiers.at(-1)!) : n('0'))
    const tier = tiers[reached]!
    const next = tiers[reached - 1]
    if (next === undefined) return scored(smaller(points(tier), full))
    const share = over(minus(value, n(tier.value)), minus(n(next.value), n(tier.value)))
    return scored(smaller(plus(points(tier), times(share, minus(points(next), points(tier)))), full))
  }
}
