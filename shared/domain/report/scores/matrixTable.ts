import { fullMarksOf } from '../../ranking/fullMarksOf.ts'
import { noScoreReason } from '../../ranking/noScoreReason.ts'
import type { DimensionResult, GroupResult, RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import { listedUnits } from '../namedUnits.ts'
import { rankCell, noScoreText } from '../ranking/columnSpec.ts'
import { raceLabel, restRemark } from '../ranking/groupTable.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { reportFrame, SIGNATURES, tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportColumn, ReportRow, ReportTable, TableCell } from '../reportTable.ts'
import { meanCell } from './liveMean.ts'
import { exactCell, type Rounding } from './liveNumber.ts'
import { liveRemarks } from './liveRemarks.ts'
import { liveScores, type LiveScores } from './liveScores.ts'

/** Above so many dimensions, their columns are narrow and their heads break. */
const MANY = 8

const idOf = (dimension: string): string => `DIMENSION:${dimension}`

/** A score, or why there is none: 缺报 and 未计分 go before 「/」. */
export function dimensionCell(dimension: DimensionResult | undefined, rounding: Rounding): TableCell {
  if (dimension === undefined) return '/'
  if (dimension.score !== null) return exactCell(dimension.score, rounding)
  const words = dimension.indicators.filter(({ score }) => score === null).map(noScoreText)
  return words.find((word) => word !== '/') ?? '/'
}

function matrixColumns(race: RaceResult, group: GroupResult): ReportColumn[] {
  const marks = fullMarksOf(race, [group])
  const [min, max] = marks.dimensions.length > MANY ? ([7, 9] as const) : ([9, 16] as const)
  const number = { align: 'right', min: 8, max: 12 } as const
  return [
    { id: 'RANK', head: '名次', align: 'center', min: 6, max: 8, bold: true },
    { id: 'UNIT', head: '单位', align: 'left', min: 16, max: 30, bold: true },
    ...marks.dimensions.map(({ code, name, fullMark }): ReportColumn => ({
      ...{ id: idOf(code), head: name, fullMark, align: 'right', min, max }
    })),
    { id: 'BASE', head: '基础分', fullMark: marks.base, ...number },
    { id: 'BONUS', head: '加分', ...number, min: 7 },
    { id: 'DEDUCTION', head: '减分', ...number, min: 7 },
    { id: 'TOTAL', head: '总得分', ...number, min: 9, bold: true, tint: true },
    { id: 'REMARKS', head: '备注', align: 'left', min: 14, max: 32 }
  ]
}

/**
 * 得分矩阵 of one group: units down, dimensions across. Base, total and means are live formulas wherever they give the
 * snapshot's numbers; the sheet says where they do not, and why.
 */
export function matrixTable(
  facts: ReportFacts,
  options: ReportOptions,
  race: RaceResult,
  group: GroupResult
): ReportTable {
  const { results, scheme } = facts
  const rounding: Rounding = { decimals: results.decimals, mode: scheme.policies.rounding }
  const label = raceLabel(facts, race)
  const units = listedUnits(group, options)
  const dimensions = race.dimensions.map(({ code }) => code)
  const live = new Map<UnitResult, LiveScores>()
  const rows = units.map((unit, index): ReportRow => {
    const parts = dimensions.map(
      (code) =>
        [
          idOf(code),
          dimensionCell(
            unit.dimensions.find((entry) => entry.dimension === code),
            rounding
          )
        ] as const
    )
    const first = dimensions[0] ?? ''
    const formula = `SUM({${idOf(first)}}:{${idOf(dimensions.at(-1) ?? first)}})`
    const marks = [group.fullMark ?? race.fullMark, '100']
    const scores = liveScores(unit, { formula, cells: parts.map(([, cell]) => cell) }, marks, rounding)
    live.set(unit, scores)
    const opens = index > 0 && unit.rank === null && units[index - 1]!.rank !== null
    const blocked = unit.state === 'BLOCKED'
    return {
      cells: {
        ...{ RANK: rankCell(unit.rank), UNIT: unit.name, REMARKS: unit.remarks.join('；') },
        ...Object.fromEntries(parts),
        ...(blocked ? {} : scores.cells)
      },
      ...(blocked ? { merged: { from: 'BASE', to: 'TOTAL', text: noScoreReason(unit) } } : {}),
      ...(unit.rank === 1 ? { red: ['RANK'] } : {}),
      ...(opens ? { opens } : {})
    }
  })
  const name = `${label}${group.name}得分矩阵`
  return {
    id: `matrix:${race.race}:${group.group}`,
    name: `${label}${group.name}`,
    ...tableFrame(facts, options, name, '单位：分'),
    columns: matrixColumns(race, group),
    rows,
    foot: meanRow(group, units, rows, rounding),
    remarks: [
      ...restRemark(group.units.length - units.length),
      `${reportFrame(facts, options).provenance}。`
    ],
    sheetRemarks: liveRemarks(units, live, '基础分、总得分和组平均'),
    ...{ signatures: SIGNATURES, pinned: 2, filter: false, orientation: 'LANDSCAPE' }
  }
}

/** Means of the snapshot; live where all ranked units are listed. */
function meanRow(
  { mean, rankedCount }: GroupResult,
  units: readonly UnitResult[],
  rows: readonly ReportRow[],
  rounding: Rounding
): ReportRow[] {
  if (mean === null) return []
  const ranked = rows.filter((_, index) => units[index]!.rank !== null)
  const all = ranked.length === rankedCount
  const cell = (id: string, printed: string): TableCell =>
    meanCell(id, printed, all ? ranked.map((row) => row.cells[id]) : [], rounding)
  return [
    {
      cells: {
        UNIT: `组平均（${rankedCount}个）`,
        ...(mean.base === undefined ? {} : { BASE: cell('BASE', mean.base) }),
        ...Object.fromEntries(
          Object.entries(mean.dimensions).map(([code, printed]) => [idOf(code), cell(idOf(code), printed)])
        ),
        BONUS: cell('BONUS', mean.bonus),
        DEDUCTION: cell('DEDUCTION', mean.deduction),
        TOTAL: cell('TOTAL', mean.total)
      }
    }
  ]
}
