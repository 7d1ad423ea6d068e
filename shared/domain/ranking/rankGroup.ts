import type { D } from '../number/decimal.ts'
import type { Policies } from '../scheme/policies.ts'
import type { FindRuling, TieRuling } from './ties/tieRulings.ts'

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
  /** Name of the veto that puts the unit behind everybody without one (RANK_LAST). */
  last?: string | null
}

export interface Place {
  unit: string
  rank: number
  tied: boolean
  /** What put the unit behind its upper neighbour; null for the first and inside a tie. */
  deciding: { label: string; mine: string; theirs: string; tieBroken: boolean } | null
  /** 人工裁定 on the tie that the unit was in, carried out or (order null) not. */
  ruling: TieRuling | null
}

export interface RankOptions {
  rulings?: FindRuling
  rankLast?: Policies['rankLast']
}

/** What separates a set from the one above it: the total (-1), a metric of the chain, a veto, a decision. */
type SplitBy = number | 'LAST' | 'RULING'

/** Units that nothing tells apart. */
interface TieSet {
  members: readonly Contender[]
  splitBy: SplitBy
  ruling: TieRuling | null
}

export const RULING_LABEL = '人工裁定'

/**
 * 1-2-2-4: by total, then by the tie-break chain, then by a recorded decision; whoever is still equal shares the rank and
 * the next rank is skipped (S35, §6.4-7). A metric that some unit of a tied set lacks is passed over for that set: it
 * would not be the same question for all of them. Units that a veto puts last come behind all others, who move up;
 * among themselves they go by total, or share one place (ambiguity 11).
 */
export function rankGroup(contenders: readonly Contender[], options: RankOptions = {}): Place[] {
  const ordinary = contenders.filter((contender) => contender.last == null)
  const last = contenders.filter((contender) => contender.last != null)
  const sharing: TieSet[] = last.length === 0 ? [] : [{ members: last, splitBy: 'LAST', ruling: null }]
  const rule = (set: TieSet): TieSet[] => carryOut(set, options.rulings)
  return placesOf([
    ...split(ordinary, -1, -1).flatMap(rule),
    ...(options.rankLast === 'TIED' ? sharing : split(last, -1, 'LAST').flatMap(rule))
  ])
}

function placesOf(sets: readonly TieSet[]): Place[] {
  const places: Place[] = []
  let above: Contender | null = null
  for (const { members: unordered, splitBy, ruling } of sets) {
    const rank = places.length + 1
    const members = [...unordered].sort((a, b) => a.order - b.order)
    members.forEach((member, index) => {
      const decides = index === 0 && above !== null
      places.push({
        unit: member.unit,
        rank,
        tied: members.length > 1,
        deciding: decides ? decidingBetween(member, above!, splitBy) : null,
        ruling
      })
    })
    above = members.at(-1) ?? above
  }
  return places
}

/** Cuts a set by one metric after the other. `inherited` is what separates the whole set from the one above it. */
function split(set: readonly Contender[], by: number, inherited: SplitBy): TieSet[] {
  const depth = set.reduce((most, contender) => Math.max(most, contender.metrics.length), 0)
  if (set.length < 2 || by >= depth) {
    return set.length === 0 ? [] : [{ members: set, splitBy: inherited, ruling: null }]
  }
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

/** A decision takes a tied set apart into single places; one that does not name them all leaves it tied. */
function carryOut(set: TieSet, rulings: FindRuling | undefined): TieSet[] {
  if (set.members.length < 2 || rulings === undefined) return [set]
  const ruling = rulings(set.members.map((member) => member.unit))
  if (ruling?.order == null) return [{ ...set, ruling }]
  const byUnit = new Map(set.members.map((member) => [member.unit, member]))
  return ruling.order.map((unit, index) => ({
    members: [byUnit.get(unit)!],
    splitBy: index === 0 ? set.splitBy : 'RULING',
    ruling
  }))
}

function metricOf(contender: Contender, by: number): Metric | undefined {
  return by < 0 ? contender.total : contender.metrics[by]
}

function compareBy(a: Contender, b: Contender, by: number): number {
  const [left, right] = [metricOf(a, by)?.value, metricOf(b, by)?.value]
  return left == null || right == null ? 0 : left.comparedTo(right)
}

function decidingBetween(member: Contender, above: Contender, by: SplitBy): Place['deciding'] {
  if (by === 'RULING') return { label: RULING_LABEL, mine: '排后', theirs: '排前', tieBroken: true }
  if (by === 'LAST') return { label: '否决', mine: member.last ?? '', theirs: '无', tieBroken: false }
  const [mine, theirs] = [metricOf(member, by), metricOf(above, by)]
  if (mine === undefined || theirs === undefined) return null
  return { label: mine.label, mine: mine.text, theirs: theirs.text, tieBroken: by >= 0 }
}
