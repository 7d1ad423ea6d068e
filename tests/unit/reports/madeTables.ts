import type { WorkbookContent, WorkbookSheet } from '#shared/domain/report/reportContent.ts'
import type { ReportColumn, ReportTable } from '#shared/domain/report/reportTable.ts'
import { writeWorkbook } from '#electron/reports/xlsx/writeWorkbook.ts'
import { AT } from './fixture.ts'
import { open, type Opened } from './openPackage.ts'

/** Tables made for a test of the writer, and their workbook. */

export const column = (id: string, extra: Partial<ReportColumn> = {}): ReportColumn => ({
  ...{ id, head: id, align: 'right', min: 8, max: 14 },
  ...extra
})

export function tableOf(extra: Partial<ReportTable> = {}): ReportTable {
  return {
    ...{ id: 't', name: '表', title: '标题', left: '左', right: '右', foot: [], remarks: [], signatures: [] },
    ...{ pinned: 1, filter: false, orientation: 'LANDSCAPE' },
    columns: [column('NAME', { align: 'left' }), column('A'), column('B')],
    rows: [{ cells: { NAME: '甲', A: { number: '1.5', decimals: 2 }, B: { number: '2', decimals: 0 } } }],
    ...extra
  }
}

export function contentOf(...sheets: (ReportTable | WorkbookSheet)[]): WorkbookContent {
  return {
    ...{ title: '簿', mark: '', provenance: '快照 X' },
    sheets: sheets.map((sheet) => ('table' in sheet ? sheet : { table: sheet, charts: [] }))
  }
}

export async function opened(...sheets: (ReportTable | WorkbookSheet)[]): Promise<Opened> {
  return open(await writeWorkbook(contentOf(...sheets), AT))
}
