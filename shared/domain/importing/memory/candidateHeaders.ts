import type { SheetAnalysis } from '../analysis.ts'
import { analyseSheet } from '../analyseSheet.ts'
import { composeHeader, type HeaderRows } from '../header/composeHeader.ts'
import type { ImportContext } from '../importContext.ts'
import { normaliseLabel } from '../names/normaliseLabel.ts'
import type { RawSheet } from '../grid/rawWorkbook.ts'
import { readMeta } from '../header/readMeta.ts'
import { sheetGrid, type SheetGrid } from '../grid/sheetGrid.ts'
import { findSheetIndicator } from '../table/sheetSubject.ts'
import { labelColumns, wordsOf, type LabelledColumn } from './headerLabels.ts'
import type { RememberedSheet } from './rememberedMapping.ts'
import { withoutTime } from './relativePeriod.ts'

/** Rows that are looked at to learn which header a sheet has; facts about columns rest on the first 200. */
const TOP_ROWS = 300
/** Headers stand in the first rows, also where only the clerk saw that they are headers. */
const HEADER_ROWS = 25
const WORD_ROWS = 60
const MAX_SCANNED_COLUMNS = 400
/** Two words in a row are no header that anybody could recognise. */
const FEWEST_COLUMNS = 3
/** Longer texts are prose, not labels. */
const MAX_LABEL = 200

/** A header that the sheet has, or may have where an earlier quarter's answers say so. */
export interface CandidateHeader {
  rows: HeaderRows
  columns: readonly LabelledColumn[]
  /** The program would take it without any memory. */
  isFound: boolean
  /** Something else of the sheet was understood: only answers that chose the rows of their header lead here. */
  needsChoice: boolean
}

export interface Probe {
  headers: readonly CandidateHeader[]
  /** The unit that the sheet itself leads to. */
  unit: string | null
  /** What the first rows are without any memory. */
  analysis: SheetAnalysis
}

/** A table below or beside the first one. */
export interface FurtherHeader extends CandidateHeader {
  unit: string | null
}

/** The headers to compare with memories; null for sheets that are left out for good reason. */
export function candidateHeaders(
  raw: RawSheet,
  context: ImportContext,
  memories: readonly RememberedSheet[]
): Probe | null {
  const { analysis, unread } = analyseSheet(firstRows(raw, TOP_ROWS), context)
  if (!analysis.used && unread === 'NONE') return null
  const { period } = context.catalogue
  const found: CandidateHeader[] =
    analysis.header === null
      ? []
      : [
          {
            rows: analysis.header,
            columns: labelColumns(analysis.columns, period),
            isFound: true,
            needsChoice: false
          }
        ]
  const isGiven = Object.hasOwn(context.fixes.sheets, raw.name) && context.fixes.sheets[raw.name]?.header
  // What was understood is left alone, unless the clerk had to show the header then.
  const chosen = memories.filter(({ mapping }) => !analysis.used || mapping.headerRows !== null)
  const heights = new Set(chosen.flatMap(({ mapping }) => mapping.headerRows ?? [1, 2, 3]))
  const others = new Set(analysis.tables.map((table) => table.header.first))
  const scanned = isGiven
    ? []
    : scan(sheetGrid(firstRows(raw, WORD_ROWS)), heights, context)
        .filter(({ rows, columns }) => !others.has(rows.first) && columns.length >= FEWEST_COLUMNS)
        .map((header) => ({ ...header, isFound: false, needsChoice: analysis.used }))
  return { headers: [...found, ...scanned], unit: analysis.unit?.code ?? null, analysis }
}

/**
 * The further tables of a sheet, once its first one is understood. `context` holds what is remembered of the first one;
 * `isOther` says that the sheet is looked at in another way by it.
 */
export function furtherTables(
  raw: RawSheet,
  context: ImportContext,
  probe: Probe,
  isOther: boolean
): FurtherHeader[] {
  const { analysis } = isOther ? analyseSheet(firstRows(raw, TOP_ROWS), context) : probe
  return analysis.tables.map(({ header, columns, unit }) => ({
    rows: header,
    columns: labelColumns(columns, context.catalogue.period),
    isFound: true,
    needsChoice: false,
    unit
  }))
}

/** The indicator that the lines above a header, the sheet or the file name. */
export function indicatorNamedAbove(
  raw: RawSheet,
  { rows }: CandidateHeader,
  context: ImportContext
): string | null {
  const meta = readMeta(sheetGrid(firstRows(raw, rows.first + 1)), rows.first)
  return findSheetIndicator(meta, raw.name, undefined, context)?.code ?? null
}

function scan(
  grid: SheetGrid,
  heights: ReadonlySet<number>,
  { catalogue }: ImportContext
): Pick<CandidateHeader, 'rows' | 'columns'>[] {
  if (grid.colCount > MAX_SCANNED_COLUMNS) return []
  const starts = grid.rows.filter((row) => row < HEADER_ROWS)
  return starts.flatMap((first) =>
    [...heights].map((height) => {
      const rows = { first, last: first + height - 1 }
      const filled = new Set(
        grid.rows.filter((row) => row > rows.last).flatMap((row) => grid.rowCells(row).map(({ col }) => col))
      )
      const columns = composeHeader(grid, rows).filter(({ path, col }) => path.length > 0 || filled.has(col))
      return { rows, columns: labelColumns(columns, catalogue.period) }
    })
  )
}

function firstRows(raw: RawSheet, rows: number): RawSheet {
  if (raw.rowCount <= rows) return raw
  return {
    ...raw,
    rowCount: rows,
    cells: raw.cells.filter((cell) => cell.row < rows),
    merges: raw.merges.filter((merge) => merge.top < rows)
  }
}

/** Memories whose labels stand among the first rows of a sheet: only then its header is looked at twice. */
export function plausible(
  raw: RawSheet,
  memories: readonly RememberedSheet[],
  { catalogue }: ImportContext
): RememberedSheet[] {
  if (memories.length === 0) return []
  const words = new Set<string>()
  for (const cell of raw.cells) {
    if (cell.row >= WORD_ROWS) break
    const text = cell.kind === 'text' ? cell.value : cell.shown
    if (text.length > MAX_LABEL) continue
    const { label } = withoutTime(normaliseLabel(text).key, catalogue.period)
    for (const word of wordsOf(label)) words.add(word)
  }
  return memories.filter(({ labels }) => {
    const there = labels.filter((label) => wordsOf(label).every((word) => words.has(word)))
    return there.length * 5 >= labels.length * 3
  })
}
