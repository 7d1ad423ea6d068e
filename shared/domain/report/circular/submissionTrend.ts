import { periodTitle, quarterOf } from '../../period/periodKey.ts'
import { quarterName } from '../../period/spans.ts'
import type { SubmissionCount } from '../reportFacts.ts'
import type { CircularPiece } from './circularText.ts'
import { fact, listed, say, type Phrase } from './say.ts'

export type Counted = 'missing' | 'partly' | 'late'

const WORDS: Record<Counted, string> = { missing: '零报送', partly: '缺项', late: '迟报' }

/**
 * Counts over the quarters as published notices put them (S61): 「零报送单位从第一季度的15家、第二季度的10家减少到第三季度的6家」.
 * Nothing for a single quarter, nor for what never happened.
 */
export function submissionTrend(counts: readonly SubmissionCount[], kind: Counted): CircularPiece[] {
  const last = counts.at(-1)
  const before = counts.slice(0, -1)
  if (last === undefined || before.length === 0 || counts.every((count) => count[kind] === 0)) return []
  const oneYear = new Set(counts.map(({ period }) => quarterOf(period).year)).size === 1
  const words = WORDS[kind]
  const place = ({ period }: SubmissionCount): CircularPiece =>
    fact(`quarter.${period}`, (oneYear ? quarterName : periodTitle)(period))
  const many = (count: SubmissionCount): Phrase => say`${fact(`n.${kind}.${count.period}`, count[kind])}家`
  if (before.every((count) => count[kind] === last[kind]))
    return say`${words}单位从${place(counts[0]!)}到${place(last)}都是${many(last)}。`
  if (last[kind] === 0) {
    const history = listed(before.map((count) => say`${place(count)}${many(count)}`))
    return say`${place(last)}没有${words}单位（${history}）。`
  }
  const from = listed(before.map((count) => say`${place(count)}的${many(count)}`))
  const previous = before.at(-1)![kind]
  const now = say`${place(last)}的${many(last)}`
  return previous === last[kind]
    ? say`${words}单位从${from}到${now}，与上一个季度持平。`
    : say`${words}单位从${from}${last[kind] < previous ? '减少' : '增加'}到${now}。`
}
