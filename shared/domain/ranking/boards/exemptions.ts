import { decisionsOf, type Decision } from '../../decision/decision.ts'

/** Basis of the decision that keeps a unit off the bad side of a board; null without one. */
export type Exemptions = (board: string, unit: string) => string | null

/** 免上榜 (S55: 因不可抗力可不进入黑榜). The newest decision of a unit and board gives the basis. */
export function exemptionsOf(decisions: readonly Decision[], race: string): Exemptions {
  const found = new Map<string, string>()
  for (const { subject, basis, decidedBy } of decisionsOf(decisions, 'EXEMPTION')) {
    if (subject.race !== race) continue
    const text = [basis, decidedBy].filter((part) => part !== '').join('，')
    found.set(`${subject.board} ${subject.unit}`, text)
  }
  return (board, unit) => found.get(`${board} ${unit}`) ?? null
}
