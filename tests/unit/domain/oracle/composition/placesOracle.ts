import { compare, type Fraction } from '../../../../fixtures/sample/fraction.ts'

export interface Racer {
  unit: string
  /** As it is judged, printed or exact. */
  total: Fraction
  /** The tie-break chain; more is better, null where the unit has none. */
  chain: readonly (Fraction | null)[]
  /** A veto puts the unit behind all others. */
  last: boolean
}

export interface PlaceVerdict {
  rank: number
  tied: boolean
}

export interface PlaceRules {
  lastTied: boolean
  /** 并列裁定, best first. */
  ruling: readonly string[] | undefined
}

/** 1-2-2-4 (S35, §6.4-7): 1 + the number of units strictly better; inside a tie the chain, then a decision (S34). */
export function solvePlaces(racers: readonly Racer[], rules: PlaceRules): Map<string, PlaceVerdict> {
  const ordinary = order(
    racers.filter((racer) => !racer.last),
    rules
  )
  const last = racers.filter((racer) => racer.last)
  // Ambiguity 11: by total among themselves (and by all that follows on a total), or one place for all of them.
  const behind = rules.lastTied ? (last.length === 0 ? [] : [last]) : order(last, rules)
  const places = new Map<string, PlaceVerdict>()
  for (const block of [...ordinary, ...behind]) {
    const rank = places.size + 1
    for (const { unit } of block) places.set(unit, { rank, tied: block.length > 1 })
  }
  return places
}

/** Blocks of units that nothing tells apart, best first. */
function order(racers: readonly Racer[], { ruling }: PlaceRules): Racer[][] {
  let blocks = cut(racers, (racer) => racer.total)
  const steps = racers[0]?.chain.length ?? 0
  for (let step = 0; step < steps; step++) {
    // Read from the engine: a metric that one of the tied units lacks is no question to the others either.
    blocks = blocks.flatMap((block) =>
      block.some((racer) => racer.chain[step] === null) ? [block] : cut(block, (racer) => racer.chain[step]!)
    )
  }
  return blocks.flatMap((block) => {
    // A decision that leaves one of the tied units out says nothing about the tie.
    if (ruling === undefined || !block.every(({ unit }) => ruling.includes(unit))) return [block]
    return [...block].sort((a, b) => ruling.indexOf(a.unit) - ruling.indexOf(b.unit)).map((racer) => [racer])
  })
}

/** Sorted from the most to the least, equal ones together. */
function cut(racers: readonly Racer[], metric: (racer: Racer) => Fraction): Racer[][] {
  const better = (racer: Racer): number =>
    racers.filter((other) => compare(metric(other), metric(racer)) > 0).length
  const steps = [...new Set(racers.map(better))].sort((a, b) => a - b)
  return steps.map((step) => racers.filter((racer) => better(racer) === step))
}
