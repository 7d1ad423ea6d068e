import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { PaperDocument, WorkbookContent } from '#shared/domain/report/reportContent.ts'
import { tablePaper } from '#shared/domain/report/tablePaper.ts'
import { writeDocx } from '../../reports/docx/writeDocx.ts'
import { paperHtml } from '../../reports/html/paperHtml.ts'
import { installedFonts } from '../../reports/installedFonts.ts'
import { safeFileName } from '../../reports/safeFileName.ts'
import { writeWorkbook } from '../../reports/xlsx/writeWorkbook.ts'
import type { Library } from '../library.ts'
import { writeWhole } from '../writeWhole.ts'
import { recordExport } from './exportHistory.ts'
import { stopIfCancelled, type Exported, type ReportJob } from './exportReport.ts'

/** What a list, a slip or a cadence says. Without `paper` the tables of the workbook are the pages. */
export type Content =
  | { title: string; workbook: WorkbookContent; paper?: PaperDocument }
  | { title: string; workbook?: undefined; paper: PaperDocument }

export type ContentFormat = 'xlsx' | 'docx' | 'pdf'

/**
 * Writes content that is no report of a quarter's results (registers, slips, cadences) by the same writers as the
 * reports, and records it in the history of exports. `snapshot` where it prints from a frozen quarter.
 * @throws AppError CANCELLED, FILE_*
 */
export async function exportContent(
  library: Library,
  request: {
    period: PeriodKey
    content: Content
    format: ContentFormat
    path: string
    snapshot?: string
  },
  job: ReportJob
): Promise<Exported> {
  const { period, content, format, path, snapshot = null } = request
  job.progress?.(content.title, 0, 0)
  const bytes = await contentBytes(content, format, library.now(), job)
  stopIfCancelled(job.signal)
  await writeWhole(path, bytes)
  recordExport(library, { period, title: content.title, path, snapshot })
  return { path, files: [path], preview: false, snapshot }
}

/** A proposed name that Windows accepts. */
export function contentFileName(stem: string, format: ContentFormat): string {
  return safeFileName(stem, format)
}

/** Same input, same bytes, but for PDF. */
export async function contentBytes(
  { title, workbook, paper }: Content,
  format: ContentFormat,
  at: Date,
  job: Pick<ReportJob, 'print' | 'signal'>
): Promise<Uint8Array> {
  if (format === 'xlsx') {
    if (workbook === undefined) throw new RangeError(`${title} is no table`)
    return writeWorkbook(workbook, at)
  }
  const pages = paper ?? tablePaper(workbook!)
  const fonts = await installedFonts()
  return format === 'docx' ? writeDocx(pages, fonts, at) : job.print(paperHtml(pages, fonts), job.signal)
}
