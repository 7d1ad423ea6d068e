import type { RawCell, RawRange, RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { colName } from './colName.ts'
import { tooComplex } from './fileError.ts'
import { MergeCover } from './mergeCover.ts'
import { odsValue } from './odsValue.ts'
import type { ReadLimits } from './readLimits.ts'
import { xmlAttribute, xmlTokens, type XmlToken } from './xmlTokens.ts'

const MAX_ROWS = 1_048_576
const MAX_COLS = 16_384

interface OpenCell {
  attributes: string
  lines: string[]
  /** Text outside of paragraphs is only the file's indentation. */
  inParagraph: boolean
}

function count(attributes: string, name: string, most: number): number {
  return Math.min(most, Math.max(1, Number(xmlAttribute(attributes, name) ?? 1) || 1))
}

function isHidden(attributes: string): boolean {
  const visibility = xmlAttribute(attributes, 'visibility')
  return visibility === 'collapse' || visibility === 'filter'
}

/** One table while it is read: where the next cell goes, and what has been found. */
class TableBuilder {
  readonly cells: RawCell[] = []
  readonly merges: RawRange[] = []
  private readonly hiddenRows: [number, number][] = []
  private readonly hiddenCols: [number, number][] = []
  private row = 0
  private col = 0
  private columns = 0
  private repeatRow = 1
  readonly name: string
  private readonly maxCells: number
  private readonly file: string

  constructor(name: string, maxCells: number, file: string) {
    this.name = name
    this.maxCells = maxCells
    this.file = file
  }

  column(attributes: string): void {
    const width = count(attributes, 'number-columns-repeated', MAX_COLS)
    if (isHidden(attributes)) this.hiddenCols.push([this.columns, this.columns + width])
    this.columns += width
  }

  startRow(attributes: string): void {
    this.repeatRow = count(attributes, 'number-rows-repeated', MAX_ROWS)
    if (isHidden(attributes)) this.hiddenRows.push([this.row, this.row + this.repeatRow])
    this.col = 0
  }

  endRow(): void {
    this.row += this.repeatRow
  }

  /** Blank cells only move on: they carry repeats of a million rows and mean nothing. */
  add({ attributes, lines }: OpenCell): void {
    const width = count(attributes, 'number-columns-repeated', MAX_COLS)
    const found = odsValue(attributes, lines)
    this.addMerge(attributes)
    if (found) {
      if (this.cells.length + width * this.repeatRow > this.maxCells)
        throw tooComplex(this.file, '单元格太多')
      for (let row = this.row; row < Math.min(MAX_ROWS, this.row + this.repeatRow); row++) {
        for (let col = this.col; col < Math.min(MAX_COLS, this.col + width); col++) {
          this.cells.push({ row, col, address: colName(col) + String(row + 1), ...found })
        }
      }
    }
    this.col += width
  }

  private addMerge(attributes: string): void {
    const bottom = this.row + count(attributes, 'number-rows-spanned', MAX_ROWS) - 1
    const right = this.col + count(attributes, 'number-columns-spanned', MAX_COLS) - 1
    if (bottom > this.row || right > this.col)
      this.merges.push({ top: this.row, left: this.col, bottom, right })
  }

  finish(index: number, visibility: RawSheet['visibility']): RawSheet {
    const cover = new MergeCover(this.merges)
    const ordered = this.cells.sort((a, b) => a.row - b.row || a.col - b.col)
    const cells = ordered.filter((cell) => !cover.hides(cell.row, cell.col))
    const rowCount = cells.reduce((most, cell) => Math.max(most, cell.row + 1), 0)
    const colCount = cells.reduce((most, cell) => Math.max(most, cell.col + 1), 0)
    const hiddenRows = spread(this.hiddenRows, rowCount)
    const hiddenCols = spread(this.hiddenCols, colCount)
    return {
      name: this.name,
      index,
      visibility,
      cells,
      merges: this.merges,
      hiddenRows,
      hiddenCols,
      rowCount,
      colCount
    }
  }
}

function spread(ranges: readonly [number, number][], below: number): number[] {
  const places: number[] = []
  for (const [from, to] of ranges) for (let at = from; at < Math.min(to, below); at++) places.push(at)
  return places
}

/** Names of table styles that hide their table. */
function hiddenStyles(xml: string): Set<string> {
  const hidden = new Set<string>()
  let style = ''
  for (const { kind, name, body } of xmlTokens(xml)) {
    if (name === 'table' && kind === 'open') break
    if (name === 'style' && kind === 'open') style = xmlAttribute(body, 'name') ?? ''
    if (name === 'table-properties' && xmlAttribute(body, 'display') === 'false') hidden.add(style)
  }
  return hidden
}

/** Elements whose text is not the cell's: notes, drawings, change marks. */
const ASIDE = new Set([
  'annotation',
  'shapes',
  'frame',
  'custom-shape',
  'g',
  'control',
  'line',
  'rect',
  'forms'
])

function addText(cell: OpenCell, { kind, name, body }: XmlToken): void {
  const last = cell.lines.length - 1
  const append = (text: string): void => {
    if (cell.inParagraph) cell.lines[last] += text
  }
  // Runs of spaces are kept although the format would fold them: LibreOffice writes some as they are.
  if (kind === 'text') append(body.replace(/[\t\r\n]+/g, ' '))
  else if (name === 'p') {
    if (kind !== 'close') cell.lines.push('')
    cell.inParagraph = kind === 'open'
  } else if (name === 's' && kind !== 'close') append(' '.repeat(count(body, 'c', 10_000)))
  else if (name === 'tab' && kind !== 'close') append('\t')
  else if (name === 'line-break' && kind !== 'close') append('\n')
}

/**
 * The sheets of an OpenDocument spreadsheet (`content.xml` of .ods, or a whole .fods). Read by ourselves because the
 * library loses its hidden sheets, rows and columns, many merges, and the type of dates.
 * @throws FILE_TOO_COMPLEX
 */
export function parseOds(xml: string, limits: ReadLimits, file: string): RawSheet[] {
  const hidden = hiddenStyles(xml)
  const sheets: RawSheet[] = []
  let table: TableBuilder | null = null
  let tableStyle = ''
  let cell: OpenCell | null = null
  let aside = 0
  for (const token of xmlTokens(xml)) {
    const { kind, name, body } = token
    if (ASIDE.has(name) && table) {
      if (kind !== 'empty') aside += kind === 'open' ? 1 : -1
    } else if (aside > 0) continue
    else if (name === 'table' && kind === 'open') {
      table = new TableBuilder(xmlAttribute(body, 'name') ?? `表${sheets.length + 1}`, limits.maxCells, file)
      tableStyle = xmlAttribute(body, 'style-name') ?? ''
    } else if (name === 'table' && kind === 'close' && table) {
      sheets.push(table.finish(sheets.length, hidden.has(tableStyle) ? 'hidden' : 'visible'))
      table = null
    } else if (!table) continue
    else if (name === 'table-column' && kind !== 'close') table.column(body)
    else if (name === 'table-row') {
      if (kind !== 'close') table.startRow(body)
      if (kind !== 'open') table.endRow()
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      if (kind !== 'close') cell = { attributes: body, lines: [], inParagraph: false }
      if (kind !== 'open' && cell) {
        table.add(cell)
        cell = null
      }
    } else if (cell) addText(cell, token)
  }
  return sheets
}
