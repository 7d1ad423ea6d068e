import { compare, n, over, times, type Fraction } from '../../../../fixtures/sample/fraction.ts'
import type { GradeCase } from './gradeCase.ts'
import { roundFraction } from './roundFraction.ts'

export interface Graded {
  unit: string
  rank: number
  /** As it is judged. */
  total: Fraction
  vetoed: boolean
}

export interface GradesVerdict {
  /** Level by unit; null while a tie waits for a decision. */
  levels: Map<string, number | null>
  /** Places of each level; null without a quota. */
  places: (number | null)[]
  undecided: { level: number; places: number; units: string[] }[]
}

interface Level {
  line: Fraction | null
  room: number
}

/** 名额 (S23, S24): a number, or a percentage of the units, floor / round / ceil (§6.4-9). The last grade takes the rest. */
export function placesOf({ levels, rounding }: GradeCase, units: number): (number | null)[] {
  const mode = ({ FLOOR: 'FLOOR', ROUND: 'HALF_UP', CEIL: 'CEIL' } as const)[rounding]
  return levels.map(({ places, percent }, index) => {
    if (index === levels.length - 1) return null
    if (places !== undefined) return places
    if (percent === undefined) return null
    const exact = over(times(n(String(units)), n(percent)), n('100'))
    return Number(roundFraction(exact, 0, mode).top)
  })
}

/**
 * Best first, each the first grade whose line is reached (`>=`, S88a–S90a) and that has a place left. Units of one place
 * stand or fall together across the last place of a grade: all of them in, none of them, or somebody decides.
 */
export function solveGrades(rules: GradeCase, field: readonly Graded[], units: number): GradesVerdict {
  const places = placesOf(rules, units)
  const levels = rules.levels.map(({ atLeast }, index): Level => ({
    line: atLeast === undefined ? null : n(atLeast),
    room: places[index] ?? Infinity
  }))
  const verdict: GradesVerdict = { levels: new Map(), places, undecided: [] }
  for (const rank of [...new Set(field.map((entry) => entry.rank))].sort((a, b) => a - b)) {
    const block = field.filter((entry) => entry.rank === rank)
    // §6.4-9: graded like the others, but in nobody's place; read from the engine: before the units beside them.
    for (const { unit, total } of block.filter((entry) => entry.vetoed)) {
      verdict.levels.set(unit, reachable(levels, total)[0]!)
    }
    place(
      block.filter((entry) => !entry.vetoed),
      { rules, levels, verdict }
    )
  }
  return verdict
}

function reachable(levels: readonly Level[], total: Fraction): number[] {
  return levels.flatMap(({ line, room }, index) =>
    room > 0 && (line === null || compare(total, line) >= 0) ? [index] : []
  )
}

interface Placing {
  rules: GradeCase
  levels: readonly Level[]
  verdict: GradesVerdict
}

/** Units of one place have one total, so they reach the same lines. */
function place(block: readonly Graded[], { rules, levels, verdict }: Placing): void {
  if (block.length === 0) return
  const give = (level: number | null): void => block.forEach(({ unit }) => verdict.levels.set(unit, level))
  for (const index of reachable(levels, block[0]!.total)) {
    const level = levels[index]!
    const { room } = level
    if (room >= block.length || rules.straddle === 'ALL_IN') {
      level.room = Math.max(0, room - block.length)
      return give(index)
    }
    level.room = 0
    if (rules.straddle === 'ALL_OUT') continue
    verdict.undecided.push({ level: index, places: room, units: block.map(({ unit }) => unit) })
    // Read from the engine: whoever of them gets no place will take one further down, so it is kept.
    let left = block.length - room
    for (const next of reachable(levels, block[0]!.total).filter((other) => other > index)) {
      const taken = Math.min(left, levels[next]!.room)
      levels[next]!.room -= taken
      left -= taken
    }
    return give(null)
  }
}
