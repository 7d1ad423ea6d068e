import type { Workbook, Worksheet } from 'exceljs'
import type { RaceResult } from '#shared/domain/ranking/resultSet.ts'
import type { ReportInput } from '../reportWriter.ts'
import { sheetName } from './sheetText.ts'

/** A new last sheet, named as Excel allows. */
export function addSheet(workbook: Workbook, name: string): Worksheet {
  return workbook.addWorksheet(
    sheetName(
      name,
      workbook.worksheets.map((sheet) => sheet.name)
    )
  )
}

/** A race is named only where there are several. */
export function raceLabel(input: ReportInput, race: RaceResult): string {
  return input.results.races.length > 1 ? race.name : ''
}
