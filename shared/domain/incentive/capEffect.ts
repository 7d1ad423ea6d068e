import { adjust } from '../ledger/adjustments.ts'
import { canonical, D, dec, ZERO, type DecimalString } from '../number/decimal.ts'
import type { AdjustmentResult } from '../ranking/resultSet.ts'
import type { Policies } from '../scheme/policies.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import type { AdjustmentEntry } from '../scoring/reading.ts'

type Rules = RaceDefinition['adjustments']

/** What of an entry changes the total, and why not all of it. */
export interface Counted {
  /** Positive; takes away where the class is a deduction. */
  counts: DecimalString
  /** 「3 分只计 1.5 分：「表彰」此前已登记 3.5 分，封顶 5 分。」 */
  sentence: string
}

const netOf = ({ bonus, deduction }: { bonus: D; deduction: D }): D => bonus.minus(deduction)

/**
 * How much each entry of a unit's ledger changes its total, in the order in which the ledger counts them (by date, then as
 * entered): what the ledger gives with it less what it gives without it. The shares add up to the ledger's bonus − deduction.
 * `entries` are one unit's; those of classes that the race does not have are left out.
 */
export function countedEntries(
  entries: readonly AdjustmentEntry[],
  rules: Rules,
  policies: Policies
): Map<number, Counted> {
  const counted = new Map<number, Counted>()
  const known = entries.filter((entry) => rules.classes.some(({ code }) => code === entry.classCode))
  const ordered = known.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.id - b.id)
  let before = adjust([], rules, policies)
  ordered.forEach((entry, index) => {
    const after = adjust(ordered.slice(0, index + 1), rules, policies)
    const change = netOf(after).minus(netOf(before)).abs()
    counted.set(entry.id, {
      counts: canonical(change),
      sentence: countedSentence(entry, change, before.result, after.result, rules)
    })
    before = after
  })
  return counted
}

function countedSentence(
  entry: AdjustmentEntry,
  change: D,
  before: AdjustmentResult,
  after: AdjustmentResult,
  rules: Rules
): string {
  const points = dec(entry.points)
  const line = after.classes.find(({ code }) => code === entry.classCode)!
  const earlier = before.classes.find(({ code }) => code === entry.classCode)
  const asked = `${entry.points} 分`
  if (change.equals(points)) {
    const room = line.cap === null ? '' : `，封顶 ${line.cap} 分`
    return `这 ${asked}全部计入：「${line.name}」共登记 ${line.sum} 分${room}。`
  }
  const given = change.isZero() ? `这 ${asked}不改变总得分` : `这 ${asked}只计 ${canonical(change)} 分`
  return `${given}：${capReason(line, { earlier: earlier?.sum ?? '0', points, change }, rules)}`
}

/** Which cap took the rest: the class's own, the one over all classes of its side, or both. */
function capReason(
  line: AdjustmentResult['classes'][number],
  { earlier, points, change }: { earlier: DecimalString; points: D; change: D },
  rules: Rules
): string {
  const { cap } = line
  const room = cap === null ? null : D.max(dec(cap).minus(dec(earlier)), ZERO)
  const byClass = room !== null && room.lessThan(points)
  const overall = line.sign === 'BONUS' ? rules.bonusCap : rules.deductionCap
  const byAll = overall !== undefined && change.lessThan(byClass ? room : points)
  const word = line.sign === 'BONUS' ? '加分' : '减分'
  const reasons = [
    ...(byClass ? [`「${line.name}」此前已登记 ${earlier} 分，封顶 ${cap} 分`] : []),
    ...(byAll ? [`各类${word}合计封顶 ${overall} 分，已经到顶`] : [])
  ]
  return reasons.length === 0 ? '按方案的加减分规则不再变化。' : `${reasons.join('；')}。`
}
