import { z } from 'zod'
import { dec } from '../number/decimal.ts'
import { collectedGroups, type EvaluationSetup } from './evaluationSetup.ts'
import type { RoundKind } from './evaluationSetup.ts'
import type { RoundMark } from './roundMark.ts'

/** How far the collecting of one group is. */
export const groupProgress = z.object({
  group: z.string(),
  /** Seats, or ballots handed out. */
  expected: z.number().int(),
  /** Seats with a mark (or 回避) for every unit; ballots that came back. */
  complete: z.number().int(),
  /** Seats that have begun. */
  begun: z.number().int()
})
export type GroupProgress = z.infer<typeof groupProgress>

/** Per group: who has voted. A ballot counts when it holds at least one choice; totals when they are counted for a unit. */
export function roundProgress(
  kind: RoundKind,
  setup: EvaluationSetup,
  marks: readonly RoundMark[]
): GroupProgress[] {
  const order = new Set(setup.order)
  return collectedGroups(setup).map((group) => {
    const own = marks.filter((mark) => mark.group === group.name && order.has(mark.unit))
    const bySeat = new Map<string, number>()
    for (const { seat } of own) bySeat.set(seat, (bySeat.get(seat) ?? 0) + 1)
    if (kind === 'BALLOTS') {
      const counted = setup.entry === 'TOTALS' ? mostVotes(own) : bySeat.size
      const back = group.returned ?? counted
      return { group: group.name, expected: group.handedOut ?? 0, complete: back, begun: counted }
    }
    const counts = group.seats.map(({ key }) => bySeat.get(key) ?? 0)
    return {
      group: group.name,
      expected: group.seats.length,
      complete: counts.filter((count) => count >= setup.order.length).length,
      begun: counts.filter((count) => count > 0).length
    }
  })
}

/** Most votes that any unit got over all options: so many ballots came back at least. */
function mostVotes(marks: readonly RoundMark[]): number {
  const byUnit = new Map<string, ReturnType<typeof dec>>()
  for (const { unit, mark } of marks) byUnit.set(unit, (byUnit.get(unit) ?? dec(0)).plus(dec(mark)))
  return Math.max(0, ...[...byUnit.values()].map((votes) => votes.toNumber()))
}

/** Units whose counted votes are more than the ballots that were handed out: somebody miscounted. */
export function overCounted(
  setup: EvaluationSetup,
  marks: readonly RoundMark[]
): { group: string; unit: string; votes: number; handedOut: number }[] {
  if (setup.entry !== 'TOTALS') return []
  return collectedGroups(setup).flatMap(({ name, handedOut, returned }) => {
    const most = returned ?? handedOut
    if (most === null) return []
    return setup.order.flatMap((unit) => {
      const own = marks.filter((mark) => mark.group === name && mark.unit === unit)
      const votes = own.reduce((all, { mark }) => all.plus(dec(mark)), dec(0)).toNumber()
      return votes > most ? [{ group: name, unit, votes, handedOut: most }] : []
    })
  })
}
