import type { Movement, UnitResult } from '#shared/domain/ranking/resultSet.ts'

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
