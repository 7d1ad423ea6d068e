import type { ReportDefinition, ReportFormat } from '#shared/domain/report/reportDefinition.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { displayHtml } from './display/displayHtml.ts'
import { writeDocx } from './docx/writeDocx.ts'
import { OFFICIAL_FONTS, type FontTable } from './fontTable.ts'
import { paperHtml } from './html/paperHtml.ts'
import { installedFonts } from './installedFonts.ts'
import { deckHtml } from './pptx/deckHtml.ts'
import { writeDeck } from './pptx/writeDeck.ts'
import { writeWorkbook } from './xlsx/writeWorkbook.ts'

/** Prints a page to PDF. The window's main process gives it; the command line has none. */
export type PrintPdf = (html: string, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>

export interface WriteContext {
  print: PrintPdf
  /** The .pptx that `options.master` names; null: none. */
  master: Uint8Array | null
  signal?: AbortSignal
}

function made<T>(content: T | undefined, definition: ReportDefinition, format: ReportFormat): T {
  if (content === undefined) throw new RangeError(`report ${definition.id} says nothing for ${format}`)
  return content
}

async function fontsFor(options: ReportOptions): Promise<FontTable> {
  return options.fonts === 'OFFICIAL' ? OFFICIAL_FONTS : installedFonts()
}

/** What the preview shows and the PDF is printed of: the same page. */
export async function reportHtml(
  definition: ReportDefinition,
  facts: ReportFacts,
  options: ReportOptions
): Promise<string> {
  if (definition.deck !== undefined) return deckHtml(definition.deck(facts, options))
  if (definition.display !== undefined) return displayHtml(definition.display(facts, options))
  return paperHtml(made(definition.paper?.(facts, options), definition, 'pdf'), await fontsFor(options))
}

/** A report as the bytes of a file. Same input, same bytes, but for PDF, which Chromium dates. */
export async function writeReport(
  definition: ReportDefinition,
  format: ReportFormat,
  facts: ReportFacts,
  options: ReportOptions,
  context: WriteContext
): Promise<Uint8Array> {
  const at = facts.generatedAt
  switch (format) {
    case 'xlsx':
      return writeWorkbook(made(definition.workbook?.(facts, options), definition, format), at)
    case 'docx':
      return writeDocx(
        made(definition.paper?.(facts, options), definition, format),
        await fontsFor(options),
        at
      )
    case 'pptx':
      return writeDeck(made(definition.deck?.(facts, options), definition, format), context.master, at)
    case 'pdf':
      return context.print(await reportHtml(definition, facts, options), context.signal)
    case 'html':
      return new TextEncoder().encode(
        displayHtml(made(definition.display?.(facts, options), definition, format))
      )
  }
}
