import type { UnitOutcome } from '#shared/domain/evaluation/roundResults.ts'

/** NAME: nothing but the unit; MARKS: all marks; SCORE: struck ends, score, place so far. */
export type Phase = 'NAME' | 'MARKS' | 'SCORE'
const PHASES: readonly Phase[] = ['NAME', 'MARKS', 'SCORE']

/** How far a show is: unit by unit in three steps, and the board of all units at the end. */
export type Shown = { page: 'UNIT'; index: number; phase: Phase } | { page: 'BOARD' }

/** Steps of a show of so many units; the last one is the board. */
export function lastStep(units: number): number {
  return units * PHASES.length
}

export function shownAt(step: number, units: number): Shown {
  const index = Math.floor(step / PHASES.length)
  return index >= units ? { page: 'BOARD' } : { page: 'UNIT', index, phase: PHASES[step % PHASES.length]! }
}

/** Units whose score is out: those before this one, and this one once its score stands. */
export function revealed(outcomes: readonly UnitOutcome[], shown: Shown): readonly UnitOutcome[] {
  if (shown.page === 'BOARD') return outcomes
  return outcomes.slice(0, shown.index + (shown.phase === 'SCORE' ? 1 : 0))
}

export interface PlaceSoFar {
  outcome: UnitOutcome
  rank: number
}

/** Places among the units of one pool that are out, best first; equal scores share a place (1-2-2-4). */
export function placesSoFar(outcomes: readonly UnitOutcome[], group: string): PlaceSoFar[] {
  const scored = outcomes.flatMap((outcome) =>
    outcome.group === group && outcome.score !== null && outcome.rank !== null
      ? [{ outcome, place: outcome.rank }]
      : []
  )
  // The whole round's places are the engine's: whoever stands before somebody there stands before him here.
  const sorted = [...scored].sort((a, b) => a.place - b.place)
  return sorted.map(({ outcome, place }) => ({
    outcome,
    rank: 1 + scored.filter((other) => other.place < place).length
  }))
}
