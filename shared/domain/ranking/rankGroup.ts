import type { D } from '../number/decimal.ts'

/** One thing that ranking looks at. `value` is null where the unit has none; then it decides nothing for its tie. */
export interface Metric {
  label: string
  value: D | null
  /** As people read it: `96.40`, `第3名`. */
  text: string
}

export interface Contender {
  unit: string
  /** 机构顺序: fixes the order inside a tie, never a rank. */
  order: number
  /** Total in the form that is judged: rounded as printed, or exact. */
  total: Metric & { value: D }
  /** Tie-break chain, all contenders in the same order; more is better. */
  metrics: readonly Metric[]
}

export interface Place {
  unit: string
  rank: number
  tied: boolean
  /** What put the unit behind its upper neighbour; null for the first and inside a tie. */
  deciding: { label: string; mine: string; theirs: string; tieBroken: boolean } | null
}

/** Units that nothing tells apart, and the metric (-1: the total) that separates them from the set above. */
interface TieSet {
  members: readonly Contender[]
  splitBy: number
}

/**
 * 1-2-2-4: by total, then by the tie-break chain; whoever is still equal shares the rank and the next rank is skipped
 * (S35, §6.4-7). A metric that some unit of a tied set lacks is passed over for that set: it would not be the same
 * question for all of them.
 */
export function rankGroup(contenders: readonly Contender[]): Place[] {
  const sets = split(contenders, -1, -1)
  const places: Place[] = []
  let above: Contender | null = null
  for (const set of sets) {
    const rank = places.length + 1
    const members = [...set.members].sort((a, b) => a.order - b.order)
    members.forEach((member, index) => {
      places.push({
        unit: member.unit,
        rank,
        tied: members.length > 1,
        deciding: index > 0 || above === null ? null : decidingBetween(member, above, set.splitBy)
      })
    })
    above = members.at(-1) ?? above
  }
  return places
}

/** Cuts a set by one metric after the other. `inherited` is what separates the whole set from the one above it. */
function split(set: readonly Contender[], by: number, inherited: number): TieSet[] {
  const depth = Math.max(0, ...set.map((contender) => contender.metrics.length))
  if (set.length < 2 || by >= depth) return set.length === 0 ? [] : [{ members: set, splitBy: inherited }]
  const values = set.map((contender) => metricOf(contender, by)?.value ?? null)
  if (values.some((value) => value === null)) return split(set, by + 1, inherited)
  const ordered = [...set].sort((a, b) => compareBy(b, a, by))
  const sets: TieSet[] = []
  for (let start = 0; start < ordered.length;) {
    let end = start + 1
    while (end < ordered.length && compareBy(ordered[end]!, ordered[start]!, by) === 0) end++
    sets.push(...split(ordered.slice(start, end), by + 1, start === 0 ? inherited : by))
    start = end
  }
  return sets
}

function metricOf(contender: Contender, by: number): Metric | undefined {
  return by < 0 ? contender.total : contender.metrics[by]
}

function compareBy(a: Contender, b: Contender, by: number): number {
  const [left, right] = [metricOf(a, by)?.value, metricOf(b, by)?.value]
  return left == null || right == null ? 0 : left.comparedTo(right)
}

function decidingBetween(member: Contender, above: Contender, by: number): Place['deciding'] {
  const [mine, theirs] = [metricOf(member, by), metricOf(above, by)]
  if (mine === undefined || theirs === undefined) return null
  return { label: mine.label, mine: mine.text, theirs: theirs.text, tieBroken: by >= 0 }
}
