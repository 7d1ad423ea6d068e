import type { BoardResult, UnitResult } from '../resultSet.ts'
import type { Exemptions } from './exemptions.ts'

export type BoardEntry = BoardResult['entries'][number]

/** A board of one group before exemptions: the rule's own entries, good side first. */
export interface DrawnBoard {
  head: Pick<BoardResult, 'code' | 'name' | 'kind' | 'group'>
  entries: readonly BoardEntry[]
}

export function entryOf(
  { unit, name, rank }: UnitResult,
  more: Pick<BoardEntry, 'side' | 'text' | 'reason'> & { topic?: string; rank?: number }
): BoardEntry {
  return { unit, name, topic: null, rank, ...more }
}

/** Takes exempted units off the bad side and lists them with their basis (S55). */
export function withExemptions({ head, entries }: DrawnBoard, exemptions: Exemptions): BoardResult {
  const isExempt = (entry: BoardEntry): boolean =>
    entry.side === 'BAD' && exemptions(head.code, entry.unit) !== null
  const kept = new Map(
    entries
      .filter(isExempt)
      .map(({ unit, name }) => [unit, { unit, name, basis: exemptions(head.code, unit) ?? '' }])
  )
  return { ...head, entries: entries.filter((entry) => !isExempt(entry)), exempted: [...kept.values()] }
}
