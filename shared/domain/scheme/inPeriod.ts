import { previousPeriod, quarterOf, type PeriodKey } from '../period/periodKey.ts'
import type { SchemeDefinition } from './schemeDefinition.ts'
import type { Succession } from './successions.ts'

/** A unit that a merger or a split made. */
export interface NewUnit {
  kind: 'MERGE' | 'SPLIT'
  /** First quarter of the new unit. */
  since: PeriodKey
  /** Codes of the units that it was made of. */
  from: readonly string[]
  /** Quarters in being so far, this one included. */
  quarters: number
  basis: string
}

/** Who takes part when: `unit.from`, `unit.until` and the scheme's 沿革, looked up in constant time (§2.13, G20). */
export interface UnitsOverTime {
  /** Whether the unit takes part in the quarter. */
  inBeing(unit: string, period: PeriodKey): boolean
  /** The code that the unit had in an earlier quarter: a rename keeps standing, history and values. */
  codeAt(unit: string, period: PeriodKey): string
  /** All codes that the unit has had up to the quarter, its own first. */
  codesUntil(unit: string, period: PeriodKey): readonly string[]
  /** The merger or split that made the unit, at any time up to the quarter. */
  madeBy(unit: string, period: PeriodKey): NewUnit | null
  /** The same while it has fewer quarters in being than the scheme asks for: scored, not ranked (G20). */
  notRankedYet(unit: string, period: PeriodKey): NewUnit | null
}

type OverTime = Pick<SchemeDefinition, 'units' | 'successions' | 'policies'>

export function unitsOverTime({ units, successions, policies }: OverTime): UnitsOverTime {
  const bounds = new Map(units.map(({ code, from, until }) => [code, { from, until }]))
  const leaving = byUnit(successions, (entry) => entry.from)
  const entering = byUnit(successions, (entry) => entry.to)

  const inBeing = (unit: string, period: PeriodKey): boolean => {
    const { from, until } = bounds.get(unit) ?? {}
    if ((from !== undefined && period < from) || (until !== undefined && period > until)) return false
    return isBetween(unit, period, leaving.get(unit) ?? [], entering.get(unit) ?? [])
  }
  const madeBy = (unit: string, period: PeriodKey): NewUnit | null => {
    let current = unit
    let bound = period
    for (;;) {
      const event = entering.get(current)?.find((entry) => entry.effective <= bound)
      if (event === undefined) return null
      const { kind, effective, from, basis } = event
      if ((kind === 'MERGE' || kind === 'SPLIT') && !from.includes(current)) {
        return { kind, since: effective, from, basis, quarters: quartersFrom(effective, period) }
      }
      current = kind === 'RENAME' ? formerCode(event, current) : current
      bound = previousPeriod(effective)
    }
  }
  const renames = (unit: string, stop: (entry: Succession) => boolean, now: PeriodKey | null): string[] => {
    const codes = [unit]
    let bound = now
    for (let current = unit; ;) {
      const before = bound
      const event = entering
        .get(current)
        ?.find((entry) => entry.kind === 'RENAME' && (before === null || entry.effective <= before))
      if (event === undefined || stop(event)) return codes
      current = formerCode(event, current)
      codes.push(current)
      bound = previousPeriod(event.effective)
    }
  }
  return {
    inBeing,
    codeAt: (unit, period) => renames(unit, (entry) => entry.effective <= period, null).at(-1) ?? unit,
    codesUntil: (unit, period) => [...new Set(renames(unit, () => false, period))],
    madeBy,
    notRankedYet: (unit, period) => {
      const made = madeBy(unit, period)
      return made !== null && made.quarters < policies.newUnitQuarters ? made : null
    }
  }
}

/** Successions by unit, newest first. */
function byUnit(
  successions: readonly Succession[],
  codesOf: (entry: Succession) => readonly string[]
): Map<string, Succession[]> {
  const found = new Map<string, Succession[]>()
  const newestFirst = [...successions].sort((a, b) =>
    a.effective < b.effective ? 1 : a.effective > b.effective ? -1 : 0
  )
  for (const entry of newestFirst) {
    for (const code of new Set(codesOf(entry))) {
      const list = found.get(code)
      if (list) list.push(entry)
      else found.set(code, [entry])
    }
  }
  return found
}

/**
 * The newest event up to the quarter decides: a unit that it made (or keeps) is there, one that it ended is not. Before
 * its first event a unit is there unless that event makes it.
 */
function isBetween(
  unit: string,
  period: PeriodKey,
  leaving: readonly Succession[],
  entering: readonly Succession[]
): boolean {
  const left = leaving.find((entry) => entry.effective <= period)
  const entered = entering.find((entry) => entry.effective <= period)
  if (entered !== undefined && (left === undefined || entered.effective >= left.effective)) return true
  if (left !== undefined) return left.to.includes(unit)
  const [firstLeft, firstEntered] = [leaving.at(-1), entering.at(-1)]
  if (firstEntered === undefined) return true
  return firstLeft !== undefined && firstLeft.effective <= firstEntered.effective
}

/** A rename may list several pairs: the first old unit becomes the first new one, and so on. */
export function formerCode({ from, to }: Succession, unit: string): string {
  return from[to.indexOf(unit)] ?? from[0] ?? unit
}

function quartersFrom(first: PeriodKey, last: PeriodKey): number {
  const [a, b] = [quarterOf(first), quarterOf(last)]
  return (b.year - a.year) * 4 + b.quarter - a.quarter + 1
}
