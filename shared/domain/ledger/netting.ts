import { dec, sum, ZERO, type D } from '../number/decimal.ts'
import type { Policies } from '../scheme/policies.ts'
import type { AdjustmentClass, RaceDefinition } from '../scheme/schemeDefinition.ts'

/** The entries of one class, summed and capped. */
export interface ClassSum {
  definition: AdjustmentClass
  sum: D
  counted: D
  /** The cap that holds here: a class cap may not count at all (ambiguity 13). */
  cap: string | null
}

/** Bonus and deduction under one order of caps, before and after the caps over all classes. */
export interface Netting {
  classes: readonly ClassSum[]
  bonusSum: D
  bonus: D
  deductionSum: D
  deduction: D
}

type Rules = Pick<RaceDefinition['adjustments'], 'bonusCap' | 'deductionCap'>
export type CapPolicies = Pick<Policies, 'capOrder' | 'netClassCaps'>

/** Caps and nets the sums of the classes in the scheme's order (G13). */
export function net(
  sums: readonly Pick<ClassSum, 'definition' | 'sum'>[],
  rules: Rules,
  { capOrder, netClassCaps }: CapPolicies
): Netting {
  // Without a cap over all classes the class caps stay: "only the overall cap" needs one.
  const overallOnly = capOrder === 'NET_THEN_CAP' && netClassCaps === 'OVERALL_ONLY'
  const overall = { BONUS: rules.bonusCap, DEDUCTION: rules.deductionCap }
  const classes = sums.map(({ definition, sum: total }): ClassSum => {
    const cap = overallOnly && overall[definition.sign] !== undefined ? undefined : definition.cap
    return { definition, sum: total, counted: capped(total, cap), cap: cap ?? null }
  })
  const bonusSum = countedOf(classes, 'BONUS')
  const deductionSum = countedOf(classes, 'DEDUCTION')
  const deduction = capped(deductionSum, rules.deductionCap)
  const room =
    rules.bonusCap === undefined
      ? bonusSum
      : dec(rules.bonusCap).plus(capOrder === 'NET_THEN_CAP' ? deduction : ZERO)
  return { classes, bonusSum, bonus: smaller(bonusSum, room), deductionSum, deduction }
}

function countedOf(classes: readonly ClassSum[], sign: AdjustmentClass['sign']): D {
  return sum(classes.filter((entry) => entry.definition.sign === sign).map((entry) => entry.counted))
}

function capped(value: D, cap: string | undefined): D {
  return cap === undefined ? value : smaller(value, dec(cap))
}

function smaller(a: D, b: D): D {
  return a.lessThan(b) ? a : b
}
