import type { GroupResult, Movement, RaceResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { ReportOptions } from '#shared/ipc/report.ts'
import { numberFormat } from './style.ts'
import type { Column, Value } from './table.ts'

/** ↑2 / ↓1 / — / 新 / 「/」: the same words as on the screen. */
export function movementText(movement: Movement): string {
  switch (movement.kind) {
    case 'UP':
      return `↑${movement.by}`
    case 'DOWN':
      return `↓${movement.by}`
    case 'SAME':
      return '—'
    case 'NEW':
      return '新'
    case 'NA':
      return '/'
  }
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

/** Columns of domain.md §3.3, full marks in brackets; `options.hide` leaves some out. */
export function rankingColumns(
  race: RaceResult,
  decimals: number,
  options: ReportOptions,
  withGroup: boolean
): Column<RankingRow>[] {
  const format = numberFormat(decimals)
  const number = (text: string | undefined | null): Value => (text == null ? '/' : { number: text, format })
  const gap = (text: string | null): Value => (text === null ? '/' : { number: text.replace('−', '-').replace('+', ''), format: `${format};−${format};${format}` })
  const hidden = new Set(options.hide)
  const dimensions: Column<RankingRow>[] = race.dimensions.map((dimension) => ({
    header: `${dimension.name}\n(${dimension.fullMark})`,
    align: 'right',
    min: 9,
    max: 16,
    value: ({ unit }) => number(unit.dimensions.find((d) => d.dimension === dimension.code)?.score?.printed)
  }))
  const all: (Column<RankingRow> & { key?: string })[] = [
    { header: '名次', align: 'center', min: 6, max: 8, bold: true, value: ({ unit }) => (unit.rank === null ? '/' : { number: String(unit.rank), format: '0' }), red: ({ unit }) => unit.rank === 1 },
    { header: '单位', align: 'left', min: 16, max: 34, bold: true, value: ({ unit }) => unit.name },
    ...(withGroup ? [{ header: '组别', align: 'left', min: 12, max: 20, value: ({ groupName }) => groupName } satisfies Column<RankingRow>] : []),
    { header: `基础分\n(${race.fullMark})`, align: 'right', min: 9, max: 12, value: ({ unit }) => number(unit.base?.printed) },
    ...dimensions.map((column) => ({ ...column, key: 'DIMENSIONS' })),
    { header: '加分', align: 'right', min: 8, max: 10, value: ({ unit }) => number(unit.adjustments.bonus.printed) },
    { header: '减分', align: 'right', min: 8, max: 10, value: ({ unit }) => number(unit.adjustments.deduction.printed) },
    { header: '总得分', align: 'right', min: 10, max: 12, bold: true, tint: true, value: ({ unit }) => number(unit.total?.printed) },
    { key: 'PREVIOUS', header: '上季度\n名次', align: 'center', min: 8, max: 9, value: ({ unit }) => (unit.previousRank === null ? '/' : { number: String(unit.previousRank), format: '0' }) },
    { key: 'MOVEMENT', header: '升降', align: 'center', min: 7, max: 8, value: ({ unit }) => movementText(unit.movement), red: ({ unit }) => unit.movement.kind === 'UP' },
    { key: 'GAP_FIRST', header: '与第一名\n差距', align: 'right', min: 10, max: 12, value: ({ unit }) => gap(unit.gapToFirst) },
    { key: 'GAP_MEAN', header: '与组平均\n差', align: 'right', min: 10, max: 12, value: ({ unit }) => gap(unit.gapToMean) },
    { key: 'REMARKS', header: '备注', align: 'left', min: 14, max: 36, value: ({ unit }) => unit.remarks.join('；') }
  ]
  return all.filter((column) => column.key === undefined || !hidden.has(column.key))
}
