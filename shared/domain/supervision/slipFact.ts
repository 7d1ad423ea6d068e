import type { Slip } from './slip.ts'
import { SLIP_KINDS, SLIP_LEVELS, SLIP_STATES } from './slipWords.ts'

/** A slip as papers and lists print it. */
export interface SlipFact extends Slip {
  unitName: string
  /** 第 n 次 of its colour about the item. */
  nth: number
  itemNumber: string | null
  itemTitle: string | null
  /** Working days left to answer; null where nothing is waited for. */
  workdaysLeft: number | null
}

/** 「红色督办单」, 「约谈通知书」. */
export function paperName({ kind, level }: Pick<Slip, 'kind' | 'level'>): string {
  return level === null ? SLIP_KINDS[kind].name : SLIP_LEVELS[level].name
}

/** 「待反馈，超期 3 个工作日」. */
export function standingWords({ state, workdaysLeft }: Pick<SlipFact, 'state' | 'workdaysLeft'>): string {
  const word = SLIP_STATES[state]
  if (workdaysLeft === null) return word
  if (workdaysLeft < 0) return `${word}，超期 ${-workdaysLeft} 个工作日`
  return workdaysLeft === 0 ? `${word}，今天到期` : `${word}，还剩 ${workdaysLeft} 个工作日`
}
