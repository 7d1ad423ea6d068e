import { dec, type D } from '../../number/decimal.ts'
import type { GradeRules } from '../../scheme/gradeRules.ts'
import { placesOfLevel } from './quotaPlaces.ts'

/** A ranked unit as the grade rules see it. */
export interface GradeContender {
  unit: string
  /** Place in the order that quotas follow; the same for tied units. */
  rank: number
  /** The number that is judged, printed or exact, and as people read it. */
  score: D
  text: string
  /** A vetoed unit is graded like the others, but takes no place (§6.4-9). */
  vetoed: boolean
}

/** One grade while places are given out. */
export interface OpenLevel {
  name: string
  atLeast: D | null
  /** Null without a quota; the last grade takes the rest. */
  places: number | null
  placesSentence: string | null
  taken: number
  /** Nobody further down gets it: a tie across the last place was left out, or waits for a decision. */
  closed: boolean
}

/** Why a unit has its grade; `level` is null while a tie waits for a decision. */
export interface Assigned {
  level: number | null
  /** The tie that the unit was in ran across the last place of this grade. */
  straddled: { level: number; tied: number; room: number } | null
}

export interface Assignment {
  levels: OpenLevel[]
  assigned: Map<string, Assigned>
  undecided: { level: number; places: number; units: string[] }[]
}

/**
 * Gives each unit, best first, the first grade whose line it reaches (`>=` only: S88a, S89a, S90a) and whose quota has a
 * place left (S23, S24). A tie across the last place goes by the straddle policy. `units` is what percentages are of.
 */
export function assignLevels(
  rules: GradeRules,
  contenders: readonly GradeContender[],
  units: number
): Assignment {
  const result: Assignment = { levels: openLevels(rules, units), assigned: new Map(), undecided: [] }
  for (const block of blocksOf(contenders)) {
    for (const { unit, ...facts } of block.filter((entry) => entry.vetoed)) {
      result.assigned.set(unit, { level: firstOpen(result.levels, facts.score), straddled: null })
    }
    placeBlock(
      result,
      block.filter((entry) => !entry.vetoed),
      rules.straddle
    )
  }
  return result
}

function openLevels(rules: GradeRules, units: number): OpenLevel[] {
  return rules.levels.map((level, index): OpenLevel => {
    const isLast = index === rules.levels.length - 1
    const quota = isLast ? null : placesOfLevel(level, units, rules.rounding)
    return {
      name: level.name,
      atLeast: isLast || level.atLeast === undefined ? null : dec(level.atLeast),
      places: quota?.places ?? null,
      placesSentence: quota?.sentence ?? null,
      taken: 0,
      closed: false
    }
  })
}

/** Units of one place together, best place first. */
function blocksOf(contenders: readonly GradeContender[]): GradeContender[][] {
  const blocks: GradeContender[][] = []
  for (const contender of [...contenders].sort((a, b) => a.rank - b.rank)) {
    const block = blocks.at(-1)
    if (block?.[0]?.rank === contender.rank) block.push(contender)
    else blocks.push([contender])
  }
  return blocks
}

function firstOpen(levels: readonly OpenLevel[], score: D): number {
  return levels.findIndex((level) => reaches(level, score) && roomOf(level) > 0)
}

function reaches(level: OpenLevel, score: D): boolean {
  return level.atLeast === null || score.greaterThanOrEqualTo(level.atLeast)
}

function roomOf({ places, taken, closed }: OpenLevel): number {
  if (closed) return 0
  return places === null ? Infinity : Math.max(0, places - taken)
}

function placeBlock(
  result: Assignment,
  block: readonly GradeContender[],
  straddle: GradeRules['straddle']
): void {
  let waiting = block
  let straddled: Assigned['straddled'] = null
  result.levels.forEach((level, index) => {
    const passing = waiting.filter((entry) => reaches(level, entry.score))
    const room = roomOf(level)
    if (passing.length === 0 || room === 0) return
    const across = room < passing.length
    if (across) straddled = { level: index, tied: passing.length, room }
    if (across && straddle === 'ALL_OUT') {
      level.closed = true
      return
    }
    const decide = across && straddle === 'DECIDE'
    level.taken += decide ? room : passing.length
    if (decide) leaveUndecided(result, index, passing, room)
    const given: Assigned = { level: decide ? null : index, straddled }
    for (const { unit } of passing) result.assigned.set(unit, given)
    waiting = waiting.filter((entry) => !reaches(level, entry.score))
  })
}

/** The tied units wait; those of them that will get no place keep the places further down that they will take. */
function leaveUndecided(
  { levels, undecided }: Assignment,
  index: number,
  passing: readonly GradeContender[],
  room: number
): void {
  levels[index]!.closed = true
  undecided.push({ level: index, places: room, units: passing.map((entry) => entry.unit) })
  let left = passing.length - room
  for (const level of levels.slice(index + 1)) {
    if (!passing.every((entry) => reaches(level, entry.score))) continue
    const taken = Math.min(left, roomOf(level))
    level.taken += taken
    left -= taken
  }
}
