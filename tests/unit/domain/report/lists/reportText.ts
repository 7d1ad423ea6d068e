import { cellText } from '#shared/domain/report/cellText.ts'
import type { PaperDocument, WorkbookContent } from '#shared/domain/report/reportContent.ts'
import type { ReportRow, ReportTable } from '#shared/domain/report/reportTable.ts'

/** What a reader of a report sees, as text. */

/** A row as printed, by column id. */
export function shown(row: ReportRow): Record<string, string> {
  return Object.fromEntries(Object.entries(row.cells).map(([id, cell]) => [id, cellText(cell)]))
}

/** Rows with cells of their own: no bands, no rows that only span a text. */
export function dataRows({ rows }: ReportTable): Record<string, string>[] {
  return rows.filter((row) => row.band === undefined && row.merged === undefined).map(shown)
}

export function tableNamed({ sheets }: WorkbookContent, name: string): ReportTable {
  const found = sheets.find(({ table }) => table.name === name)
  if (found === undefined)
    throw new Error(`no ${name} among ${sheets.map(({ table }) => table.name).join('、')}`)
  return found.table
}

/** Every word of a document: cells, spans, bands, remarks, sentences, labels of charts. */
export function allText({ title, sections }: PaperDocument): string {
  return JSON.stringify([title, sections])
}
