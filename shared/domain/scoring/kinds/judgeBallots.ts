import { dec, type D } from '../../number/decimal.ts'
import { memoByPool } from '../poolMemo.ts'
import { raterKey, ratingsOf } from '../ratings.ts'
import type { JudgeParams } from './judgeParams.ts'

/** True for a mark that a rater could give at all; others are left out one by one, the ballot stands. */
export function inRange(mark: D, rule: JudgeParams): boolean {
  return mark.greaterThanOrEqualTo(dec(rule.min)) && mark.lessThanOrEqualTo(dec(rule.outOf))
}

/**
 * Ballots (all marks of one named rater over the units of the pool) that do not count, with the reason (S29).
 * Needs at least two marks on the ballot: one mark alone is equal to itself.
 */
export const invalidBallots = memoByPool((pool, rule: JudgeParams): ReadonlyMap<string, string> => {
  const ballots = new Map<string, D[]>()
  for (const subject of pool) {
    for (const reading of ratingsOf(subject).list) {
      const key = raterKey(reading)
      if (key === null || reading.value === null) continue
      if (reading.state !== 'VALUE' && reading.state !== 'ESTIMATED') continue
      const mark = dec(reading.value)
      if (!inRange(mark, rule)) continue
      const marks = ballots.get(key)
      if (marks) marks.push(mark)
      else ballots.set(key, [mark])
    }
  }
  const invalid = new Map<string, string>()
  for (const [key, marks] of ballots) {
    const reason = marks.length < 2 ? null : whyInvalid(marks, rule)
    if (reason !== null) invalid.set(key, reason)
  }
  return invalid
})

function whyInvalid(marks: readonly D[], rule: JudgeParams): string | null {
  const first = marks[0]!
  const allEqual = marks.every((mark) => mark.equals(first))
  if (rule.rejectAllFull && allEqual && first.equals(dec(rule.outOf))) return '无效票：全部打满分'
  if (rule.rejectAllEqual && allEqual) return '无效票：全部打同一个分'
  if (rule.highFrom !== undefined && rule.highAtMost !== undefined) {
    const from = dec(rule.highFrom)
    const high = marks.filter((mark) => mark.greaterThanOrEqualTo(from)).length
    if (high > rule.highAtMost) {
      return `无效票：${rule.highFrom} 分以上有 ${high} 个，超过 ${rule.highAtMost} 个`
    }
  }
  if (rule.lowBelow !== undefined && rule.lowAtLeast !== undefined) {
    const below = dec(rule.lowBelow)
    const low = marks.filter((mark) => mark.lessThan(below)).length
    if (low < rule.lowAtLeast)
      return `无效票：${rule.lowBelow} 分以下有 ${low} 个，不足 ${rule.lowAtLeast} 个`
  }
  return null
}
