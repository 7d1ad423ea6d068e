import { quarterName } from '../../period/spans.ts'
import type { UnitResult } from '../../ranking/resultSet.ts'
import { emptyRow } from '../lists/listWorkbook.ts'
import { gapCell, rankCell, scoreCell } from '../ranking/columnSpec.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../reportTable.ts'
import type { GroupFindings } from './halfFindings.ts'
import { countedRow, halfFrame, number, place, type Race } from './halfFrame.ts'
import type { HalfContext } from './halfGroupTable.ts'

/** Units below their group's mean in each quarter; null for a single quarter. */
export function belowTable(
  context: HalfContext,
  race: Race,
  findings: readonly GroupFindings[]
): ReportTable | null {
  const { quarters } = context
  if (quarters.length < 2) return null
  const columns: ReportColumn[] = [
    { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 30, bold: true },
    ...quarters.flatMap(({ results }): ReportColumn[] => {
      const band = quarterName(results.period)
      return [
        { id: `SCORE:${results.period}`, head: '得分', band, ...number },
        { id: `RANK:${results.period}`, head: '名次', band, ...place },
        { id: `GAP:${results.period}`, head: '与组平均差', band, ...number, max: 14 }
      ]
    })
  ]
  const rows = findings.flatMap(({ group, below, mayBlame }): ReportRow[] => {
    if (below.length === 0) return []
    const named = below.filter(({ unit }) => mayBlame(unit))
    return [
      { cells: {}, band: group.name },
      ...named.map(({ unit, name }): ReportRow => {
        const cells = quarters.flatMap((quarter) =>
          quarterCells(quarter.results.period, quarter.of(race.race, unit)?.unit, quarter.results.decimals)
        )
        return { cells: { UNIT: name, ...Object.fromEntries(cells) } }
      }),
      ...countedRow('UNIT', below.length - named.length, columns.at(-1)!.id, named.length)
    ]
  })
  return {
    ...halfFrame(context, race, '持续低于组平均的单位'),
    id: `halfBelow:${race.race}`,
    columns,
    rows: rows.length === 0 ? emptyRow(columns, '没有单位每个季度都低于组平均。') : rows,
    remarks: ['列入每个已冻结的季度总得分都低于本组平均的单位。'],
    pinned: 1
  }
}

function quarterCells(
  period: string,
  unit: UnitResult | undefined,
  decimals: number
): [string, ReportRow['cells'][string]][] {
  return [
    [`SCORE:${period}`, scoreCell(unit?.total, decimals)],
    [`RANK:${period}`, rankCell(unit?.rank ?? null)],
    [`GAP:${period}`, gapCell(unit?.gapToMean ?? null, decimals, true)]
  ]
}
