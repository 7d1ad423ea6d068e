import { z } from 'zod'

/** 收集 → 核对 → 计算 → 冻结 → 发布 → 归档 (domain.md §6.2). */
export const periodState = z.enum(['collecting', 'checking', 'computed', 'frozen', 'published', 'archived'])
export type PeriodState = z.infer<typeof periodState>

export const PERIOD_STATE_NAMES: Record<PeriodState, string> = {
  collecting: '收集',
  checking: '核对',
  computed: '计算',
  frozen: '冻结',
  published: '发布',
  archived: '归档'
}

/** States in which nothing may be changed without reopening. */
export function isFrozenState(state: PeriodState): boolean {
  return state === 'frozen' || state === 'published' || state === 'archived'
}

const MOVES: Record<PeriodState, readonly PeriodState[]> = {
  collecting: ['checking', 'computed'],
  checking: ['collecting', 'computed'],
  computed: ['collecting', 'checking', 'frozen'],
  // Leaving `frozen` or `published` backwards is a reopening: it needs a reason and makes a new revision.
  frozen: ['published', 'checking'],
  published: ['archived', 'checking'],
  archived: []
}

export function canMove(from: PeriodState, to: PeriodState): boolean {
  return MOVES[from].includes(to)
}
