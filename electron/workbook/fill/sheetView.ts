import type { RawRange } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { truncated, unreadable } from '../fileError.ts'
import { isCompleteXml } from '../sheetXml.ts'
import { xmlAttribute } from '../xmlTokens.ts'
import { isInside, parseRange, type CellPoint } from './a1Ref.ts'
import type { BookPackage, SheetPart } from './bookPackage.ts'
import {
  formulaOf,
  scanCells,
  scanColumns,
  scanFormulas,
  scanMerges,
  scanRows,
  type CellSpot,
  type RowSpot
} from './scanSheet.ts'
import { findTags, type findElement } from './xmlEdit.ts'

/** A worksheet part with everything that an edit of one of its cells must know. */
export class SheetView {
  readonly part: SheetPart
  readonly xml: string
  readonly rows: readonly RowSpot[]
  readonly merges: readonly RawRange[]
  /** Where `<sheetData>` stands. */
  readonly data: NonNullable<ReturnType<typeof findElement>>
  /** Cells that array formulas and data tables fill besides their own. */
  private readonly filled: readonly RawRange[]
  /** Header rows of tables (ListObject): their texts are the names of the table's columns. */
  private readonly tableHeaders: readonly RawRange[]
  private readonly columns: ReturnType<typeof scanColumns>
  private readonly byRow = new Map<number, RowSpot>()
  private readonly cells = new Map<number, CellSpot[]>()

  /** @throws FILE_TRUNCATED, FILE_UNREADABLE (no sheet data, or one row twice) */
  constructor(book: BookPackage, part: SheetPart) {
    this.part = part
    this.xml = book.text(part.path)
    if (!isCompleteXml(this.xml, 'worksheet')) throw truncated(book.file)
    const { data, rows } = scanRows(this.xml)
    if (data === null) throw unreadable(book.file, undefined, part.name)
    this.data = data
    this.rows = rows
    for (const row of rows) {
      if (this.byRow.has(row.row)) throw unreadable(book.file, undefined, part.name)
      this.byRow.set(row.row, row)
    }
    this.merges = scanMerges(this.xml, data.end)
    this.columns = scanColumns(this.xml, data.open.start)
    this.filled = /\st=["'](?:array|dataTable)/.test(this.xml)
      ? [...scanFormulas(this.xml)].flatMap((formula) => formula.fills ?? [])
      : []
    this.tableHeaders = book
      .relationsOf(part.path)
      .filter((relation) => relation.type === 'table' && book.has(relation.target))
      .flatMap((relation) => tableHeader(book.text(relation.target)))
  }

  rowAt(row: number): RowSpot | null {
    return this.byRow.get(row) ?? null
  }

  cellsOf(row: number): CellSpot[] {
    const known = this.cells.get(row)
    if (known !== undefined) return known
    const spot = this.byRow.get(row)
    const cells = spot === undefined ? [] : [...scanCells(this.xml, spot)]
    this.cells.set(row, cells)
    return cells
  }

  cellAt({ row, col }: CellPoint): CellSpot | null {
    return this.cellsOf(row).find((cell) => cell.col === col) ?? null
  }

  isUnderMerge(point: CellPoint): boolean {
    return this.merges.some(
      (merge) => isInside(merge, point) && !(merge.top === point.row && merge.left === point.col)
    )
  }

  isFormula(point: CellPoint): boolean {
    const cell = this.cellAt(point)
    if (cell !== null && formulaOf(this.xml, cell) !== null) return true
    return this.filled.some((range) => isInside(range, point))
  }

  isTableHeader(point: CellPoint): boolean {
    return this.tableHeaders.some((range) => isInside(range, point))
  }

  /** The style with which the sheet shows a cell that it does not have: the left neighbour's, its row's, its column's. */
  styleBeside({ row, col }: CellPoint): string | null {
    const left = this.cellsOf(row).findLast((cell) => cell.col < col)
    if (left !== undefined) return styleOf(left)
    const spot = this.rowAt(row)
    const ofRow = spot === null ? undefined : xmlAttribute(spot.tag.attributes, 's')
    if (ofRow !== undefined) return ofRow
    return this.columns.find((column) => col >= column.first && col <= column.last)?.style ?? null
  }
}

export function styleOf(cell: CellSpot): string | null {
  return xmlAttribute(cell.tag.attributes, 's') ?? null
}

function tableHeader(xml: string): RawRange[] {
  const [table] = findTags(xml, ['table'])
  const range = parseRange(xmlAttribute(table?.attributes ?? '', 'ref') ?? '')
  const rows = Number(xmlAttribute(table?.attributes ?? '', 'headerRowCount') ?? 1)
  return range === null || rows === 0 ? [] : [{ ...range, bottom: range.top + rows - 1 }]
}
