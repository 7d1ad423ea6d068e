import { canonical, dec } from '../../number/decimal.ts'
import { parseGap } from '../../number/format.ts'
import type { IndicatorResult, Score } from '../../ranking/resultSet.ts'
import type { NumberCell, ReportColumn, ReportRow, TableCell } from '../reportTable.ts'

/** A column with what it shows of a row. */
export interface ColumnSpec<Row> extends ReportColumn {
  cell(row: Row): TableCell
  red?(row: Row): boolean
}

export function columnsOf<Row>(specs: readonly ColumnSpec<Row>[]): ReportColumn[] {
  return specs.map((spec) => {
    const { id, head, align, min, max } = spec
    const column: ReportColumn = { id, head, align, min, max }
    if (spec.fullMark !== undefined) column.fullMark = spec.fullMark
    if (spec.band !== undefined) column.band = spec.band
    if (spec.bold !== undefined) column.bold = spec.bold
    if (spec.toFill !== undefined) column.toFill = spec.toFill
    if (spec.tint !== undefined) column.tint = spec.tint
    return column
  })
}

export function rowOf<Row>(specs: readonly ColumnSpec<Row>[], row: Row, opens = false): ReportRow {
  const red = specs.filter((spec) => spec.red?.(row) === true).map(({ id }) => id)
  return {
    cells: Object.fromEntries(specs.map((spec) => [spec.id, spec.cell(row)])),
    ...(opens ? { opens } : {}),
    ...(red.length > 0 ? { red } : {})
  }
}

/** Rows with a thick rule wherever `opens` says that something new begins. */
export function rowsOf<Row>(
  specs: readonly ColumnSpec<Row>[],
  rows: readonly Row[],
  opens: (row: Row, previous: Row) => boolean
): ReportRow[] {
  return rows.map((row, index) => rowOf(specs, row, index > 0 && opens(row, rows[index - 1]!)))
}

/** A number as it was printed: `85.40` with two decimals. */
export function printedCell(printed: string, decimals: number): NumberCell {
  return { number: canonical(dec(printed)), decimals }
}

/** A score, or 「/」 where there is none to have. */
export function scoreCell(score: Score | null | undefined, decimals: number): TableCell {
  return score == null ? '/' : printedCell(score.printed, decimals)
}

export function countCell(count: number): NumberCell {
  return { number: String(count), decimals: 0 }
}

/** 名次; 「/」 for units without one. */
export function rankCell(rank: number | null): TableCell {
  return rank === null ? '/' : countCell(rank)
}

/** A printed gap. */
export function gapCell(gap: string | null, decimals: number, signed: boolean): TableCell {
  return gap === null ? '/' : { number: canonical(parseGap(gap)), decimals, signed }
}

/** What stands in place of a score that is none: 0, 「/」 and 缺报 are three things. */
export function noScoreText({ status }: IndicatorResult): string {
  if (status === 'MISSING') return '缺报'
  return status === 'REFUSED' ? '未计分' : '/'
}

/** The score of an indicator; 「补」 behind one that a decision settled. */
export function indicatorCell(indicator: IndicatorResult, decimals: number): TableCell {
  const { score, estimated } = indicator
  if (score === null) return noScoreText(indicator)
  return { ...printedCell(score.printed, decimals), ...(estimated ? { suffix: '补' } : {}) }
}
