import { sum, type D } from '#shared/domain/number/decimal.ts'
import { appliesTo, unitsOfRace } from '#shared/domain/scheme/appliesTo.ts'
import type { Draft, DraftDimension } from '../editorTab.ts'
import { filledIndicator, filledRace, filledScheme } from './filledDraft.ts'
import { markOf } from './markOf.ts'

/** A sum of full marks, with the units that have it (none where the scheme has no units yet). */
export interface MarkSum {
  total: string
  declared: string | null
  units: readonly string[]
}

export interface MarkCheck {
  /** False for a dimension that scales its indicators: their marks need not add up. */
  counts: boolean
  /** Sums that differ from what is declared; empty when everything adds up. */
  wrong: readonly MarkSum[]
  /** The one sum that all units share, or null when they differ. */
  common: string | null
}

/** Sums of a race and of each of its dimensions, by position. */
export interface RaceSums {
  race: MarkCheck
  dimensions: readonly MarkCheck[]
}

interface Marked {
  fullMark?: string | undefined
  byGroup?: readonly { group?: string | undefined; fullMark?: string | undefined }[] | undefined
}

/** The full mark in a group: its own (S10: classes A, B, C), else the common one. */
function markIn(thing: Marked, group: string | null): D | null {
  const own = thing.byGroup?.find((entry) => entry.group === group)?.fullMark
  return markOf(own ?? thing.fullMark)
}

/** Something that adds its full mark for the units that it applies to. */
interface Part {
  thing: Marked
  takes: (unit: string) => boolean
}

/**
 * Running sums against the declared full marks, for every unit: indicators apply to some units and full marks differ
 * between groups, so one sum for all would be wrong (see `checkFullMarks`, which decides before a scheme comes into force).
 */
export function markSums(draft: Draft): RaceSums[] {
  const scheme = filledScheme(draft)
  return (draft.races ?? []).map((race) => {
    const filled = filledRace(race)
    const groups = scheme.groups.filter((group) => filled.groups.includes(group.code))
    const groupOf = new Map(
      groups.flatMap((group) => group.members.map((member) => [member.unit, group.code] as const))
    )
    const units = unitsOfRace(scheme, filled)
    const parts = (race.dimensions ?? []).map((dimension) =>
      (dimension.indicators ?? []).map((indicator): Part => ({
        thing: indicator,
        takes: appliesTo(scheme, filledIndicator(indicator))
      }))
    )
    const dimensions = (race.dimensions ?? []).map((dimension, index): Part => ({
      thing: dimension,
      takes: (unit) => parts[index]?.some(({ takes }) => takes(unit)) === true
    }))
    return {
      race: checked(units, dimensions, { ...race, fullMark: race.fullMark ?? '100' }, groupOf),
      dimensions: (race.dimensions ?? []).map((dimension, index) =>
        dimensionSum(dimension, units, parts[index] ?? [], groupOf)
      )
    }
  })
}

function dimensionSum(
  dimension: DraftDimension,
  units: readonly string[],
  parts: readonly Part[],
  groupOf: ReadonlyMap<string, string>
): MarkCheck {
  if (dimension.composition === 'WEIGHTED') return { counts: false, wrong: [], common: null }
  const taking = units.filter((unit) => parts.some(({ takes }) => takes(unit)))
  return checked(taking.length === 0 ? units.slice(0, 1) : taking, parts, dimension, groupOf)
}

/** Units with the same group and the same parts have the same sum: it is added up once for all of them. */
function checked(
  units: readonly string[],
  parts: readonly Part[],
  whole: Marked,
  groupOf: ReadonlyMap<string, string>
): MarkCheck {
  const cases = new Map<string, MarkSum & { units: string[] }>()
  // Without units everything counts, so that the first sums of an empty scheme can be read as well.
  const everyone: readonly (string | null)[] = units.length === 0 ? [null] : units
  for (const unit of everyone) {
    const group = unit === null ? null : (groupOf.get(unit) ?? null)
    const taken = parts.map(({ takes }) => unit === null || takes(unit))
    const key = `${group ?? ''}:${taken.map(Number).join('')}`
    const known = cases.get(key) ?? { ...sumOf(parts, taken, whole, group), units: [] }
    if (unit !== null) known.units.push(unit)
    cases.set(key, known)
  }
  const sums = joined([...cases.values()])
  const totals = new Set(sums.map(({ total }) => total))
  return {
    counts: true,
    wrong: sums.filter(({ total, declared }) => total !== declared),
    common: totals.size === 1 ? (sums[0]?.total ?? null) : null
  }
}

function sumOf(
  parts: readonly Part[],
  taken: readonly boolean[],
  whole: Marked,
  group: string | null
): Pick<MarkSum, 'total' | 'declared'> {
  const marks = parts.flatMap(({ thing }, index) =>
    taken[index] === true ? (markIn(thing, group) ?? []) : []
  )
  return { total: sum(marks).toFixed(), declared: markIn(whole, group)?.toFixed() ?? null }
}

/** The same numbers told once, with all units that have them. */
function joined(sums: readonly MarkSum[]): MarkSum[] {
  const found = new Map<string, MarkSum>()
  for (const one of sums) {
    const key = `${one.total}/${one.declared ?? ''}`
    const known = found.get(key)
    found.set(key, known === undefined ? one : { ...known, units: [...known.units, ...one.units] })
  }
  return [...found.values()]
}
