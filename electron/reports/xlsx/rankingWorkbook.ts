import ExcelJS from 'exceljs'
import type { ReportInput } from '../reportWriter.ts'
import { writeChartSheet } from './chartSheet.ts'
import { writeAdjustmentSheet, writeMatrixSheet, writeTraceSheet } from './detailSheets.ts'
import { finishPackage } from './finishPackage.ts'
import { writeNotesSheet } from './notesSheet.ts'
import { writeGroupSheet, writeOverallSheet, type ChartSource } from './rankingSheets.ts'
import { cellText } from './sheetText.ts'
import { writeGradeSheet, writeSideSheet } from './standingSheets.ts'

/**
 * 排名表: one sheet a group, 单位总表, then what the scheme has of 等次名额, rankings over groups and lines, totals over races;
 * 得分图, 得分明细, 计算过程, 加减分明细, 说明. Values, order and places are those of the result set. The same input gives the same
 * bytes.
 */
export async function writeRankingWorkbook(input: ReportInput): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '亮绩赛马'
  workbook.lastModifiedBy = '亮绩赛马'
  workbook.created = input.generatedAt
  workbook.modified = input.generatedAt
  workbook.company = cellText(input.results.scheme.organisation)

  const sources: ChartSource[] = []
  for (const race of input.results.races) {
    for (const group of race.groups) {
      const source = writeGroupSheet(workbook, input, race, group)
      if (source !== null && input.options.charts) sources.push(source)
    }
    if (race.groups.length > 1) writeOverallSheet(workbook, input, race)
    writeGradeSheet(workbook, input, race)
    for (const ranking of race.sideRankings) writeSideSheet(workbook, input, ranking, race)
  }
  for (const total of input.results.totals) writeSideSheet(workbook, input, total, null)
  const charts = writeChartSheet(workbook, input, sources)
  const chartSheet = workbook.worksheets.length
  for (const race of input.results.races) {
    writeMatrixSheet(workbook, input, race)
    writeTraceSheet(workbook, input, race)
    writeAdjustmentSheet(workbook, input, race)
  }
  writeNotesSheet(workbook, input)
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return finishPackage(bytes, chartSheet, charts, input.generatedAt)
}
