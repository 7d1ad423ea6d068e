import type { DeckContent } from './deck/deckContent.ts'
import type { DisplayContent } from './display/displayContent.ts'
import type { PaperDocument, WorkbookContent } from './reportContent.ts'
import type { ReportFacts } from './reportFacts.ts'
import type { ReportControl, ReportOptions } from './reportOptions.ts'

export type ReportFormat = 'docx' | 'xlsx' | 'pptx' | 'pdf' | 'html'

/**
 * A kind of report: what it says, as data. How that is written down is the business of `electron/reports`. `paper` is
 * needed for docx, pdf and the preview, `workbook` for xlsx, `deck` for pptx, `display` for html.
 */
export interface ReportDefinition {
  id: string
  title: string
  /** One sentence for the report centre. */
  description: string
  formats: readonly ReportFormat[]
  controls: readonly ReportControl[]
  /** Null when it can be made; otherwise why not: 「考核方案没有设红黑榜」. */
  unavailable?(facts: ReportFacts): string | null
  /** The snapshot that it prints from, where that is not the quarter's own; null: it is a preview. */
  basis?(facts: ReportFacts): { id: string } | null
  /** File name without suffix; made safe for Windows by the writer. */
  fileStem(facts: ReportFacts, options: ReportOptions): string
  paper?(facts: ReportFacts, options: ReportOptions): PaperDocument
  workbook?(facts: ReportFacts, options: ReportOptions): WorkbookContent
  deck?(facts: ReportFacts, options: ReportOptions): DeckContent
  display?(facts: ReportFacts, options: ReportOptions): DisplayContent
  /** Reports that can be written as a file for each unit: the units, in 机构顺序. */
  units?(facts: ReportFacts): { unit: string; name: string }[]
}
