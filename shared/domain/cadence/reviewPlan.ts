import { z } from 'zod'
import type { ResultSet, UnitResult, GroupResult } from '../ranking/resultSet.ts'

/** 讲评会: in which order units speak, for how long, and whether the last ones are named on the wall. */
export const reviewPlan = z.strictObject({
  /** RANK: from the last to the first, group by group. UNITS: 机构顺序. CUSTOM: as dragged. */
  order: z.enum(['RANK', 'UNITS', 'CUSTOM']).default('RANK'),
  /** Codes, for CUSTOM; units that are not named follow in 机构顺序. */
  custom: z.array(z.string()).max(500).default([]),
  /** Minutes a unit. */
  minutes: z.number().int().min(1).max(60).default(5),
  /** COUNT: units below the group's mean are counted, not named (domain.md §8, row 11). */
  bottom: z.enum(['NAMES', 'COUNT']).default('NAMES')
})
export type ReviewPlan = z.infer<typeof reviewPlan>

/** A unit that speaks, with its result in the first race that it takes part in. */
export interface Speaker {
  race: string
  group: GroupResult
  unit: UnitResult
}

/** Everybody with a result, once, in the order of the plan. `unitOrder`: codes in 机构顺序. */
export function speakersOf(
  { races }: Pick<ResultSet, 'races'>,
  unitOrder: readonly string[],
  { order, custom }: Pick<ReviewPlan, 'order' | 'custom'>
): Speaker[] {
  const found = new Map<string, Speaker>()
  for (const race of races)
    for (const group of race.groups)
      for (const unit of lastToFirst(group.units))
        if (!found.has(unit.unit)) found.set(unit.unit, { race: race.race, group, unit })
  const byRank = [...found.values()]
  if (order === 'RANK') return byRank
  const place = (list: readonly string[], code: string): number => {
    const at = list.indexOf(code)
    return at < 0 ? Infinity : at
  }
  const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
  return byRank.sort((a, b) => {
    const [one, other] = [a.unit.unit, b.unit.unit]
    const chosen = order === 'CUSTOM' ? compare(place(custom, one), place(custom, other)) : 0
    return chosen === 0 ? compare(place(unitOrder, one), place(unitOrder, other)) : chosen
  })
}

/** Units without a place speak first; the winner last. */
function lastToFirst(units: readonly UnitResult[]): UnitResult[] {
  return [...units].reverse()
}

/** What one press of the space bar uncovers: the units that share a place, from the last place to the first. */
export interface RevealStep {
  rank: number
  units: readonly string[]
}

export function revealSteps(units: readonly Pick<UnitResult, 'unit' | 'rank'>[]): RevealStep[] {
  const byRank = new Map<number, string[]>()
  for (const { unit, rank } of units) {
    if (rank === null) continue
    const sharing = byRank.get(rank)
    if (sharing === undefined) byRank.set(rank, [unit])
    else sharing.push(unit)
  }
  return [...byRank].map(([rank, own]) => ({ rank, units: own })).sort((a, b) => b.rank - a.rank)
}
