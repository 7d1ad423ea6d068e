import { AppError } from '#shared/appError.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { dec, mean, type D } from '#shared/domain/number/decimal.ts'
import { printFixed } from '#shared/domain/number/rounding.ts'
import type { GroupResult, IndicatorResult, ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { UnitView } from '#shared/ipc/results.ts'
import type { Library } from './library.ts'
import { requirePeriod, toPeriodView } from './periods.ts'
import { earlierResults, historyOf, standingResults } from './results.ts'

export function findUnit(results: ResultSet, unit: string): { group: GroupResult; unit: UnitResult } | null {
  for (const group of results.races.flatMap((race) => race.groups)) {
    const found = group.units.find((candidate) => candidate.unit === unit)
    if (found !== undefined) return { group, unit: found }
  }
  return null
}

export function indicatorsOf(unit: UnitResult): IndicatorResult[] {
  return unit.dimensions.flatMap((dimension) => dimension.indicators)
}

/** Means over the ranked units of a group; the screen's comparison only, no score depends on it. */
function meanByIndicator(group: GroupResult, decimals: number): Record<string, string> {
  const scores = new Map<string, D[]>()
  for (const unit of group.units.filter((candidate) => candidate.rank !== null)) {
    for (const indicator of indicatorsOf(unit)) {
      if (indicator.score === null) continue
      scores.set(indicator.indicator, [
        ...(scores.get(indicator.indicator) ?? []),
        dec(indicator.score.exact)
      ])
    }
  }
  return Object.fromEntries([...scores].map(([code, values]) => [code, printFixed(mean(values), decimals)]))
}

const standing = (unit: UnitResult | undefined): UnitView['above'] =>
  unit?.total == null ? null : { unit: unit.unit, name: unit.name, total: unit.total.printed }

/** The value that a person would call 完成: the reading that the rule used first. */
function mainValue(indicator: IndicatorResult): string | null {
  return (
    indicator.trace.inputs.find((input) => input.key === 'actual' || input.key === 'score')?.value ?? null
  )
}

export function unitView(library: Library, period: PeriodKey, unit: string): UnitView {
  const row = requirePeriod(library, period)
  const current = standingResults(library, period)
  const found = current === null ? null : findUnit(current.results, unit)
  if (current === null || found === null) {
    throw new AppError(
      current === null ? 'NOT_COMPUTED' : 'NOT_FOUND',
      current === null ? '这一季度还没有计算成绩。' : '这一季度没有这个单位的成绩。',
      { action: '请到「总览」点「计算」。' }
    )
  }
  const { group } = found
  const earlier = earlierResults(library, period)
  const all = [...earlier, current.results]
  const last = earlier.at(-1)
  const before =
    last === undefined || last.period !== current.results.previousPeriod ? null : findUnit(last, unit)
  const order = group.units.map((candidate) => candidate.unit)
  const place = order.indexOf(unit)
  const ranked = group.units.filter((candidate) => candidate.rank !== null)
  const above =
    found.unit.rank === null ? undefined : ranked.filter((other) => other.rank! < found.unit.rank!).at(-1)

  return {
    period: toPeriodView(library, row),
    preview: current.snapshot === null,
    result: found.unit,
    groupName: group.name,
    groupSize: group.rankedCount,
    meanByDimension: group.mean?.dimensions ?? {},
    meanByIndicator: meanByIndicator(group, current.results.decimals),
    previousByDimension: Object.fromEntries(
      (before?.unit.dimensions ?? []).flatMap((dimension) =>
        dimension.score === null ? [] : [[dimension.dimension, dimension.score.printed]]
      )
    ),
    indicatorHistory: indicatorHistory(all, unit),
    history: historyOf(all).find((history) => history.unit === unit) ?? { unit, points: [] },
    above: standing(above),
    first: standing(ranked[0]),
    previousUnit: order[place - 1] ?? null,
    nextUnit: order[place + 1] ?? null
  }
}

function indicatorHistory(all: readonly ResultSet[], unit: string): UnitView['indicatorHistory'] {
  const history: UnitView['indicatorHistory'] = {}
  for (const results of all) {
    const found = findUnit(results, unit)
    for (const indicator of found === null ? [] : indicatorsOf(found.unit)) {
      const points = (history[indicator.indicator] ??= [])
      points.push({
        period: results.period,
        score: indicator.score?.printed ?? null,
        value: mainValue(indicator)
      })
    }
  }
  return history
}
