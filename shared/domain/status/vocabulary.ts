import type { BoardResult } from '../ranking/resultSet.ts'
import type { ItemStatus } from '../register/itemStanding.ts'
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

/** 状态 of an item in plain words. */
export const ITEM_STATUS_WORDS: Record<ItemStatus, string> = {
  AHEAD: '领先',
  ON_TRACK: '达标',
  SLIGHTLY_BEHIND: '稍缓',
  BEHIND: '落后',
  BADLY_BEHIND: '严重落后',
  OVERDUE: '逾期',
  DONE: '办结'
}

/** What stands for an item of which nobody can say how it stands. */
export const UNKNOWN_STATUS = '不能判断'

/**
 * 灯 of an item: on plan is green, behind it yellow, far behind red (S43), overdue red until it is done (S45). A done item
 * has none. [I] S43 leaves 0 to 10 points behind open; 稍缓 is shown yellow, as its rate is.
 */
export const ITEM_LAMPS: Record<ItemStatus, 'RED' | 'YELLOW' | 'GREEN' | null> = {
  AHEAD: 'GREEN',
  ON_TRACK: 'GREEN',
  SLIGHTLY_BEHIND: 'YELLOW',
  BEHIND: 'YELLOW',
  BADLY_BEHIND: 'RED',
  OVERDUE: 'RED',
  DONE: null
}

const LAMP_WORDS = { RED: '红灯', YELLOW: '黄灯', GREEN: '绿灯' } as const

const ITEM_SIDES: Record<ItemStatus, 'GOOD' | 'BAD' | null> = {
  AHEAD: 'GOOD',
  ON_TRACK: 'GOOD',
  SLIGHTLY_BEHIND: null,
  BEHIND: 'BAD',
  BADLY_BEHIND: 'BAD',
  OVERDUE: 'BAD',
  DONE: null
}

/** Plates and flags have two sides (S49, S52), boards as well (S55); the middle and what is done have none. */
export function itemSide(status: ItemStatus): 'GOOD' | 'BAD' | null {
  return ITEM_SIDES[status]
}

/** The vocabulary's own word for an item's status; the plain one where it has none. */
export function itemStatusWord(status: ItemStatus, vocabulary: Vocabulary): string {
  const plain = ITEM_STATUS_WORDS[status]
  if (vocabulary === 'RED_IS_GOOD') return plain
  if (vocabulary === 'LIGHTS') {
    const lamp = ITEM_LAMPS[status]
    return lamp === null ? plain : LAMP_WORDS[lamp]
  }
  const side = ITEM_SIDES[status]
  return side === null ? plain : SIDES[vocabulary][side]
}

/** The plain word first, the colour's behind it: 「严重落后（红灯）」 (domain.md §1.5). Null: nobody can say. */
export function itemStatusText(status: ItemStatus | null, vocabulary: Vocabulary): string {
  if (status === null) return UNKNOWN_STATUS
  const plain = ITEM_STATUS_WORDS[status]
  const word = itemStatusWord(status, vocabulary)
  return word === plain ? plain : `${plain}（${word}）`
}
