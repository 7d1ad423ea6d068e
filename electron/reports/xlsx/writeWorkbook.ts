import ExcelJS from 'exceljs'
import type { WorkbookContent, WorkbookSheet } from '#shared/domain/report/reportContent.ts'
import { writeChartSheet, type ChartSheet } from './chartSheet.ts'
import { finishPackage } from './finishPackage.ts'
import type { SheetFrame } from './frame.ts'
import { writeNotesSheet } from './notesSheet.ts'
import { cellText } from './sheetText.ts'
import { writeTableSheet } from './tableSheet.ts'
import { planTable, type TablePlan } from './tablePlan.ts'

/**
 * A workbook of tables with live formulas and native charts: one sheet a table, in order, its charts on a sheet behind it,
 * 说明 last. The same input gives the same bytes; `at` dates the package. Throws RangeError for a formula or chart that
 * names a table or column that is not there.
 */
export async function writeWorkbook(content: WorkbookContent, at: Date): Promise<Uint8Array> {
  const { sheets, notes } = content
  const workbook = new ExcelJS.Workbook()
  Object.assign(workbook, { creator: '亮绩赛马', lastModifiedBy: '亮绩赛马', created: at, modified: at })
  workbook.title = cellText(content.title)
  const frameOf = (frame: { title: string; left: string; right: string }): SheetFrame => ({
    ...{ title: frame.title, left: frame.left, right: frame.right },
    ...{ mark: content.mark, provenance: content.provenance }
  })

  const plans: TablePlan[] = []
  const drawn: ChartSheet[] = []
  for (const entry of sheets) {
    plans.push(planTable(workbook, entry.table))
    if (entry.charts.length > 0) drawn.push(chartsOf(workbook, entry, plans, frameOf(entry.table)))
  }
  for (const plan of plans) writeTableSheet(plan, plans, frameOf(plan.table))
  if (notes !== undefined) writeNotesSheet(workbook, notes.name, notes.lines, frameOf(notes))
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return finishPackage(bytes, drawn, at)
}

function chartsOf(
  workbook: ExcelJS.Workbook,
  { table, charts, chartsName, chartsTitle }: WorkbookSheet,
  plans: readonly TablePlan[],
  frame: SheetFrame
): ChartSheet {
  const name = chartsName ?? `${table.name}图`
  return writeChartSheet(workbook, name, charts, plans, { ...frame, title: chartsTitle ?? frame.title })
}
