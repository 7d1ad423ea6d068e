import type { ComputedTotal } from '../sideRankings/raceTotals.ts'

const ABSENT_WORDS = {
  RENORMALISE: '没有得分的赛项不计，权重归其余赛项',
  ZERO: '没有得分的赛项计 0',
  NO_TOTAL: '有赛项没有得分的不计总分'
} as const

/** How a total over races was counted; nothing where nobody takes part. */
export function totalSentence({ result, definition, isAbsent, isShort }: ComputedTotal): string[] {
  if (result.rows.length === 0) return []
  const parts = [
    `「${result.name}」按各赛项得分折百分后加权`,
    isAbsent ? ABSENT_WORDS[definition.absent] : '',
    isShort ? `不足 ${definition.minRaces} 个赛项的不排名` : ''
  ]
  return [`${parts.filter((part) => part !== '').join('，')}。`]
}
