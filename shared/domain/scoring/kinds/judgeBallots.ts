import { dec, type D } from '../../number/decimal.ts'
import { memoByPool } from '../poolMemo.ts'
import { raterKey, ratingsOf } from '../ratings.ts'
import type { JudgeParams } from './judgeParams.ts'

/** True for a mark that a rater could give at all; others are left out one by one, the ballot stands. */
export function inRange(mark: D, rule: JudgeParams): boolean {
  return mark.greaterThanOrEqualTo(dec(rule.min)) && mark.lessThanOrEqualTo(dec(rule.outOf))
}

/** All marks of one named rater over the units of the pool. */
interface Ballot {
  marks: D[]
  /** Marks that nobody may give. */
  strays: number
}

export interface InvalidBallot {
  reason: string
  /** Thrown out as all equal although the rater did not mark every unit: the choice of ambiguity 7. */
  partial: boolean
}

const ballotsOf = memoByPool((pool, rule: JudgeParams): ReadonlyMap<string, Ballot> => {
  const ballots = new Map<string, Ballot>()
  for (const subject of pool) {
    for (const reading of ratingsOf(subject).list) {
      const key = raterKey(reading)
      if (key === null || reading.value === null) continue
      if (reading.state !== 'VALUE' && reading.state !== 'ESTIMATED') continue
      const mark = dec(reading.value)
      const ballot = ballots.get(key) ?? { marks: [], strays: 0 }
      ballots.set(key, ballot)
      if (inRange(mark, rule)) ballot.marks.push(mark)
      else ballot.strays++
    }
  }
  return ballots
})

/**
 * Ballots that do not count, with the reason (S29). The tests of equal and of generous marks need at least two marks on
 * the ballot: one mark alone is equal to itself.
 */
export const invalidBallots = memoByPool((pool, rule: JudgeParams): ReadonlyMap<string, InvalidBallot> => {
  const invalid = new Map<string, InvalidBallot>()
  for (const [key, { marks, strays }] of ballotsOf(pool, rule)) {
    if (rule.outOfRange === 'BALLOT' && strays > 0) {
      invalid.set(key, { reason: '无效票：有超出范围的分', partial: false })
      continue
    }
    if (marks.length < 2) continue
    const complete = marks.length === pool.length
    const equal = complete || rule.allEqualOver === 'SCORED' ? whyEqual(marks, rule) : null
    const reason = equal ?? whyInvalid(marks, rule)
    if (reason !== null) invalid.set(key, { reason, partial: equal !== null && !complete })
  }
  return invalid
})

/** Raters of the whole sheet whose marks count: named ones by name, anonymous ones by the unit that has most of them. */
export const ratersOfSheet = memoByPool((pool, rule: JudgeParams): { count: number } => {
  const invalid = invalidBallots(pool, rule)
  const inScheme = (group: string): boolean =>
    rule.groups.length === 0 || rule.groups.some((entry) => entry.name === group)
  const named = new Set<string>()
  let anonymous = 0
  for (const subject of pool) {
    let here = 0
    for (const reading of ratingsOf(subject).list) {
      if (reading.value === null || !inScheme(reading.rater?.group ?? '')) continue
      if (reading.state !== 'VALUE' && reading.state !== 'ESTIMATED') continue
      if (!inRange(dec(reading.value), rule)) continue
      const key = raterKey(reading)
      if (key === null) here++
      else if (!invalid.has(key)) named.add(key)
    }
    anonymous = Math.max(anonymous, here)
  }
  return { count: named.size + anonymous }
})

function whyEqual(marks: readonly D[], rule: JudgeParams): string | null {
  const first = marks[0]!
  if (!marks.every((mark) => mark.equals(first))) return null
  if (rule.rejectAllFull && first.equals(dec(rule.outOf))) return '无效票：全部打满分'
  return rule.rejectAllEqual ? '无效票：全部打同一个分' : null
}

function whyInvalid(marks: readonly D[], rule: JudgeParams): string | null {
  if (rule.highFrom !== undefined && rule.highAtMost !== undefined) {
    const from = dec(rule.highFrom)
    const high = marks.filter((mark) => mark.greaterThanOrEqualTo(from)).length
    if (high > rule.highAtMost) {
      return `无效票：${rule.highFrom} 分以上有 ${high} 个，超过 ${rule.highAtMost} 个`
    }
  }
  if (rule.highFrom !== undefined && rule.highAtMostPercent !== undefined) {
    const from = dec(rule.highFrom)
    const high = marks.filter((mark) => mark.greaterThanOrEqualTo(from)).length
    if (
      dec(rule.highAtMostPercent)
        .times(marks.length)
        .lessThan(high * 100)
    ) {
      return `无效票：${rule.highFrom} 分以上有 ${high} 个，超过 ${marks.length} 个的 ${rule.highAtMostPercent}%`
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
