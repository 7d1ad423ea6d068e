import type { BoardResult } from '../ranking/resultSet.ts'
import type { ProgressRules } from '../scheme/progressRules.ts'
import type { RateStatus } from './rateStatus.ts'

/** Words of the display vocabulary; stored is only the meaning, colours only accompany the words (domain.md §1.5). */
type Vocabulary = ProgressRules['vocabulary']

const SIDES: Record<Vocabulary, { GOOD: string; BAD: string }> = {
  RED_IS_GOOD: { GOOD: '红榜', BAD: '黑榜' },
  LIGHTS: { GOOD: '绿灯', BAD: '红灯' },
  PLATES: { GOOD: '红牌', BAD: '黄牌' },
  FLAGS: { GOOD: '红旗', BAD: '黄旗' },
  BOARDS: { GOOD: '红榜', BAD: '黑榜' }
}

/** The vocabulary names what is judged; movement and calling in have words of their own. */
export function sideWords(kind: BoardResult['kind'], vocabulary: Vocabulary): { GOOD: string; BAD: string } {
  if (kind === 'MOVERS') return { GOOD: '进步', BAD: '退步' }
  if (kind === 'CALLED_IN') return { GOOD: '—', BAD: '提醒约谈' }
  return SIDES[vocabulary]
}

const PLAIN: Record<RateStatus, string> = { MET: '达标', SLIGHTLY_BEHIND: '稍缓', BEHIND: '落后' }

/** What a vocabulary has no word for keeps the plain one. */
const WORDS: Record<Vocabulary, Partial<Record<RateStatus, string>>> = {
  RED_IS_GOOD: {},
  BOARDS: {},
  LIGHTS: { MET: '绿灯', SLIGHTLY_BEHIND: '黄灯', BEHIND: '红灯' },
  PLATES: { MET: '红牌', BEHIND: '黄牌' },
  FLAGS: { MET: '红旗', BEHIND: '黄旗' }
}

export function rateWord(status: RateStatus, vocabulary: Vocabulary): string {
  return WORDS[vocabulary][status] ?? PLAIN[status]
}
