import type { RawRange } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { xmlAttribute } from '../xmlTokens.ts'
import { parseAddress, parseRange } from './a1Ref.ts'
import { findElement, findTags, walkTags, type TagSpot } from './xmlEdit.ts'

/** A `<row>` at its place in the part. */
export interface RowSpot {
  /** 0-based. */
  row: number
  tag: TagSpot
  /** One past the last character of its content, and of the element. */
  innerEnd: number
  end: number
}

/** A `<c>` at its place in the part. */
export interface CellSpot {
  row: number
  col: number
  tag: TagSpot
  innerEnd: number
  end: number
}

/** Rows of a worksheet part with the place where they stand. Rows without an address follow the one before. */
export function scanRows(xml: string): { data: ReturnType<typeof findElement>; rows: RowSpot[] } {
  const data = findElement(xml, 'sheetData')
  const rows: RowSpot[] = []
  if (data === null) return { data, rows }
  let open: RowSpot | null = null
  let last = -1
  for (const tag of walkTags(xml, ['row'], data.open.end, data.innerEnd)) {
    if (tag.kind === 'close') {
      if (open !== null) rows.push({ ...open, innerEnd: tag.start, end: tag.end })
      open = null
      continue
    }
    const address = xmlAttribute(tag.attributes, 'r')
    last = address === undefined ? last + 1 : Number(address) - 1
    const spot = { row: last, tag, innerEnd: tag.end, end: tag.end }
    if (tag.kind === 'empty') rows.push(spot)
    else open = spot
  }
  return { data, rows }
}

/** Cells of one row. Cells without an address follow the one before. */
export function* scanCells(xml: string, row: RowSpot): Generator<CellSpot> {
  let open: CellSpot | null = null
  let last = -1
  for (const tag of walkTags(xml, ['c'], row.tag.end, row.innerEnd)) {
    if (tag.kind === 'close') {
      if (open !== null) yield { ...open, innerEnd: tag.start, end: tag.end }
      open = null
      continue
    }
    const address = xmlAttribute(tag.attributes, 'r')
    last = address === undefined ? last + 1 : (parseAddress(address)?.col ?? last + 1)
    const spot = { row: row.row, col: last, tag, innerEnd: tag.end, end: tag.end }
    if (tag.kind === 'empty') yield spot
    else open = spot
  }
}

/** Merged ranges, from the part behind `from`. */
export function scanMerges(xml: string, from: number): RawRange[] {
  return findTags(xml.slice(from), ['mergeCell']).flatMap(
    ({ attributes }) => parseRange(xmlAttribute(attributes, 'ref') ?? '') ?? []
  )
}

/** Style of each column that has one: 0-based, inclusive. */
export function scanColumns(xml: string, to: number): { first: number; last: number; style: string }[] {
  return findTags(xml.slice(0, to), ['col']).flatMap(({ attributes }) => {
    const [min, max, style] = ['min', 'max', 'style'].map((name) => xmlAttribute(attributes, name))
    return style === undefined ? [] : [{ first: Number(min) - 1, last: Number(max) - 1, style }]
  })
}

export interface FormulaSpot {
  cell: CellSpot
  /** Decoded later; '' for the further cells of a shared formula. */
  text: string
  type: string
  /** Group of a shared formula. */
  shared: string | null
  /** Cells that the formula fills, where it fills more than its own (array, data table). */
  fills: RawRange | null
}

const FORMULA = /<(?:[\w.-]+:)?f[\s>/]/

/** Every formula of a worksheet part. */
export function* scanFormulas(xml: string): Generator<FormulaSpot> {
  if (!FORMULA.test(xml)) return
  for (const row of scanRows(xml).rows) {
    if (!FORMULA.test(xml.slice(row.tag.end, row.innerEnd))) continue
    for (const cell of scanCells(xml, row)) {
      const formula = formulaOf(xml, cell)
      if (formula !== null) yield formula
    }
  }
}

export function formulaOf(xml: string, cell: CellSpot): FormulaSpot | null {
  if (cell.tag.kind === 'empty') return null
  const inner = xml.slice(cell.tag.end, cell.innerEnd)
  const found = inner.includes('f') ? findElement(inner, 'f') : null
  if (found === null) return null
  const { attributes } = found.open
  const type = xmlAttribute(attributes, 't') ?? 'normal'
  const ref = xmlAttribute(attributes, 'ref')
  return {
    cell,
    text: inner.slice(found.open.end, found.innerEnd),
    type,
    shared: type === 'shared' ? (xmlAttribute(attributes, 'si') ?? null) : null,
    fills: type === 'array' || type === 'dataTable' ? parseRange(ref ?? '') : null
  }
}
