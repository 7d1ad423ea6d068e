import ExcelJS from 'exceljs'
import type { ReportInput } from '../registry.ts'
import { addBarCharts } from './charts.ts'
import { writeAdjustmentSheet, writeMatrixSheet, writeNotesSheet, writeTraceSheet } from './detailSheets.ts'
import { chartRows, writeGroupSheet, writeOverallSheet, type ChartAnchor } from './rankingSheets.ts'

/**
 * 排名表: one sheet a group, 单位总表, 得分明细, 计算过程, 加减分明细, 说明. Values, order and places are those of the result
 * set. The same input gives the same bytes.
 */
export async function writeRankingWorkbook(input: ReportInput): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '亮绩赛马'
  workbook.lastModifiedBy = '亮绩赛马'
  workbook.created = input.generatedAt
  workbook.modified = input.generatedAt
  workbook.company = input.results.scheme.organisation

  const anchors: ChartAnchor[] = []
  for (const race of input.results.races) {
    for (const group of race.groups) {
      const anchor = writeGroupSheet(workbook, input, race, group)
      if (anchor !== null) anchors.push(anchor)
    }
    if (race.groups.length > 1) writeOverallSheet(workbook, input, race)
  }
  writeMatrixSheet(workbook, input)
  writeTraceSheet(workbook, input)
  writeAdjustmentSheet(workbook, input)
  writeNotesSheet(workbook, input)

  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return addBarCharts(
    bytes,
    anchors.map((anchor) => ({ ...anchor, rows: chartRows(anchor.names.length) })),
    input.generatedAt
  )
}
