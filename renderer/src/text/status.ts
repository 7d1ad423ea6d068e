import type { Movement, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { AgainstTarget } from '#shared/domain/scoring/scoringInput.ts'
import type { ProgressRules } from '#shared/domain/scheme/progressRules.ts'
import type { RateStatus } from '#shared/domain/status/rateStatus.ts'
import { rateWord } from '#shared/domain/status/vocabulary.ts'

/** Stored meaning of a standing; the word is always printed beside its shape and colour. */
export type Status =
  | 'ahead'
  | 'on_track'
  | 'slightly_behind'
  | 'behind'
  | 'overdue'
  | 'missing'
  | 'partly'
  | 'done'
  | 'na'
  | 'estimated'
  | 'refused'

export const STATUS_WORDS: Record<Status, string> = {
  ahead: '领先',
  on_track: '达标',
  slightly_behind: '稍缓',
  behind: '落后',
  overdue: '逾期',
  missing: '缺报',
  partly: '未报齐',
  done: '已完成',
  na: '不适用',
  estimated: '补',
  refused: '算不出'
}

type Judged = 'on_track' | 'slightly_behind' | 'behind'

const RATES: Record<Judged, RateStatus> = {
  on_track: 'MET',
  slightly_behind: 'SLIGHTLY_BEHIND',
  behind: 'BEHIND'
}

export function progressWord(status: Judged, vocabulary: ProgressRules['vocabulary']): string {
  return rateWord(RATES[status], vocabulary)
}

/** 「得分率 100% 及以上 达标，85% 起 稍缓，低于 85% 落后」. */
export function progressLegend({ met, slightlyBehind, vocabulary }: ProgressRules): string {
  const word = (status: Judged): string => progressWord(status, vocabulary)
  return `得分率 ${met}% 及以上 ${word('on_track')}，${slightlyBehind}% 起 ${word('slightly_behind')}，低于 ${slightlyBehind}% ${word('behind')}`
}

/** A value against its target, whichever direction is better. */
export const AGAINST_WORDS: Record<AgainstTarget, string> = {
  EXCEEDED: '超过目标',
  MET: '达到目标',
  UNMET: '未达目标'
}

export const ISSUE_WORDS = { error: '必须修', confirm: '请确认', info: '已规整' } as const

/** What a screen reader says; the screen shows ↑2 ↓1 — 新 /. */
export function movementWords(movement: Movement): string {
  switch (movement.kind) {
    case 'UP':
      return `上升 ${movement.by} 名`
    case 'DOWN':
      return `下降 ${movement.by} 名`
    case 'SAME':
      return '名次不变'
    case 'NEW':
      return '上季度没有名次'
    case 'NA':
      return '不适用'
  }
}

/** Why a unit has no score: nothing came, or no rule says how to score what came. */
export function noScoreWord(unit: UnitResult): string {
  const refused = unit.dimensions.some((dimension) =>
    dimension.indicators.some((indicator) => indicator.status === 'REFUSED')
  )
  return refused ? '无法给分' : '缺报'
}
