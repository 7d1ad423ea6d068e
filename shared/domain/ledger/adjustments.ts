import { AppError } from '../../appError.ts'
import { canonical, dec, sum, ZERO, type D } from '../number/decimal.ts'
import type { AdjustmentResult } from '../ranking/resultSet.ts'
import type { Policies } from '../scheme/policies.ts'
import type { AdjustmentClass, RaceDefinition } from '../scheme/schemeDefinition.ts'
import { printScore, scoreOf } from '../scoring/printScore.ts'
import type { AdjustmentEntry } from '../scoring/reading.ts'

export interface Adjustments {
  result: AdjustmentResult
  /** After all caps, both positive: total = base + bonus − deduction. */
  bonus: D
  deduction: D
  /** True where the two orders of capping and netting give different totals (the footer says which one ran). */
  orderMattered: boolean
}

interface ClassSum {
  definition: AdjustmentClass
  sum: D
  counted: D
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
  const classes = rules.classes.map((definition): ClassSum => {
    const points = applied.flatMap(({ entry }) =>
      entry.classCode === definition.code ? [dec(entry.points)] : []
    )
    return { definition, sum: sum(points), counted: capped(sum(points), definition.cap) }
  })
  const bonusSum = countedOf(classes, 'BONUS')
  const deduction = capped(countedOf(classes, 'DEDUCTION'), rules.deductionCap)
  const capFirst = capped(bonusSum, rules.bonusCap)
  const netFirst =
    rules.bonusCap === undefined ? bonusSum : smaller(bonusSum, dec(rules.bonusCap).plus(deduction))
  const bonus = policies.capOrder === 'CAP_THEN_SUBTRACT' ? capFirst : netFirst
  return {
    result: {
      entries: applied,
      classes: classes.map(({ definition, sum: total, counted }) => ({
        code: definition.code,
        name: definition.name,
        sign: definition.sign,
        sum: canonical(total),
        counted: canonical(counted),
        cap: definition.cap ?? null
      })),
      bonus: scoreOf(bonus, policies),
      deduction: scoreOf(deduction, policies),
      sentence: sentenceOf(classes, rules, { bonusSum, bonus, deduction }, policies)
    },
    bonus,
    deduction,
    orderMattered: !capFirst.equals(netFirst)
  }
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

function countedOf(classes: readonly ClassSum[], sign: AdjustmentClass['sign']): D {
  return sum(classes.filter((entry) => entry.definition.sign === sign).map((entry) => entry.counted))
}

function capped(value: D, cap: string | undefined): D {
  return cap === undefined ? value : smaller(value, dec(cap))
}

function smaller(a: D, b: D): D {
  return a.lessThan(b) ? a : b
}

/** 「加分：表彰 6.50（封顶 5.00），其他 7.00，合计 12.00，封顶 10.00，计 10.00。减分：…」 */
function sentenceOf(
  classes: readonly ClassSum[],
  rules: RaceDefinition['adjustments'],
  totals: { bonusSum: D; bonus: D; deduction: D },
  policies: Policies
): string {
  const print = (value: D): string => printScore(value, policies)
  const list = (sign: AdjustmentClass['sign']): string[] =>
    classes
      .filter((entry) => entry.definition.sign === sign && !entry.sum.isZero())
      .map(({ definition, sum: total, counted }) => {
        const limit = counted.equals(total) ? '' : `（封顶 ${print(counted)}）`
        return `${definition.name} ${print(total)}${limit}`
      })
  const side = (word: string, parts: string[], before: D, after: D, capWords: string): string | null => {
    if (parts.length === 0) return null
    const total = before.equals(after) ? '' : `，合计 ${print(before)}，${capWords}`
    return `${word}：${parts.join('，')}${total}，计 ${print(after)}`
  }
  const bonusCap = rules.bonusCap === undefined ? '' : print(dec(rules.bonusCap))
  const order = policies.capOrder === 'NET_THEN_CAP' ? `扣去减分后封顶 ${bonusCap}` : `封顶 ${bonusCap}`
  const deductionSum = countedOf(classes, 'DEDUCTION')
  const deductionCap = rules.deductionCap === undefined ? '' : `封顶 ${print(dec(rules.deductionCap))}`
  const parts = [
    side('加分', list('BONUS'), totals.bonusSum, totals.bonus, order),
    side('减分', list('DEDUCTION'), deductionSum, totals.deduction, deductionCap)
  ].filter((part) => part !== null)
  return parts.length === 0 ? '没有加减分' : parts.join('；')
}
