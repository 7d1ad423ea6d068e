import type { PaperBlock, PaperDocument, WorkbookContent } from '../reportContent.ts'
import type { ReportTable } from '../reportTable.ts'
import type { CadenceContent } from './cadenceContent.ts'

/** 要点: figures and computed sentences, first sheet of a cadence's workbook. */
function summaryTable({ title, figures, findings, provenance }: CadenceContent): ReportTable {
  return {
    id: 'summary',
    name: '要点',
    title,
    left: '',
    right: '',
    columns: [
      { id: 'LABEL', head: '项目', align: 'left', min: 16, max: 28, bold: true },
      { id: 'VALUE', head: '数据', align: 'right', min: 12, max: 22, tint: true },
      { id: 'NOTE', head: '说明', align: 'left', min: 30, max: 60 }
    ],
    rows: figures.map(({ label, value, note }) => ({ cells: { LABEL: label, VALUE: value, NOTE: note } })),
    foot: [],
    remarks: [...findings, provenance],
    signatures: [],
    pinned: 1,
    filter: false,
    orientation: 'PORTRAIT'
  }
}

export function cadenceWorkbook(content: CadenceContent): WorkbookContent {
  const { title, mark, provenance, sections } = content
  const tables = [summaryTable(content), ...sections.map(({ table }) => table)]
  return { title, mark, provenance, sheets: tables.map((table) => ({ table, charts: [] })) }
}

/** Most figures on one line of a page. */
const FIGURES_A_LINE = 6

/** Figures and findings on top, the tables beneath each other: few of them fill a page. */
export function cadencePaper({
  title,
  mark,
  provenance,
  figures,
  findings,
  sections
}: CadenceContent): PaperDocument {
  const lines = Array.from({ length: Math.ceil(figures.length / FIGURES_A_LINE) }, (_, line) =>
    figures.slice(line * FIGURES_A_LINE, (line + 1) * FIGURES_A_LINE)
  )
  const blocks: PaperBlock[] = [
    { type: 'title', text: title },
    ...lines.map((items): PaperBlock => ({ type: 'figures', items })),
    ...findings.map((text): PaperBlock => ({ type: 'note', text })),
    ...sections.map(({ table }): PaperBlock => ({ type: 'table', table }))
  ]
  return { title, mark, provenance, sections: [{ orientation: 'LANDSCAPE', layout: 'TABLE', blocks }] }
}
