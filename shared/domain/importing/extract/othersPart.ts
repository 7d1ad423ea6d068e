import type { CatalogueIndicator } from '../catalogue.ts'
import type { PlannedColumn } from '../columns/plannedColumn.ts'
import type { Reported } from '../problems/problemSink.ts'
import type { SheetScope } from './sheetScope.ts'

/** 基准值 in a list of which only some rows are judged by it: the column is a part, but not of this row's indicator. */
export function isOthersPart(
  column: PlannedColumn,
  indicator: CatalogueIndicator,
  { context }: SheetScope
): boolean {
  const hits = column.path.flatMap((label) => context.parts.hits(label))
  return hits.length > 0 && hits.every((hit) => hit.indicator !== indicator.code)
}

export function unusedPart(column: PlannedColumn, indicator: CatalogueIndicator): Reported {
  const label = column.path.at(-1) ?? column.letter
  return {
    code: 'PART_NOT_USED',
    level: 'info',
    message: `「${indicator.name}」的计分用不到「${label}」，没有导入。`,
    group: `PART_NOT_USED:${indicator.code}:${label}`
  }
}
