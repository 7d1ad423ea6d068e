import { z } from 'zod'
import type { EvaluationSetup } from './evaluationSetup.ts'
import { readMark, readVotes, type MarkReading, type MarkScale } from './markScale.ts'

/** Which mark: evaluator group, seat (key of a judge, number of a ballot, or the option counted) and unit. */
export interface MarkPlace {
  group: string
  seat: string
  unit: string
}

/** A mark that stands. `mark` is a canonical number, an option's name, or `*`. */
export const roundMark = z.object({
  group: z.string(),
  seat: z.string(),
  unit: z.string(),
  mark: z.string(),
  /** Cell of the returned workbook; '' where it was keyed in. */
  source: z.string(),
  at: z.string(),
  who: z.string()
})
export type RoundMark = z.infer<typeof roundMark>

/** A mark on its way in. `seen` is what the writer saw in its place: anything else that stands there is a conflict. */
export const broughtMark = z.object({
  group: z.string(),
  seat: z.string(),
  unit: z.string(),
  mark: z.string().nullable(),
  seen: z.string().nullable(),
  source: z.string()
})
export type BroughtMark = z.infer<typeof broughtMark>

/** Two different marks for one place: nobody but the clerk can say which one holds. */
export const markConflict = z.object({
  group: z.string(),
  seat: z.string(),
  unit: z.string(),
  stands: z.string(),
  standsFrom: z.string(),
  brought: z.string().nullable(),
  broughtFrom: z.string()
})
export type MarkConflict = z.infer<typeof markConflict>

export function placeKey({ group, seat, unit }: MarkPlace): string {
  return JSON.stringify([group, seat, unit])
}

export function marksByPlace(marks: readonly RoundMark[]): Map<string, RoundMark> {
  return new Map(marks.map((mark) => [placeKey(mark), mark]))
}

/** What a cell of this round's grid takes: a mark, or counted votes. */
export function readEntry(text: string, scale: MarkScale, setup: EvaluationSetup): MarkReading {
  return scale.type === 'OPTION' && setup.entry === 'TOTALS' ? readVotes(text) : readMark(text, scale)
}

/** A mark to be written (null: taken away) and what stands there now. */
export interface MarkChange {
  place: MarkPlace
  from: string | null
  to: string | null
  source: string
}

/**
 * Compares marks on their way in with those that stand, one after another, so that the same seat twice in one lot (two
 * returned files) meets itself. Equal marks are no change and no conflict.
 */
export function sortMarks(
  standing: readonly RoundMark[],
  brought: readonly BroughtMark[]
): { changes: MarkChange[]; same: number; conflicts: MarkConflict[] } {
  const now = new Map<string, { mark: string; source: string }>(
    standing.map((mark) => [placeKey(mark), { mark: mark.mark, source: mark.source }])
  )
  const first = new Map(standing.map((mark) => [placeKey(mark), mark.mark]))
  const changed = new Map<string, MarkChange>()
  const conflicts: MarkConflict[] = []
  let same = 0
  for (const { mark, seen, source, ...place } of brought) {
    const key = placeKey(place)
    const stands = now.get(key) ?? null
    if ((stands?.mark ?? null) === mark) {
      same += 1
      continue
    }
    if (stands !== null && stands.mark !== seen) {
      conflicts.push({
        ...place,
        stands: stands.mark,
        standsFrom: stands.source,
        brought: mark,
        broughtFrom: source
      })
      continue
    }
    if (mark === null) now.delete(key)
    else now.set(key, { mark, source })
    changed.set(key, { place, from: first.get(key) ?? null, to: mark, source })
  }
  return { changes: [...changed.values()].filter(({ from, to }) => from !== to), same, conflicts }
}
