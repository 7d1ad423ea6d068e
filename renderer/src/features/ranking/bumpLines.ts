import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { RankHistory } from '#shared/ipc/results.ts'

export interface BumpPoint {
  /** Index of the quarter, oldest 0. */
  step: number
  /** Row that the rank belongs to; rank 1 is row 0. In the shown quarter it is the unit's own row. */
  row: number
}

export interface BumpLine {
  unit: string
  points: BumpPoint[]
  /** Three places or more up or down; `open` lines end in a row without a rank. */
  style: 'riser' | 'faller' | 'plain' | 'open'
}

const REMARKABLE = 3
export const BUMP_QUARTERS = 4

/** The last four quarters on record up to the shown one, oldest first. */
export function bumpPeriods(history: readonly RankHistory[], shown: PeriodKey): PeriodKey[] {
  const all = new Set(history.flatMap((line) => line.points.map((point) => point.period)))
  return [...all, shown]
    .filter((period, index, list) => period <= shown && list.indexOf(period) === index)
    .sort()
    .slice(-BUMP_QUARTERS)
}

function styleOf(unit: UnitResult): BumpLine['style'] {
  if (unit.rank === null) return 'open'
  if (unit.movement.kind === 'UP' && unit.movement.by >= REMARKABLE) return 'riser'
  if (unit.movement.kind === 'DOWN' && unit.movement.by >= REMARKABLE) return 'faller'
  return 'plain'
}

/**
 * Lines that run into the rows of the table. `units` are the rows beside the chart in display order. Earlier ranks
 * outside the table (the group was larger then) are drawn at its lower edge.
 */
export function bumpLines(
  units: readonly UnitResult[],
  history: readonly RankHistory[],
  periods: readonly PeriodKey[]
): BumpLine[] {
  const byUnit = new Map(history.map((line) => [line.unit, line.points]))
  const lines = units.map((unit, row): BumpLine => {
    const points = periods.flatMap((period, step): BumpPoint[] => {
      if (step === periods.length - 1) return [{ step, row }]
      const rank = byUnit.get(unit.unit)?.find((point) => point.period === period)?.rank ?? null
      return rank === null ? [] : [{ step, row: Math.min(rank, units.length) - 1 }]
    })
    return { unit: unit.unit, points, style: styleOf(unit) }
  })
  // Remarkable lines last: they must lie on top of the grey ones.
  const order = { open: 0, plain: 1, faller: 2, riser: 3 }
  return lines.sort((a, b) => order[a.style] - order[b.style])
}
