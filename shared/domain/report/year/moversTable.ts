import { quarterName } from '../../period/spans.ts'
import { emptyRow } from '../lists/listWorkbook.ts'
import { rankCell, scoreCell } from '../ranking/columnSpec.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../reportTable.ts'
import { furthest, type GroupFindings, type Mover } from './halfFindings.ts'
import { countedRow, halfFrame, number, place, type Race } from './halfFrame.ts'
import type { HalfContext } from './halfGroupTable.ts'

/** Movers of each side that the table names, with all that moved as far. */
const MOVERS = 5

/** 升降最大的单位 of each group; null unless the half-year has two quarters that follow each other. */
export function moversTable(
  context: HalfContext,
  race: Race,
  findings: readonly GroupFindings[]
): ReportTable | null {
  const [first, last] = context.quarters
  if (first === undefined || last?.results.previousPeriod !== first.results.period) return null
  const [before, now] = [quarterName(first.results.period), quarterName(last.results.period)]
  const columns: ReportColumn[] = [
    { id: 'SIDE', head: '升降', align: 'center', min: 8, max: 10, bold: true },
    { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 30, bold: true },
    { id: 'BEFORE_SCORE', head: '得分', band: before, ...number },
    { id: 'BEFORE_RANK', head: '名次', band: before, ...place },
    { id: 'NOW_SCORE', head: '得分', band: now, ...number },
    { id: 'NOW_RANK', head: '名次', band: now, ...place },
    { id: 'BY', head: '变动\n（位）', ...place, tint: true }
  ]
  const decimals = context.year.result.decimals
  const rows = findings.flatMap(({ group, up, down, mayName, mayBlame }): ReportRow[] => {
    const own = [
      ...sideRows('↑ 上升', furthest(up, MOVERS), mayName, decimals),
      ...sideRows('↓ 下降', furthest(down, MOVERS), mayBlame, decimals)
    ]
    return own.length === 0 ? [] : [{ cells: {}, band: group.name }, ...own]
  })
  return {
    ...halfFrame(context, race, '名次变化'),
    id: `halfMovers:${race.race}`,
    columns,
    rows: rows.length === 0 ? emptyRow(columns, '两个季度之间没有单位名次变化。') : rows,
    remarks: [`各组升、降最多的前 ${MOVERS} 个单位，变动位数相同的一并列出。`],
    pinned: 2
  }
}

function sideRows(
  side: string,
  movers: readonly Mover[],
  mayName: (unit: string) => boolean,
  decimals: number
): ReportRow[] {
  const named = movers.filter(({ unit }) => mayName(unit.unit))
  const rows = named.map(({ unit, by, before, now }): ReportRow => ({
    cells: {
      SIDE: side,
      UNIT: unit.name,
      BEFORE_SCORE: scoreCell(before.total, decimals),
      BEFORE_RANK: rankCell(before.rank),
      NOW_SCORE: scoreCell(now.total, decimals),
      NOW_RANK: rankCell(now.rank),
      BY: rankCell(by)
    },
    ...(side.startsWith('↑') ? { red: ['SIDE'] } : {})
  }))
  const rest = countedRow('UNIT', movers.length - named.length, 'BY', named.length)
  return [...rows, ...rest.map((row) => ({ ...row, cells: { SIDE: side } }))]
}
