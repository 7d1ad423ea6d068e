import { escapeMarkup } from '#shared/domain/report/escapeMarkup.ts'
import type { PaperDocument, PaperSection } from '#shared/domain/report/reportContent.ts'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import type { FontTable } from '../fontTable.ts'
import { blockHtml } from './blockHtml.ts'
import { columnLayout, type ColumnLayout } from './columnLayout.ts'
import { cardSize } from './cardSize.ts'
import { pageGeometry, type PageGeometry } from './pageGeometry.ts'
import { paperStyle, sectionClass } from './paperStyle.ts'
import { tableHtml } from './tableHtml.ts'

/** Letters of a table in pt, on a page of its own and inside a text; never below 小五. */
const SIZES = { TABLE: [11, 10.5, 10, 9.5, 9], OFFICIAL: [10.5, 10, 9.5, 9] } as const

function tablesOf({ blocks }: PaperSection): ReportTable[] {
  return blocks.flatMap((block) => (block.type === 'table' ? [block.table] : []))
}

interface SetSection {
  section: PaperSection
  page: PageGeometry
  /** Letters of a card; null: those of the layout. */
  size: number | null
  sizes: readonly number[]
}

function setSection(section: PaperSection): SetSection {
  const page = pageGeometry(section)
  if (section.layout !== 'CARD') return { section, page, size: null, sizes: SIZES[section.layout] }
  const size = cardSize(section, page)
  return { section, page, size, sizes: [size] }
}

function keyOf({ page, sizes }: SetSection, { columns }: ReportTable): string {
  return `${page.name}:${sizes.join()}:${columns.map(({ id }) => id).join()}`
}

/** Tables of the same columns get the same widths: the groups of a ranking lie beneath each other. */
function tableLayouts(sections: readonly SetSection[]): Map<string, ColumnLayout> {
  const alike = new Map<string, { set: SetSection; tables: ReportTable[] }>()
  for (const set of sections)
    for (const table of tablesOf(set.section)) {
      const key = keyOf(set, table)
      const group = alike.get(key) ?? { set, tables: [] }
      group.tables.push(table)
      alike.set(key, group)
    }
  return new Map(
    [...alike].map(([key, { set, tables }]) => [key, columnLayout(tables, set.page.width, set.sizes)])
  )
}

function sectionHtml(set: SetSection, layouts: ReadonlyMap<string, ColumnLayout>): string {
  const { section, page, size } = set
  // A table that is alone with its label may fill its page.
  const alone = section.layout === 'TABLE' && tablesOf(section).length === 1
  const blocks = section.blocks.map((block) =>
    blockHtml(block, page, (table) => tableHtml(table, layouts.get(keyOf(set, table))!, alone ? page : null))
  )
  const style = size === null ? '' : ` style="font-size:${size}pt"`
  return `<section class="${sectionClass(section)}"${style}>${blocks.join('\n')}</section>`
}

/**
 * A document as one HTML page without scripts and without anything from elsewhere, made to be printed to PDF by Chromium:
 * sizes of its pages, page numbers, preview mark and provenance are CSS paged media. The same input gives the same text.
 */
export function paperHtml(document: PaperDocument, fonts: FontTable): string {
  const sets = document.sections.map(setSection)
  const layouts = tableLayouts(sets)
  const sections = sets.map((set) => sectionHtml(set, layouts))
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(document.title)}</title>
<style>
${paperStyle(document, fonts)}
</style>
</head>
<body>
${sections.join('\n')}
</body>
</html>
`
}
