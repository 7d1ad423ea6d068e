import { AppError } from '../../appError.ts'
import { canonical, dec, sum, ZERO, type D } from '../number/decimal.ts'
import type { AdjustmentResult } from '../ranking/resultSet.ts'
import type { Policies } from '../scheme/policies.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import { scoreOf } from '../scoring/printScore.ts'
import type { AdjustmentEntry } from '../scoring/reading.ts'
import { adjustmentSentence } from './adjustmentSentence.ts'
import { net, type CapPolicies, type Netting } from './netting.ts'

export interface Adjustments {
  result: AdjustmentResult
  /** After all caps, both positive: total = base + bonus − deduction. */
  bonus: D
  deduction: D
  /** True where the two orders of capping and netting give different totals (the footer says which one ran). */
  orderMattered: boolean
  /** Other choices of the scheme that decided these numbers, as whole sentences for the footer. */
  choices: string[]
}

/**
 * 加减分 of one unit in one race (S21, S22, S40; G13): each class to its own cap, bonuses to the cap over all, then
 * CAP_THEN_SUBTRACT takes deductions off the capped bonus, or NET_THEN_CAP caps what is left of the bonus after
 * them. For the latter `bonus` is raised so that bonus − deduction is the capped net. Entries of classes that the
 * race does not have are not its business. Throws VALIDATION_FAILED for an entry whose points are not positive.
 */
export function adjust(
  entries: readonly AdjustmentEntry[],
  rules: RaceDefinition['adjustments'],
  policies: Policies
): Adjustments {
  const applied = rules.classes.flatMap((definition) =>
    entries
      .filter((entry) => entry.classCode === definition.code)
      .sort(byDate)
      .map((entry) => ({ entry: checked(entry), className: definition.name, sign: definition.sign }))
  )
  const sums = rules.classes.map((definition) => ({
    definition,
    sum: sum(applied.flatMap(({ entry }) => (entry.classCode === definition.code ? [dec(entry.points)] : [])))
  }))
  const under = (caps: CapPolicies): Netting => net(sums, rules, caps)
  const chosen = under(policies)
  const otherOrder = policies.capOrder === 'NET_THEN_CAP' ? 'CAP_THEN_SUBTRACT' : 'NET_THEN_CAP'
  const otherCaps = policies.netClassCaps === 'CLASS_FIRST' ? 'OVERALL_ONLY' : 'CLASS_FIRST'
  const classCapsMattered = !same(chosen, under({ ...policies, netClassCaps: otherCaps }))
  return {
    result: {
      entries: applied,
      classes: chosen.classes.map(({ definition, sum: total, counted, cap }) => ({
        code: definition.code,
        name: definition.name,
        sign: definition.sign,
        sum: canonical(total),
        counted: canonical(counted),
        cap
      })),
      bonus: scoreOf(chosen.bonus, policies),
      deduction: scoreOf(chosen.deduction, policies),
      sentence: adjustmentSentence(chosen, rules, policies)
    },
    bonus: chosen.bonus,
    deduction: chosen.deduction,
    orderMattered: !same(chosen, under({ ...policies, capOrder: otherOrder })),
    choices: classCapsMattered ? [CLASS_CAP_WORDS[policies.netClassCaps]] : []
  }
}

const CLASS_CAP_WORDS = {
  CLASS_FIRST: '先扣减分再封顶时，各类加减分仍先按本类封顶。',
  OVERALL_ONLY: '先扣减分再封顶时，只按总的封顶，各类不另封顶。'
} as const

function same(a: Netting, b: Netting): boolean {
  return a.bonus.minus(a.deduction).equals(b.bonus.minus(b.deduction))
}

function byDate(a: AdjustmentEntry, b: AdjustmentEntry): number {
  const [left, right] = [a.date ?? '', b.date ?? '']
  return left < right ? -1 : left > right ? 1 : a.id - b.id
}

function checked(entry: AdjustmentEntry): AdjustmentEntry {
  if (dec(entry.points).greaterThan(ZERO)) return entry
  throw new AppError(
    'VALIDATION_FAILED',
    `加减分「${entry.reason}」的分值是 ${entry.points}，应是大于 0 的数。`,
    {
      action: '加分还是减分由类别决定，请到加减分台账改正。'
    }
  )
}
