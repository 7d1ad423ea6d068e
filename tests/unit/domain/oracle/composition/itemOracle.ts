import {
  average,
  larger,
  minus,
  n,
  over,
  times,
  type Fraction
} from '../../../../fixtures/sample/fraction.ts'
import type { ItemCase, RaceCase } from './raceCase.ts'
import { roundFraction } from './roundFraction.ts'

/** One item of one unit: OUT leaves numerator and denominator, BLOCKS leaves the unit without a base. */
export interface ItemVerdict {
  item: ItemCase
  status: 'SCORED' | 'NA' | 'MISSING' | 'REFUSED'
  effect: 'COUNTS' | 'OUT' | 'BLOCKS'
  score: Fraction | null
  estimated: boolean
}

/** §6.4-3, with the policies for 不适用 and 缺报 (§2.13, ambiguities 1 and 3) around the mark. */
export function solveItem(given: RaceCase, item: ItemCase, index: number): ItemVerdict {
  const { state, value } = item.cells[index]!
  const counts = (status: ItemVerdict['status'], score: Fraction, estimated = false): ItemVerdict => ({
    item,
    status,
    effect: 'COUNTS',
    score: rounded(given, score),
    estimated
  })
  const none = (status: ItemVerdict['status'], effect: ItemVerdict['effect']): ItemVerdict => ({
    item,
    status,
    effect,
    score: null,
    estimated: false
  })
  if (state === 'NA') {
    if (given.policies.notApplicable === 'RESCALE') return none('NA', 'OUT')
    const full = given.policies.notApplicable === 'FULL_MARK'
    const score = full ? n(item.fullMark) : groupMean(given, item, index)
    return score === null ? none('REFUSED', 'BLOCKS') : counts('SCORED', score)
  }
  if (isStruck(given, item, index)) return counts('SCORED', n('0'))
  if (state !== 'MISSING') return counts('SCORED', n(value), state === 'ESTIMATED')
  const byPolicy = missingScore(given, item)
  if (byPolicy === null) return none('MISSING', 'BLOCKS')
  return given.policies.missingInBase ? counts('MISSING', byPolicy) : none('MISSING', 'OUT')
}

/** 取整位置: 每项 as well, or 合计 only. */
function rounded({ policies }: RaceCase, score: Fraction): Fraction {
  if (policies.roundAt === 'TOTAL') return score
  return roundFraction(score, policies.decimals, policies.rounding)
}

/** §2.10, S34: an event that names an item strikes that item; what does not apply cannot be struck. */
function isStruck({ policies, vetoes, units }: RaceCase, { code }: ItemCase, index: number): boolean {
  return policies.vetoes && vetoes.some((veto) => veto.unit === units[index]!.code && veto.indicator === code)
}

/**
 * 「give the group's mean」 leaves open whose: as docs/rules.md has it, of the ranked units with a number, 补分 included.
 * Read from the engine: of the marks as given, before every item is rounded and before a veto strikes one.
 */
function groupMean({ units }: RaceCase, { cells }: ItemCase, index: number): Fraction | null {
  const marks = cells.filter(
    ({ state }, other) =>
      units[other]!.group === units[index]!.group &&
      units[other]!.ranked &&
      (state === 'VALUE' || state === 'ESTIMATED')
  )
  return marks.length === 0 ? null : average(marks.map(({ value }) => n(value)))
}

/** Nothing, a share of the full mark, or the full mark less fixed points and never below 0 (S19, S74b); null: wait. */
function missingScore({ policies }: RaceCase, { missing, fullMark }: ItemCase): Fraction | null {
  switch (missing ?? policies.missing) {
    case 'BLOCK_UNIT':
      return null
    case 'ZERO':
      return n('0')
    case 'FLOOR':
      return over(times(n(fullMark), n(policies.missingFloor)), n('100'))
    case 'DEDUCT':
      return larger(n('0'), minus(n(fullMark), n(policies.missingPoints)))
  }
}
