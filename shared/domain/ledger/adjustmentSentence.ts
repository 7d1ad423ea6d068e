import { dec, type D } from '../number/decimal.ts'
import type { Policies } from '../scheme/policies.ts'
import type { AdjustmentClass, RaceDefinition } from '../scheme/schemeDefinition.ts'
import { printScore } from '../scoring/printScore.ts'
import type { Netting } from './netting.ts'

/** 「加分：表彰 6.50（封顶 5.00），其他 7.00，合计 12.00，封顶 10.00，计 10.00。减分：…」 */
export function adjustmentSentence(
  { classes, bonusSum, bonus, deductionSum, deduction }: Netting,
  { bonusCap, deductionCap }: RaceDefinition['adjustments'],
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
  const cap = (value: string | undefined): string => (value === undefined ? '' : `封顶 ${print(dec(value))}`)
  const order = policies.capOrder === 'NET_THEN_CAP' ? '扣去减分后' : ''
  const parts = [
    side('加分', list('BONUS'), bonusSum, bonus, `${order}${cap(bonusCap)}`),
    side('减分', list('DEDUCTION'), deductionSum, deduction, cap(deductionCap))
  ].filter((part) => part !== null)
  return parts.length === 0 ? '没有加减分' : parts.join('；')
}
