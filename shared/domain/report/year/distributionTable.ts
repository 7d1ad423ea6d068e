import { countCell } from '../ranking/columnSpec.ts'
import type { ReportColumn, ReportTable } from '../reportTable.ts'
import { scoreBands, type GroupFindings } from './halfFindings.ts'
import { halfFrame, type Race } from './halfFrame.ts'
import type { HalfContext } from './halfGroupTable.ts'
import { fullMarkOf } from './halfQuarters.ts'

/** 得分分布: how many ranked units lie in each tenth of the full mark. */
export function distributionTable(
  context: HalfContext,
  race: Race,
  findings: readonly GroupFindings[]
): ReportTable | null {
  const fullMarks = new Set(findings.map(({ group }) => fullMarkOf(context.quarters, race.race, group.group)))
  const [fullMark] = fullMarks
  // Groups with different full marks have no lines in common.
  if (fullMark == null || fullMarks.size > 1) return null
  const bands = findings.map(({ ranked }) => scoreBands(ranked, fullMark))
  const columns: ReportColumn[] = [
    { id: 'BAND', head: '半年得分', align: 'left', min: 16, max: 24, bold: true },
    ...findings.map(({ group }): ReportColumn => ({
      id: `GROUP:${group.group}`,
      head: `${group.name}\n（个）`,
      align: 'center',
      min: 10,
      max: 18
    }))
  ]
  return {
    ...halfFrame(context, race, '得分分布'),
    id: `halfDistribution:${race.race}`,
    columns,
    rows: (bands[0] ?? []).map(({ label }, line) => {
      const counts = findings.map(
        ({ group }, index) => [`GROUP:${group.group}`, countCell(bands[index]![line]!.count)] as const
      )
      return { cells: { BAND: label, ...Object.fromEntries(counts) } }
    }),
    remarks: [`按满分 ${fullMark} 分的 90%、80%、70%、60% 分段，只数参加排名的单位；含加减分。`],
    pinned: 1
  }
}
