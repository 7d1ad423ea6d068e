import { periodTitle, quarterOf } from '../../period/periodKey.ts'
import { quarterName } from '../../period/spans.ts'
import type { SubmissionCount } from '../reportFacts.ts'

type Counted = 'missing' | 'partly' | 'late'

const WORDS: Record<Counted, string> = { missing: '零报送', partly: '缺项', late: '迟报' }
const KINDS: readonly Counted[] = ['missing', 'partly', 'late']

/**
 * Counts over the quarters as published notices put them (S61): 「零报送单位从第一季度的15家、第二季度的10家减少到第三季度的6家」.
 * None for a single quarter, nor for what never happened.
 */
export function submissionTrend(counts: readonly SubmissionCount[]): string[] {
  const last = counts.at(-1)
  const before = counts.slice(0, -1)
  if (last === undefined || before.length === 0) return []
  const oneYear = new Set(counts.map(({ period }) => quarterOf(period).year)).size === 1
  const name = oneYear ? quarterName : periodTitle
  return KINDS.flatMap((kind) => {
    if (counts.every((count) => count[kind] === 0)) return []
    const now = last[kind]
    const place = name(last.period)
    if (before.every((count) => count[kind] === now))
      return [`${WORDS[kind]}单位从${name(counts[0]!.period)}到${place}都是${now}家。`]
    if (now === 0) {
      const history = before.map((count) => `${name(count.period)}${count[kind]}家`).join('、')
      return [`${place}没有${WORDS[kind]}单位（${history}）。`]
    }
    const history = before.map((count) => `${name(count.period)}的${count[kind]}家`).join('、')
    const previous = before.at(-1)![kind]
    if (previous === now) return [`${WORDS[kind]}单位从${history}到${place}的${now}家，与上一个季度持平。`]
    return [`${WORDS[kind]}单位从${history}${now < previous ? '减少' : '增加'}到${place}的${now}家。`]
  })
}
