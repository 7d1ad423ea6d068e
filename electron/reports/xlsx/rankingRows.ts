import type {
  GroupResult,
  IndicatorResult,
  RaceResult,
  UnitResult
} from '#shared/domain/ranking/resultSet.ts'
import { fullMarksOf } from '#shared/domain/ranking/fullMarksOf.ts'
import { gradeText } from '#shared/domain/ranking/gradeText.ts'
import { movementText } from '#shared/domain/ranking/movementText.ts'
import type { ReportOptions } from '#shared/ipc/report.ts'
import { numberFormat, signedFormat } from './style.ts'
import type { Column, Value } from './table.ts'

/** What stands in place of a score that is none: 0, 「/」 and 缺报 are three things. */
export function noScoreText(indicator: IndicatorResult): string {
  if (indicator.status === 'MISSING') return '缺报'
  return indicator.status === 'REFUSED' ? '未计分' : '/'
}

/** The units of a group that may be named: all, or only those placed at or above N (with all tied at N). */
export function namedUnits(group: GroupResult, topOnly: number | null): UnitResult[] {
  if (topOnly === null) return group.units
  return group.units.filter((unit) => unit.rank !== null && unit.rank <= topOnly)
}

export interface RankingRow {
  unit: UnitResult
  groupName: string
}

export interface RankingColumn extends Column<RankingRow> {
  /** Printed mean of the group in this column, where there is one. */
  mean?(mean: NonNullable<GroupResult['mean']>): string | undefined
}

/** Above so many score columns, they are narrow and their headers break. */
const MANY = 8

/** 「目标任务」 with its full mark beneath; without one where the groups of the sheet have different ones. */
export function headWithMark(name: string, fullMark: string | null): string {
  return fullMark === null ? name : `${name}\n(${fullMark})`
}

/**
 * Columns of domain.md §3.3, full marks of the sheet's groups in brackets. `options.hide` leaves some out: an option's
 * key is the column's id, DIMENSIONS for all dimensions. 等次 stands only where the race has grades.
 */
export function rankingColumns(
  race: RaceResult,
  groups: readonly GroupResult[],
  decimals: number,
  options: ReportOptions
): RankingColumn[] {
  const format = numberFormat(decimals)
  const hidden = new Set(options.hide)
  const marks = fullMarksOf(race, groups)
  const dimensions = hidden.has('DIMENSIONS') ? [] : marks.dimensions
  const score = (text: string | null | undefined): Value => (text == null ? '/' : { number: text, format })
  const gap = (text: string | null, shown: string): Value =>
    text === null ? '/' : { number: text.replace('−', '-').replace('+', ''), format: shown }
  const rank = (place: number | null): Value =>
    place === null ? '/' : { number: String(place), format: '0' }
  const number = { align: 'right', min: 8, max: 12 } as const
  const columns: RankingColumn[] = [
    {
      ...{ id: 'RANK', header: '名次', align: 'center', min: 6, max: 8, bold: true },
      value: ({ unit }) => rank(unit.rank),
      red: ({ unit }) => unit.rank === 1
    },
    {
      id: 'UNIT',
      header: '单位',
      align: 'left',
      min: 16,
      max: 30,
      bold: true,
      value: ({ unit }) => unit.name
    },
    ...(groups.length > 1
      ? [
          {
            id: 'GROUP',
            header: '组别',
            align: 'left',
            min: 12,
            max: 18,
            value: ({ groupName }) => groupName
          } satisfies RankingColumn
        ]
      : []),
    {
      ...{ id: 'BASE', header: headWithMark('基础分', marks.base), ...number },
      value: ({ unit }) => score(unit.base?.printed),
      mean: (mean) => mean.base
    },
    ...dimensions.map(({ code, name, fullMark }): RankingColumn => ({
      ...{ id: `DIMENSION:${code}`, header: headWithMark(name, fullMark), align: 'right' },
      ...(dimensions.length > MANY ? { min: 7, max: 9 } : { min: 9, max: 16 }),
      value: ({ unit }) => score(unit.dimensions.find((d) => d.dimension === code)?.score?.printed),
      mean: (mean) => mean.dimensions[code]
    })),
    {
      ...{ id: 'BONUS', header: '加分', ...number, min: 7 },
      value: ({ unit }) => score(unit.adjustments.bonus.printed),
      mean: (mean) => mean.bonus
    },
    {
      ...{ id: 'DEDUCTION', header: '减分', ...number, min: 7 },
      value: ({ unit }) => score(unit.adjustments.deduction.printed),
      mean: (mean) => mean.deduction
    },
    {
      ...{ id: 'TOTAL', header: '总得分', ...number, min: 9, bold: true, tint: true },
      value: ({ unit }) => score(unit.total?.printed),
      mean: (mean) => mean.total
    },
    {
      ...{ id: 'PREVIOUS', header: '上季度\n名次', align: 'center', min: 8, max: 9 },
      value: ({ unit }) => rank(unit.previousRank)
    },
    {
      ...{ id: 'MOVEMENT', header: '升降', align: 'center', min: 6, max: 8 },
      value: ({ unit }) => movementText(unit.movement),
      red: ({ unit }) => unit.movement.kind === 'UP'
    },
    {
      ...{ id: 'GAP_FIRST', header: '与第一名\n差距', ...number },
      value: ({ unit }) => gap(unit.gapToFirst, numberFormat(decimals))
    },
    {
      ...{ id: 'GAP_MEAN', header: '与组平均\n差', ...number },
      value: ({ unit }) => gap(unit.gapToMean, signedFormat(decimals))
    },
    ...(race.grades.length === 0
      ? []
      : [
          {
            ...{ id: 'GRADE', header: '等次', align: 'center', min: 8, max: 10 },
            value: ({ unit }) => gradeText(race, unit) ?? '/'
          } satisfies RankingColumn
        ]),
    {
      id: 'REMARKS',
      header: '备注',
      align: 'left',
      min: 14,
      max: 32,
      value: ({ unit }) => unit.remarks.join('；')
    }
  ]
  return columns.filter(({ id }) => !hidden.has(id))
}
