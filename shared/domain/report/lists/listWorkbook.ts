import type { RaceResult } from '../../ranking/resultSet.ts'
import type { WorkbookContent } from '../reportContent.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { reportFrame, reportTitle } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportColumn, ReportTable } from '../reportTable.ts'

/** Tables of a list as a workbook without charts. */
export function listWorkbook(
  facts: ReportFacts,
  options: ReportOptions,
  subject: string,
  tables: readonly ReportTable[]
): WorkbookContent {
  const { mark, provenance } = reportFrame(facts, options)
  return {
    title: reportTitle(facts, subject),
    mark,
    provenance,
    sheets: tables.map((table) => ({ table, charts: [] }))
  }
}

/** A race's name in front, where there are several. */
export function raceSubject(
  { results }: Pick<ReportFacts, 'results'>,
  race: RaceResult,
  subject: string
): string {
  return results.races.length > 1 ? `${race.name}${subject}` : subject
}

/** 序号. */
export const NUMBER_COLUMN: ReportColumn = { id: 'NO', head: '序号', align: 'center', min: 5, max: 6 }

/** What a list without rows says, over its full width. */
export function emptyRow(columns: readonly ReportColumn[], text: string): ReportTable['rows'] {
  return [{ cells: {}, merged: { from: columns[0]!.id, to: columns.at(-1)!.id, text } }]
}
