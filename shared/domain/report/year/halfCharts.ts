import { canonical, dec } from '../../number/decimal.ts'
import { quarterName } from '../../period/spans.ts'
import { quarterOf } from '../../period/periodKey.ts'
import type { YearResult } from '../../period/yearResult.ts'
import { listedUnits } from '../namedUnits.ts'
import type { ReportChart } from '../reportChart.ts'
import { halfTableId, type HalfContext } from './halfGroupTable.ts'
import { asListed, yearRaceLabel } from './yearFrame.ts'

type Race = YearResult['races'][number]
type Group = Race['groups'][number]

/** Bars that one page holds and one can still read. */
const BARS_PER_CHART = 25

/** The group's half-year totals as bars over the means of the quarters; [] where charts are off or nobody is ranked. */
export function halfCharts(context: HalfContext, race: Race, group: Group): ReportChart[] {
  if (!context.options.charts) return []
  return [...totalBars(context, race, group), ...meanTrend(context, race, group)]
}

function totalBars({ year, options }: HalfContext, race: Race, group: Group): ReportChart[] {
  const bars = listedUnits(asListed(group), options).flatMap(({ name, rank, total }) =>
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
  const longest = bars.reduce((most, { value }) => (dec(value).greaterThan(dec(most)) ? value : most), '0')
  const charts = Math.ceil(bars.length / BARS_PER_CHART)
  const each = Math.ceil(bars.length / Math.max(1, charts))
  const title = `${group.name}${yearRaceLabel(year, race)}半年得分`
  return Array.from({ length: charts }, (_, index): ReportChart => {
    const part = bars.slice(index * each, (index + 1) * each)
    const from = index * each
    return {
      kind: 'BARS',
      title: charts === 1 ? title : `${title}（${from + 1}—${from + part.length}）`,
      bars: part,
      mean: group.mean === null ? null : canonical(dec(group.mean)),
      decimals: year.result.decimals,
      scaleTo: longest,
      cells: { table: halfTableId(race, group), label: 'UNIT', value: 'TOTAL', from }
    }
  })
}

/** The group's mean over all quarters that the report knows, those before the half-year included. */
function meanTrend({ facts, year }: HalfContext, race: Race, group: Group): ReportChart[] {
  const quarters = facts.snapshot === null ? facts.earlier : [...facts.earlier, facts.results]
  const points = quarters.map((results) => {
    const found = results.races
      .find((candidate) => candidate.race === race.race)
      ?.groups.find((candidate) => candidate.group === group.group)
    const mean = found?.mean?.total ?? null
    const { year: of } = quarterOf(results.period)
    return {
      label: of === year.result.year ? quarterName(results.period) : `${of}年${quarterName(results.period)}`,
      value: mean === null ? null : canonical(dec(mean)),
      note: found === undefined ? '' : `${found.rankedCount}个单位`
    }
  })
  if (points.filter(({ value }) => value !== null).length < 2) return []
  return [
    {
      kind: 'TREND',
      title: `${group.name}${yearRaceLabel(year, race)}各季度组平均`,
      points,
      decimals: year.result.decimals
    }
  ]
}
