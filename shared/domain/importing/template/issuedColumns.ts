import { columnLetter } from '../grid/a1.ts'
import type { ColumnPlan } from '../importPlan.ts'
import { tidy } from '../names/normaliseLabel.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'
import type { TableLocation } from './locateTable.ts'
import type { KeyCell, KeySheet } from './templateKey.ts'

/** What each column of an issued sheet holds, for the window: the same words as for any other sheet. */
export function columnPlans(
  grid: SheetGrid,
  at: TableLocation,
  sheet: KeySheet,
  cells: readonly KeyCell[]
): ColumnPlan[] {
  const labels = new Map(sheet.labels.map(({ path, col }) => [at.colOf(path, col), path]))
  const byCol = new Map<number, KeyCell[]>()
  for (const cell of cells) {
    const col = at.colOf(cell.path, cell.col)
    if (col !== null) byCol.set(col, [...(byCol.get(col) ?? []), cell])
  }
  const plans: ColumnPlan[] = []
  for (let col = 0; col < grid.colCount; col += 1) {
    const path = headerPath(grid, at, col)
    if (path.length === 0) continue
    const plan = { col, letter: columnLetter(col), path, unitText: null, by: 'template' as const }
    const asked = byCol.get(col)
    if (asked !== undefined) plans.push({ ...plan, role: valueRole(asked) })
    else if (labels.has(col))
      plans.push({ ...plan, role: { role: /指标/.test(labels.get(col)!) ? 'indicator' : 'unit' } })
    else if (sheet.remark !== null && at.colOf(sheet.remark.path, sheet.remark.col) === col)
      plans.push({ ...plan, role: { role: 'remark' } })
    else plans.push({ ...plan, role: { role: 'ignore', reason: '下发时已填好' } })
  }
  return plans
}

function headerPath(grid: SheetGrid, { header }: TableLocation, col: number): string[] {
  const path: string[] = []
  for (let row = header.first; row <= header.last; row += 1) {
    const text = tidy(grid.at(row, col)?.value ?? '')
    if (text !== '' && text !== path.at(-1)) path.push(text)
  }
  return path
}

function valueRole(cells: readonly KeyCell[]): ColumnPlan['role'] {
  const same = <T>(pick: (cell: KeyCell) => T): T | null => {
    const first = pick(cells[0]!)
    return cells.every((cell) => pick(cell) === first) ? first : null
  }
  const field = cells[0]!.field
  return {
    role: 'value',
    field,
    indicator: same((cell) => cell.indicator),
    unit: same((cell) => cell.unit),
    rater: field === 'rating' ? cells[0]!.rater : null
  }
}
