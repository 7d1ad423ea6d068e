import { LEDGER_STATE_WORDS, type LedgerState } from './ledgerEntry.ts'

/** What can be done to an entry of the ledger. */
export type LedgerAction = 'EDIT' | 'SUBMIT' | 'APPROVE' | 'RETURN' | 'REVERSE'

export interface Movable {
  state: LedgerState
  /** Made in the window; an imported entry is corrected in its sheet. */
  byHand: boolean
}

const ACTION_WORDS: Record<LedgerAction, string> = {
  EDIT: '修改',
  SUBMIT: '提交审批',
  APPROVE: '批准',
  RETURN: '退回',
  REVERSE: '冲销'
}

/**
 * The actions that an entry allows, in the order of the steps. Without 复核 a draft is approved at once by whoever is named;
 * with it only what was submitted.
 */
export function allowedActions({ state, byHand }: Movable, review: boolean): LedgerAction[] {
  switch (state) {
    case 'draft':
      if (!byHand) return []
      return review ? ['EDIT', 'SUBMIT', 'REVERSE'] : ['EDIT', 'SUBMIT', 'APPROVE', 'REVERSE']
    case 'submitted':
      return ['APPROVE', 'RETURN', 'REVERSE']
    case 'approved':
    case 'effective':
      return ['REVERSE']
    case 'reversed':
      return []
  }
}

/** Where an action leads. */
export function stateAfter(action: Exclude<LedgerAction, 'EDIT'>): LedgerState {
  return ({ SUBMIT: 'submitted', APPROVE: 'effective', RETURN: 'draft', REVERSE: 'reversed' } as const)[
    action
  ]
}

/** Why an action cannot be taken, as a whole sentence; null when it can. */
export function actionObjection(action: LedgerAction, entry: Movable, review: boolean): string | null {
  if (allowedActions(entry, review).includes(action)) return null
  const now = `这一笔现在是「${LEDGER_STATE_WORDS[entry.state]}」，不能${ACTION_WORDS[action]}。`
  if (entry.state === 'reversed') return `${now}确需计分的，请照此另记一笔。`
  if (action === 'EDIT' && entry.state === 'submitted') return `${now}要改请先退回。`
  if (action === 'EDIT')
    return entry.byHand
      ? `${now}已经计分的不改写：请冲销后照此另记一笔。`
      : '这一笔是导入的，不在这里改：请用更正后的台账重新导入，或冲销后另记一笔。'
  if (action === 'APPROVE' && review && entry.state === 'draft')
    return `${now}已开启复核，请先提交，再由另一个人批准。`
  return now
}
