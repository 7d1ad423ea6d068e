import { dec, sum } from '../../number/decimal.ts'
import type { YearResult, YearUnit } from '../../period/yearResult.ts'
import type { UnitResult } from '../../ranking/resultSet.ts'
import { listedUnits } from '../namedUnits.ts'
import type { ReportOptions } from '../reportOptions.ts'
import {
  alwaysBelowMean,
  dimensionRates,
  extremes,
  halfMovement,
  type DimensionRate,
  type HalfQuarter
} from './halfQuarters.ts'
import { asListed } from './yearFrame.ts'

type Race = YearResult['races'][number]
type Group = Race['groups'][number]

/** A unit that moved, with its results in both quarters. */
export interface Mover {
  unit: YearUnit
  by: number
  before: UnitResult
  now: UnitResult
}

/** What the half-year of a group shows; lists of units in the half-year's display order. */
export interface GroupFindings {
  group: Group
  ranked: readonly YearUnit[]
  /** Who may be named at all, and for what is lacking. */
  mayName: (unit: string) => boolean
  mayBlame: (unit: string) => boolean
  up: readonly Mover[]
  down: readonly Mover[]
  same: number
  below: readonly YearUnit[]
  strength: { best: DimensionRate[]; worst: DimensionRate[] } | null
  /** Mean rate of the ranked units in each dimension, in the scheme's order. */
  rates: readonly DimensionRate[]
}

export function groupFindings(
  race: Race,
  group: Group,
  quarters: readonly HalfQuarter[],
  options: Pick<ReportOptions, 'topOnly' | 'bottom'>
): GroupFindings {
  const ranked = group.units.filter(({ rank }) => rank !== null)
  const listed = new Set(listedUnits(asListed(group), options).map(({ unit }) => unit))
  const moved = (kind: 'UP' | 'DOWN'): Mover[] =>
    group.units.flatMap((unit) => moverOf(race, unit, quarters, kind)).sort((a, b) => b.by - a.by)
  const placed = group.units.filter(({ unit }) => isPlaced(quarters, race, unit))
  const rates = meanRates(placed.map(({ unit }) => dimensionRates(quarters, race.race, unit)))
  return {
    group,
    ranked,
    mayName: (unit) => listed.has(unit),
    mayBlame: (unit) => options.bottom === 'NAMES' && listed.has(unit),
    up: moved('UP'),
    down: moved('DOWN'),
    same: group.units.filter(({ unit }) => halfMovement(quarters, race.race, unit)?.kind === 'SAME').length,
    below: group.units.filter(({ unit }) => alwaysBelowMean(quarters, race.race, unit)),
    strength: extremes(rates),
    rates
  }
}

/** Placed in the last of the quarters: the half-year itself may have no places yet. */
function isPlaced(quarters: readonly HalfQuarter[], race: Race, unit: string): boolean {
  const found = quarters.at(-1)?.of(race.race, unit) ?? null
  return found !== null && found.unit.rank !== null
}

function moverOf(race: Race, unit: YearUnit, quarters: readonly HalfQuarter[], kind: 'UP' | 'DOWN'): Mover[] {
  const movement = halfMovement(quarters, race.race, unit.unit)
  const [before, now] = quarters.map((quarter) => quarter.of(race.race, unit.unit)?.unit ?? null)
  if (movement === null || movement.kind !== kind || before == null || now == null) return []
  return [{ unit, by: movement.by, before, now }]
}

function meanRates(all: readonly (readonly DimensionRate[])[]): DimensionRate[] {
  const found = new Map<string, DimensionRate[]>()
  for (const rate of all.flat()) found.set(rate.dimension, [...(found.get(rate.dimension) ?? []), rate])
  return [...found].map(([dimension, rates]) => ({
    dimension,
    name: rates[0]!.name,
    rate: sum(rates.map(({ rate }) => rate)).div(rates.length)
  }))
}

/** Those who moved furthest, with all that moved as far. */
export function furthest(movers: readonly Mover[], count: number): Mover[] {
  const line = movers[Math.min(count, movers.length) - 1]
  return line === undefined ? [] : movers.filter(({ by }) => by >= line.by)
}

/** A stretch of the full mark, from its top: 「90 分及以上」, 「80—90 分」 … */
export interface ScoreBand {
  label: string
  count: number
}

const LINES = ['0.9', '0.8', '0.7', '0.6'] as const

/** How many totals of the ranked units lie in each tenth of the full mark, the upper line belonging to the tenth above. */
export function scoreBands(ranked: readonly YearUnit[], fullMark: string): ScoreBand[] {
  const lines = LINES.map((share) => dec(fullMark).times(dec(share)))
  const totals = ranked.flatMap(({ total }) => (total === null ? [] : [dec(total.printed)]))
  return [
    ...lines.map((line, index) => ({ low: line, high: lines[index - 1] ?? null })),
    { low: null, high: lines.at(-1)! }
  ].map(({ low, high }) => ({
    label: bandLabel(low?.toFixed() ?? null, high?.toFixed() ?? null),
    count: totals.filter(
      (total) => total.greaterThanOrEqualTo(low ?? total) && (high === null || total.lessThan(high))
    ).length
  }))
}

function bandLabel(low: string | null, high: string | null): string {
  if (high === null) return `${low} 分及以上`
  return low === null ? `${high} 分以下` : `${low}—${high} 分`
}
