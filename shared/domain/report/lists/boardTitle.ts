import type { BoardResult } from '../../ranking/resultSet.ts'
import type { ProgressRules } from '../../scheme/progressRules.ts'
import { sideWords } from '../../status/vocabulary.ts'

type Vocabulary = ProgressRules['vocabulary']

/** Boards together, in the words of a vocabulary. */
const TITLES: Record<Vocabulary, string> = {
  RED_IS_GOOD: '红黑榜',
  BOARDS: '红黑榜',
  LIGHTS: '红绿灯名单',
  PLATES: '红黄牌名单',
  FLAGS: '红黄旗名单'
}

const VOCABULARIES = Object.keys(TITLES) as Vocabulary[]

export function boardsTitle(vocabulary: Vocabulary): string {
  return TITLES[vocabulary]
}

/**
 * The board's own name, unless it speaks another vocabulary than the table (「红黑榜」 over 红旗 and 黄旗): then the
 * vocabulary's (domain.md §1.5: never two in one table).
 */
export function boardTitle(board: Pick<BoardResult, 'name' | 'kind'>, vocabulary: Vocabulary): string {
  const own = wordsOf(vocabulary)
  const foreign = VOCABULARIES.flatMap(wordsOf).filter((word) => !own.includes(word))
  return foreign.some((word) => board.name.includes(word)) ? TITLES[vocabulary] : board.name
}

function wordsOf(vocabulary: Vocabulary): string[] {
  const { GOOD, BAD } = sideWords('RED_BLACK', vocabulary)
  return [GOOD, BAD, TITLES[vocabulary].replace('名单', '')]
}
