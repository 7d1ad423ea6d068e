import { canonical, dec, HUNDRED, ZERO, type DecimalString } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import { settle } from '../number/settle.ts'
import type { Direction } from '../scheme/schemeDefinition.ts'

export type GapState = 'BEHIND' | 'MET' | 'AHEAD'

export interface Gap {
  /** Own value − benchmark, with its sign, in the measure of both (percent: in percent points). */
  difference: DecimalString
  /** How far there still is to go, never negative; 0 when the benchmark is reached. */
  shortfall: DecimalString
  /** TARGET knows no AHEAD: the nearest is best. */
  state: GapState
  /** 「差 1 个」 「高出 2 件」 「偏离 0.5 个百分点」 「已达到」 「超过 1 个」. */
  words: string
}

export interface GapNumbers {
  ownValue: DecimalString | null
  benchmarkValue: DecimalString | null
  direction: Direction
  unitOfMeasure: string
}

/** The gap of two numbers; null while one of them is missing. UP: more is better, DOWN: less, TARGET: the nearest. */
export function gapOf({ ownValue, benchmarkValue, direction, unitOfMeasure }: GapNumbers): Gap | null {
  if (ownValue === null || benchmarkValue === null) return null
  const difference = settle(dec(ownValue).minus(dec(benchmarkValue)))
  const behind =
    direction === 'UP' ? difference.negated() : direction === 'DOWN' ? difference : difference.abs()
  const shortfall = behind.greaterThan(0) ? behind : ZERO
  const state = shortfall.greaterThan(0) ? 'BEHIND' : difference.isZero() ? 'MET' : 'AHEAD'
  const amount = amountText(canonical(difference.abs()), unitOfMeasure)
  return {
    difference: canonical(difference),
    shortfall: canonical(shortfall),
    state,
    words: wordsOf(state, direction, amount)
  }
}

function wordsOf(state: GapState, direction: Direction, amount: string): string {
  if (state === 'MET') return '已达到'
  if (direction === 'TARGET') return `偏离 ${amount}`
  if (state === 'AHEAD') return direction === 'UP' ? `超过 ${amount}` : `低于 ${amount}`
  return direction === 'UP' ? `差 ${amount}` : `高出 ${amount}`
}

/** A difference with its measure. Between two percentages lie percent points, not percent. */
export function amountText(value: DecimalString, unitOfMeasure: string): string {
  return `${formatValue(dec(value))} ${differenceUnit(unitOfMeasure)}`.trim()
}

export function differenceUnit(unitOfMeasure: string): string {
  return unitOfMeasure === '%' || unitOfMeasure === '％' ? '个百分点' : unitOfMeasure
}

/** A value with its measure: 「95%」 「3 个」. */
export function valueText(value: DecimalString, unitOfMeasure: string): string {
  const number = formatValue(dec(value))
  return unitOfMeasure === '%' || unitOfMeasure === '％' ? `${number}%` : `${number} ${unitOfMeasure}`.trim()
}

/** The whole gap in a sentence, with both numbers: 「现值 3 个，本季目标 4 个，差 1 个。」 */
export function gapSentence(numbers: GapNumbers, benchmark: string): string {
  const gap = gapOf(numbers)
  if (gap === null) return ''
  const { ownValue, benchmarkValue, direction, unitOfMeasure } = numbers
  const lower = direction === 'DOWN' ? '（越低越好）' : ''
  const who = benchmark === '' ? '标杆 ' : benchmark.endsWith('）') ? benchmark : `${benchmark} `
  return `现值 ${valueText(ownValue!, unitOfMeasure)}，${who}${valueText(benchmarkValue!, unitOfMeasure)}，${gap.words}${lower}。`
}

export type GapChange = 'CLOSED' | 'SMALLER' | 'SAME' | 'LARGER' | 'UNKNOWN'

/** What became of a gap: both are shortfalls. A gap that is no gap any more is closed; one that was none and is one is larger. */
export function gapChange(then: DecimalString | null, now: DecimalString | null): GapChange {
  if (then === null || now === null) return 'UNKNOWN'
  const [before, after] = [dec(then), dec(now)]
  if (after.isZero()) return 'CLOSED'
  if (after.equals(before)) return 'SAME'
  return after.lessThan(before) ? 'SMALLER' : 'LARGER'
}

export interface GapChangeCounts {
  closed: number
  smaller: number
  same: number
  larger: number
  unknown: number
  /**
   * 差距缩小率: (closed + smaller) ÷ gaps that can be compared, percent with two decimals; null where none can be. [I] No
   * source defines it; gaps without numbers on either side are left out and counted beside it.
   */
  narrowedPercent: DecimalString | null
}

export function countChanges(changes: readonly GapChange[]): GapChangeCounts {
  const count = (change: GapChange): number => changes.filter((entry) => entry === change).length
  const [closed, smaller, same, larger] = [count('CLOSED'), count('SMALLER'), count('SAME'), count('LARGER')]
  const comparable = closed + smaller + same + larger
  return {
    closed,
    smaller,
    same,
    larger,
    unknown: count('UNKNOWN'),
    narrowedPercent:
      comparable === 0
        ? null
        : canonical(
            dec(closed + smaller)
              .times(HUNDRED)
              .div(comparable)
              .toDecimalPlaces(2)
          )
  }
}
