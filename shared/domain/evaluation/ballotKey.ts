/** What the hidden key of an issued ballot says in place of a template's number: the round, the group and the seat. */
const MARK = 'liangji-evaluation'

export interface BallotKey {
  round: number
  group: string
  /** Null on a ballot that any number of people fill in. */
  seat: string | null
}

export function ballotKeyText({ round, group, seat }: BallotKey): string {
  return JSON.stringify([MARK, round, group, seat])
}

/** Null for the key of an ordinary template. */
export function readBallotKey(text: string): BallotKey | null {
  let parts: unknown
  try {
    parts = JSON.parse(text)
  } catch {
    return null
  }
  if (!Array.isArray(parts) || parts[0] !== MARK) return null
  const [, round, group, seat] = parts as unknown[]
  return typeof round === 'number' && typeof group === 'string' && (seat === null || typeof seat === 'string')
    ? { round, group, seat }
    : null
}
