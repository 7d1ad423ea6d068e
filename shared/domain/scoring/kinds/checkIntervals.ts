import type { Problem } from '../../../problem.ts'
import { dec } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { ruleProblem } from '../ruleProblem.ts'
import { boundOf, coverageOf, limitsSecond, pieceWords, type Segment } from './intervalCoverage.ts'
import { secondNameOf, type IntervalParams, type IntervalTableRow } from './intervalParams.ts'

/** What is wrong with the table: rows without points, and the number line's gaps and overlaps, each as a sentence. */
export function checkIntervals(rule: IntervalParams, indicator: IndicatorDefinition): Problem[] {
  return [
    ...rule.rows.flatMap((entry, index) => checkRow(entry, `第 ${index + 1} 行`, indicator)),
    ...checkSecond(rule),
    ...checkLine(rule)
  ]
}

function checkRow(entry: IntervalTableRow, at: string, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  const { value, min, max, atLo, atHi } = entry
  if (!isComplete(entry)) {
    const action = '请填一个得分，或填人工定分的最低和最高，或填上下限处各得几分'
    found.push(ruleProblem('error', 'ROW_WITHOUT_POINTS', `${at}没有写清得多少分`, action))
  } else if (min !== undefined && max !== undefined && dec(min).greaterThanOrEqualTo(dec(max))) {
    const message = `${at}人工定分的最低 ${min} 不低于最高 ${max}`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改人工定分的范围'))
  }
  if (atLo !== undefined && (entry.lo === undefined || entry.hi === undefined)) {
    const message = `${at}按比例得分，但区间没有上限或下限，算不出比例`
    found.push(ruleProblem('error', 'FORMULA_UNBOUNDED', message, '请写明上限和下限，或改成一个得分'))
  }
  const most = [value, max, atLo, atHi].reduce((top, points) =>
    top === undefined || (points !== undefined && dec(points).greaterThan(dec(top))) ? points : top
  )
  if (most !== undefined && dec(most).greaterThan(dec(indicator.fullMark))) {
    const message = `${at}得 ${most} 分，超过满分 ${indicator.fullMark}`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改到满分以内'))
  }
  const empty =
    isEmpty(entry.lo, entry.loInclusive, entry.hi, entry.hiInclusive) ||
    isEmpty(entry.secondLo, entry.secondLoInclusive, entry.secondHi, entry.secondHiInclusive)
  if (empty) {
    found.push(ruleProblem('error', 'ROW_EMPTY', `${at}的区间里没有任何数`, '请核对上限和下限'))
  }
  return found
}

/** Exactly one of the three ways to give points, and both of its ends. */
function isComplete({ value, min, max, atLo, atHi }: IntervalTableRow): boolean {
  const pairs = [
    [min, max],
    [atLo, atHi]
  ].filter((pair) => pair.some((end) => end !== undefined))
  if (value !== undefined) return pairs.length === 0
  return pairs.length === 1 && pairs[0]!.every((end) => end !== undefined)
}

function isEmpty(lo: string | undefined, loIn: boolean, hi: string | undefined, hiIn: boolean): boolean {
  if (lo === undefined || hi === undefined) return false
  const order = boundOf(lo).comparedTo(boundOf(hi))
  return order > 0 || (order === 0 && !(loIn && hiIn))
}

function checkSecond(rule: IntervalParams): Problem[] {
  const used = rule.rows.some(limitsSecond)
  if (used === (rule.secondName !== undefined)) return []
  const message = used ? '有区间写了第二个条件，但没有写它的名称' : '写了第二个条件的名称，但没有区间用它'
  return [ruleProblem('error', 'SECOND_INCOMPLETE', message, '请两处都填，或都不填')]
}

function checkLine(rule: IntervalParams): Problem[] {
  const { gaps, overlaps } = coverageOf(rule.rows)
  const where = (segment: Segment): string =>
    segment.second === null
      ? pieceWords(segment)
      : `${pieceWords(segment)}、${secondNameOf(rule)} ${pieceWords(segment.second)}`
  return [
    ...gaps.map((gap) => {
      // Nothing beyond the ends of the table may be meant (a share is never below 0); a hole inside never is.
      const outer = gap.second === null && (gap.lo === null || gap.hi === null)
      const message = `${where(gap)}没有对应的区间，落在这里就不能计分`
      const action = outer ? '如果数值不会到这里，可以不管' : '请补一行，或改相邻两行的上限、下限'
      return ruleProblem(outer ? 'confirm' : 'error', 'RANGE_GAP', message, action)
    }),
    ...overlaps.map((overlap) => {
      const rows = overlap.rows.map((index) => index + 1).join('、')
      const message = `${where(overlap)}同时落在第 ${rows} 行`
      return ruleProblem('error', 'RANGE_OVERLAP', message, '请改上限、下限，让一个数只对应一行')
    })
  ]
}
