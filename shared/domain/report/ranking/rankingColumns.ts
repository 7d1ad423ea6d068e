import { fullMarksOf } from '../../ranking/fullMarksOf.ts'
import { gradeText } from '../../ranking/gradeText.ts'
import { movementText } from '../../ranking/movementText.ts'
import type { GroupResult, RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportColumn } from '../reportTable.ts'
import { gapCell, rankCell, scoreCell, type ColumnSpec } from './columnSpec.ts'

export interface RankingRow {
  unit: UnitResult
  groupName: string
}

export interface RankingColumn extends ColumnSpec<RankingRow> {
  /** Printed mean of the group in this column, where there is one. */
  mean?(mean: NonNullable<GroupResult['mean']>): string | undefined
}

/** Above so many dimensions, their columns are narrow and their heads break. */
const MANY = 8

type Shape = Pick<ReportColumn, 'head' | 'align' | 'min' | 'max'>
const shape = (head: string, align: ReportColumn['align'], min: number, max: number): Shape => ({
  ...{ head, align, min, max }
})

/**
 * Columns of domain.md §3.3, full marks of the groups in brackets. `options.hide` leaves some out: an option's key is the
 * column's id, DIMENSIONS for all dimensions. 组别 stands only where there are several groups, 等次 only where the race has
 * grades.
 */
export function rankingColumns(
  race: RaceResult,
  groups: readonly GroupResult[],
  decimals: number,
  options: ReportOptions
): RankingColumn[] {
  const hidden = new Set<string>(options.hide)
  const columns: RankingColumn[] = [
    {
      ...{ id: 'RANK', ...shape('名次', 'center', 6, 8), bold: true },
      cell: ({ unit }) => rankCell(unit.rank),
      red: ({ unit }) => unit.rank === 1
    },
    { id: 'UNIT', ...shape('单位', 'left', 16, 30), bold: true, cell: ({ unit }) => unit.name },
    ...(groups.length > 1
      ? [
          {
            ...{ id: 'GROUP', ...shape('组别', 'left', 12, 18) },
            cell: ({ groupName }) => groupName
          } satisfies RankingColumn
        ]
      : []),
    ...scoreColumns(race, groups, decimals, hidden.has('DIMENSIONS')),
    {
      id: 'PREVIOUS',
      ...shape('上季度\n名次', 'center', 8, 9),
      cell: ({ unit }) => rankCell(unit.previousRank)
    },
    {
      ...{ id: 'MOVEMENT', ...shape('升降', 'center', 6, 8) },
      cell: ({ unit }) => movementText(unit.movement),
      red: ({ unit }) => unit.movement.kind === 'UP'
    },
    {
      ...{ id: 'GAP_FIRST', ...shape('与第一名\n差距', 'right', 8, 12) },
      cell: ({ unit }) => gapCell(unit.gapToFirst, decimals, false)
    },
    {
      ...{ id: 'GAP_MEAN', ...shape('与组\n平均差', 'right', 8, 12) },
      cell: ({ unit }) => gapCell(unit.gapToMean, decimals, true)
    },
    ...(race.grades.length === 0
      ? []
      : [
          {
            ...{ id: 'GRADE', ...shape('等次', 'center', 8, 10) },
            cell: ({ unit }) => gradeText(race, unit) ?? '/'
          } satisfies RankingColumn
        ]),
    { id: 'REMARKS', ...shape('备注', 'left', 14, 32), cell: ({ unit }) => unit.remarks.join('；') }
  ]
  return columns.filter(({ id }) => !hidden.has(id))
}

/** 基础分, the dimensions, 加分, 减分, 总得分. */
function scoreColumns(
  race: RaceResult,
  groups: readonly GroupResult[],
  decimals: number,
  hideDimensions: boolean
): RankingColumn[] {
  const marks = fullMarksOf(race, groups)
  const dimensions = hideDimensions ? [] : marks.dimensions
  const [min, max] = dimensions.length > MANY ? ([7, 9] as const) : ([9, 16] as const)
  return [
    {
      ...{ id: 'BASE', ...shape('基础分', 'right', 8, 12), fullMark: marks.base },
      cell: ({ unit }) => scoreCell(unit.base, decimals),
      mean: (mean) => mean.base
    },
    ...dimensions.map(({ code, name, fullMark }): RankingColumn => ({
      ...{ id: `DIMENSION:${code}`, ...shape(name, 'right', min, max), fullMark },
      cell: ({ unit }) => scoreCell(unit.dimensions.find((d) => d.dimension === code)?.score, decimals),
      mean: (mean) => mean.dimensions[code]
    })),
    {
      ...{ id: 'BONUS', ...shape('加分', 'right', 7, 12) },
      cell: ({ unit }) => scoreCell(unit.adjustments.bonus, decimals),
      mean: (mean) => mean.bonus
    },
    {
      ...{ id: 'DEDUCTION', ...shape('减分', 'right', 7, 12) },
      cell: ({ unit }) => scoreCell(unit.adjustments.deduction, decimals),
      mean: (mean) => mean.deduction
    },
    {
      ...{ id: 'TOTAL', ...shape('总得分', 'right', 9, 12), bold: true, tint: true },
      cell: ({ unit }) => scoreCell(unit.total, decimals),
      mean: (mean) => mean.total
    }
  ]
}
