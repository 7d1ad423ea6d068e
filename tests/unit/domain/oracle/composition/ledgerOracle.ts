import { minus, n, plus, smaller, times, total, type Fraction } from '../../../../fixtures/sample/fraction.ts'
import { isBonus, type ClassCode, type RaceCase } from './raceCase.ts'

export interface LedgerVerdict {
  bonus: Fraction
  deduction: Fraction
}

const upTo = (value: Fraction, cap: string | undefined): Fraction =>
  cap === undefined ? value : smaller(value, n(cap))

/**
 * 加减分 (§2.9, S21, S22, S40; G13): cap first and subtract then, or net first and cap what is left. Net, the class caps
 * come first or do not count (ambiguity 13); where no cap over all classes is there to take their place they do. The
 * deduction's own cap over all comes before it is netted.
 */
export function solveLedger(
  { units, caps, policies }: RaceCase,
  index: number,
  factor: Fraction | null
): LedgerVerdict {
  const netFirst = policies.capOrder === 'NET_THEN_CAP'
  const sumOf = (code: ClassCode): Fraction => {
    const overall = isBonus(code) ? caps.bonus : caps.deduction
    const overallOnly = netFirst && policies.netClassCaps === 'OVERALL_ONLY' && overall !== undefined
    const own = units[index]!.entries.filter((entry) => entry.class === code)
    return upTo(total(own.map(({ points }) => n(points))), overallOnly ? undefined : caps.classes[code])
  }
  const earned = plus(sumOf('b1'), sumOf('b2'))
  const deduction = upTo(plus(sumOf('m1'), sumOf('m2')), caps.deduction)
  const net = upTo(minus(earned, deduction), caps.bonus)
  const bonus = netFirst ? plus(net, deduction) : upTo(earned, caps.bonus)
  // Ambiguity 1: caps are in points of the whole, so they come before the factor of the base.
  const scale = policies.rescaleAdjustments && factor !== null ? factor : n('1')
  return { bonus: times(bonus, scale), deduction: times(deduction, scale) }
}
