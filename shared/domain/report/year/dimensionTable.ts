import { HUNDRED } from '../../number/decimal.ts'
import { quarterName } from '../../period/spans.ts'
import { percentCell } from '../lists/measureCells.ts'
import { printedCell } from '../ranking/columnSpec.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../reportTable.ts'
import type { GroupFindings } from './halfFindings.ts'
import { halfFrame, number, type Race } from './halfFrame.ts'
import type { HalfContext } from './halfGroupTable.ts'

/** Each dimension's mean and score rate by group and quarter. */
export function dimensionTable(
  context: HalfContext,
  race: Race,
  findings: readonly GroupFindings[]
): ReportTable {
  const { quarters } = context
  const columns: ReportColumn[] = [
    { id: 'DIMENSION', head: '板块', align: 'left', min: 14, max: 24, bold: true },
    ...quarters.map(({ results }): ReportColumn => ({
      id: `MEAN:${results.period}`,
      head: `${quarterName(results.period)}\n组平均`,
      ...number
    })),
    { id: 'RATE', head: '平均得分率', ...number, tint: true }
  ]
  return {
    ...halfFrame(context, race, '板块强弱'),
    id: `halfDimensions:${race.race}`,
    columns,
    rows: findings.flatMap(({ group, rates }): ReportRow[] => [
      { cells: {}, band: group.name },
      ...rates.map(({ dimension, name, rate }): ReportRow => {
        const means = quarters.map(({ results }) => {
          const found = results.races
            .find((each) => each.race === race.race)
            ?.groups.find((each) => each.group === group.group)?.mean?.dimensions[dimension]
          const cell = found === undefined ? '/' : printedCell(found, results.decimals)
          return [`MEAN:${results.period}`, cell] as const
        })
        return {
          cells: { DIMENSION: name, ...Object.fromEntries(means), RATE: percentCell(rate.times(HUNDRED)) }
        }
      })
    ]),
    remarks: ['平均得分率是参加排名的单位在已冻结季度得分率的平均。'],
    pinned: 1
  }
}
