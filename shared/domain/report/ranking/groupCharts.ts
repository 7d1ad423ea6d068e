import { canonical, dec } from '../../number/decimal.ts'
import type { GroupResult, RaceResult } from '../../ranking/resultSet.ts'
import { listedUnits } from '../namedUnits.ts'
import type { ReportChart } from '../reportChart.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { groupTableId, raceLabel } from './groupTable.ts'

/** Bars that one page holds and one can still read. */
const BARS_PER_CHART = 25

/** Shares `count` bars evenly between as few charts as can be read: 13 + 13 rather than 25 + 1. */
function slices(count: number): { from: number; to: number }[] {
  const charts = Math.ceil(count / BARS_PER_CHART)
  const each = Math.ceil(count / charts)
  return Array.from({ length: charts }, (_, index) => ({
    from: index * each,
    to: Math.min(count, (index + 1) * each)
  }))
}

/** Totals of a group's ranked units as bars, on one scale; [] when no unit has a rank. They follow its table's cells. */
export function groupCharts(
  facts: ReportFacts,
  options: ReportOptions,
  race: RaceResult,
  group: GroupResult
): ReportChart[] {
  const listed = listedUnits(group, options)
  const first = listed.findIndex((unit) => unit.rank !== null)
  const bars = listed.flatMap(({ name, rank, total }) =>
    rank === null || total === null
      ? []
      : [
          {
            label: name,
            value: canonical(dec(total.printed)),
            tone: rank === 1 ? ('FIRST' as const) : ('PLAIN' as const)
          }
        ]
  )
  const longest = bars.reduce(
    (value, bar) => (dec(bar.value).greaterThan(dec(value)) ? bar.value : value),
    '0'
  )
  const title = `${group.name}${raceLabel(facts, race)}总得分`
  const parts = slices(bars.length)
  return parts.map(({ from, to }): ReportChart => ({
    kind: 'BARS',
    title: parts.length === 1 ? title : `${title}（${from + 1}—${to}）`,
    bars: bars.slice(from, to),
    mean: group.mean === null ? null : canonical(dec(group.mean.total)),
    decimals: facts.results.decimals,
    scaleTo: longest,
    cells: { table: groupTableId(race, group), label: 'UNIT', value: 'TOTAL', from: first + from }
  }))
}
