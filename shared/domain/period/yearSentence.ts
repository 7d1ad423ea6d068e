import { sum, type D } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import type { Policies } from '../scheme/policies.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import { printScore } from '../scoring/printScore.ts'
import type { CountedRound } from './combineRounds.ts'
import { missingText } from './quarterEntry.ts'
import { quarterShare, workingNumber } from './yearNumbers.ts'
import { quarterName } from './spans.ts'
import type { YearScore } from './yearScore.ts'

/**
 * The year of a unit as a reader checks it on paper: 「(88.00 + 90.00 + 92.00 + 86.00) ÷ 4 = 89.00，× 95% + 领导评价 4.00
 * = 88.55」 (G18). What the quarters make is written with more digits where it is calculated on with and does not end.
 */
export function yearSentence(score: YearScore, race: RaceDefinition, policies: Policies): string {
  const { combined, leadership, total } = score
  if (combined.value === null) return withoutValue(score)
  const quarters = quartersText(combined.counted, race, policies)
  const dropped = droppedText(score, policies)
  const print = (value: D): string => printScore(value, policies)
  if (leadership.state === 'NONE') return `${quarters} = ${print(combined.value)}${dropped}`
  const part = `${quarters} = ${workingNumber(combined.value, policies)}${dropped}`
  const share = `× ${formatValue(quarterShare(race.year.leadership))}%`
  if (leadership.state !== 'GIVEN' || total === null) return `${part}，${share}，还要加领导评价，尚未录入`
  return `${part}，${share} + 领导评价 ${workingNumber(leadership.points, policies)} = ${print(total)}`
}

function withoutValue({ combined, entries }: YearScore): string {
  switch (combined.reason) {
    case 'UNDECIDED': {
      const waiting = entries.filter((entry) => entry.state === 'MISSING')
      return `${waiting.map(missingText).join('，')}，暂不合计`
    }
    case 'NO_WEIGHT':
      return '计入的季度权重合计为 0，不能合计'
    case 'NOTHING':
    case null:
      return '没有计入的季度，不能合计'
  }
}

function quartersText(
  counted: readonly CountedRound[],
  { year }: RaceDefinition,
  policies: Policies
): string {
  const weighted = year.method === 'WEIGHTED'
  const terms = counted.map(({ value, weight }) => {
    const number = workingNumber(value, policies)
    return weighted ? `${number} × ${formatValue(weight)}` : number
  })
  const joined = terms.join(' + ')
  const divisor = weighted ? formatValue(sum(counted.map((round) => round.weight))) : String(counted.length)
  return `${counted.length > 1 ? `(${joined})` : joined} ÷ ${divisor}`
}

function droppedText({ combined, entries }: YearScore, policies: Policies): string {
  const dropped = entries.filter((entry) => combined.dropped.includes(entry.period))
  if (dropped.length === 0) return ''
  const words = dropped.map(
    (entry) =>
      `${quarterName(entry.period)} ${entry.value === null ? '缺' : workingNumber(entry.value, policies)}`
  )
  return `（去掉${words.join('、')}）`
}
