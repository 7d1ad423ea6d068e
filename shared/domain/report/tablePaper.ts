import type { PaperBlock, PaperDocument, PaperSection, WorkbookContent } from './reportContent.ts'

/** The sheets of a workbook as pages: the preview, the PDF and the Word file of a report that is a table. */
export function tablePaper({ title, mark, provenance, sheets, notes }: WorkbookContent): PaperDocument {
  const shown = sheets.map((sheet) => ({
    ...sheet,
    table: { ...sheet.table, columns: sheet.table.columns.filter(({ hidden }) => hidden !== true) }
  }))
  const sections = shown.flatMap(({ table, charts }): PaperSection[] => [
    { orientation: table.orientation, layout: 'TABLE', blocks: [{ type: 'table', table }] },
    ...charts.map((chart): PaperSection => ({
      orientation: table.orientation,
      layout: 'TABLE',
      blocks: [{ type: 'charts', charts: [chart], height: 150 }]
    }))
  ])
  if (notes !== undefined)
    sections.push({
      orientation: sections[0]?.orientation ?? 'LANDSCAPE',
      layout: 'TABLE',
      blocks: [
        { type: 'title', text: notes.title },
        ...notes.lines.map((text): PaperBlock => ({ type: 'note', text }))
      ]
    })
  return { title, mark, provenance, sections }
}
