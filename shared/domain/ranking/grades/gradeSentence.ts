import { formatValue } from '../../number/format.ts'
import type { Assigned, GradeContender, OpenLevel } from './assignLevels.ts'

export interface SentenceWords {
  /** 「总得分」, or 「年度得分」. */
  score: string
  /** Where the place is one: '' in the group, 「全部单位」 where quotas are of all groups. */
  among: string
}

type Placed = Omit<GradeContender, 'unit' | 'vetoed'>

/**
 * Why a unit has its grade: 「总得分 96.40 ≥ 90」, 「第 2 名，优秀名额 3 个」, and for what it just missed 「总得分 85.00 < 90」,
 * 「第 5 名，优秀名额 3 个已满，良好名额 4 个」.
 */
export function gradeSentence(
  placed: Placed,
  { level, straddled }: Assigned,
  levels: readonly OpenLevel[],
  words: SentenceWords
): string {
  const index = level ?? levels.length - 1
  const own = levels[index]!
  const better = levels[index - 1]
  const line = lineOf(placed, own, words) ?? missedLine(placed, better, words)
  const quotas = [
    better === undefined ? null : quotaMissed(placed, better, straddled?.level === index - 1),
    own.places === null ? null : quotaWords(own, straddled?.level === index ? straddled.tied : null)
  ].filter((part) => part !== null)
  const place = quotas.length === 0 ? null : `${words.among}第 ${placed.rank} 名，${quotas.join('，')}`
  return [line, place].filter((part) => part !== null).join('；')
}

/** 「等次待定：并列 2 个单位跨「优秀」名额线，名额还剩 1 个」. */
export function undecidedSentence({ straddled }: Assigned, levels: readonly OpenLevel[]): string {
  if (straddled === null) return '等次待定'
  const { level, tied, room } = straddled
  return `等次待定：并列 ${tied} 个单位跨「${levels[level]!.name}」名额线，名额还剩 ${room} 个，请作并列裁定`
}

function lineOf({ text }: Placed, { atLeast }: OpenLevel, { score }: SentenceWords): string | null {
  return atLeast === null ? null : `${score} ${text} ≥ ${formatValue(atLeast)}`
}

function missedLine(
  { score, text }: Placed,
  better: OpenLevel | undefined,
  words: SentenceWords
): string | null {
  if (better?.atLeast == null || score.greaterThanOrEqualTo(better.atLeast)) return null
  return `${words.score} ${text} < ${formatValue(better.atLeast)}`
}

/** Only where the unit reached the better grade's line and its quota kept it out. */
function quotaMissed({ score }: Placed, better: OpenLevel, straddled: boolean): string | null {
  if (better.places === null) return null
  if (better.atLeast !== null && score.lessThan(better.atLeast)) return null
  if (straddled) return `并列跨「${better.name}」名额线，都不算`
  return better.places === 0 ? `没有${better.name}名额` : `${better.name}名额 ${better.places} 个已满`
}

function quotaWords({ name, places }: OpenLevel, tied: number | null): string {
  const words = `${name}名额 ${places} 个`
  return tied === null ? words : `${words}，并列 ${tied} 个单位跨线，都算`
}
