import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import { decodeXml, xmlAttribute } from '../xmlTokens.ts'
import { parseRange } from './a1Ref.ts'
import { copiedFormula } from './rewriteRefs.ts'
import { movedFormula, movedRange, movedRow, rangeText, type Insertion } from './rowMap.ts'
import { formulaOf, scanCells, scanRows, type CellSpot, type RowSpot } from './scanSheet.ts'
import { applySplices, escapeXml, findElement, withAttribute, type Splice } from './xmlEdit.ts'

/** Formula of a cell in place of its old one; a result stays, to be dropped where what it reads has changed. */
function formulaSplice(
  xml: string,
  cell: CellSpot,
  change: (text: string) => string,
  ref: string | null
): Splice[] {
  if (cell.tag.kind === 'empty') return []
  const inner = xml.slice(cell.tag.end, cell.innerEnd)
  const found = inner.includes('f') ? findElement(inner, 'f') : null
  if (found === null) return []
  const { open } = found
  const attributes = ref === null ? open.attributes : withAttribute(open.attributes, 'ref', ref)
  const before = inner.slice(open.end, found.innerEnd)
  const after = before === '' ? '' : escapeXml(change(decodeXml(before)))
  const text =
    open.kind === 'empty'
      ? `<${open.prefix}f${attributes}/>`
      : `<${open.prefix}f${attributes}>${after}</${open.prefix}f>`
  return [{ start: cell.tag.end + open.start, end: cell.tag.end + found.end, text }]
}

function refOf(xml: string, cell: CellSpot): string | null {
  if (cell.tag.kind === 'empty') return null
  const open = findElement(xml.slice(cell.tag.end, cell.innerEnd), 'f')?.open
  return open === undefined ? null : (xmlAttribute(open.attributes, 'ref') ?? null)
}

/** The splices that put a row at another number, each of its formulas changed. */
function renumbered(
  xml: string,
  row: RowSpot,
  to: number,
  change: (text: string) => string,
  ref: (text: string) => string
): Splice[] {
  const slash = row.tag.kind === 'empty' ? '/' : ''
  const tag = `<${row.tag.prefix}row${withAttribute(row.tag.attributes, 'r', String(to + 1))}${slash}>`
  const splices: Splice[] = [{ start: row.tag.start, end: row.tag.end, text: tag }]
  for (const cell of scanCells(xml, row)) {
    const attributes = withAttribute(cell.tag.attributes, 'r', cellAddress(to, cell.col))
    const text = `<${cell.tag.prefix}c${attributes}${cell.tag.kind === 'empty' ? '/' : ''}>`
    splices.push({ start: cell.tag.start, end: cell.tag.end, text })
    const own = refOf(xml, cell)
    splices.push(...formulaSplice(xml, cell, change, own === null ? null : ref(own)))
  }
  return splices
}

/** One copy of the pattern row, `step` rows below it. */
function copyOf(rowXml: string, from: number, step: number): string {
  const [row] = scanRows(`<sheetData>${rowXml}</sheetData>`).rows
  const whole = `<sheetData>${rowXml}</sheetData>`
  const offset = { rows: step, cols: 0 }
  const moved = (text: string): string => {
    const range = parseRange(text)
    return range === null ? text : rangeText({ ...range, top: range.top + step, bottom: range.bottom + step })
  }
  const splices = renumbered(whole, row!, from + step, (text) => copiedFormula(text, offset), moved)
  return applySplices(whole, splices).slice('<sheetData>'.length, -'</sheetData>'.length)
}

/** A multi-row array formula or data table through which no row can be put; its address, null where there is none. */
export function arrayAcross(xml: string, { row: at }: Insertion): string | null {
  if (!/\st=["'](?:array|dataTable)/.test(xml)) return null
  for (const row of scanRows(xml).rows)
    for (const cell of scanCells(xml, row)) {
      const { fills } = formulaOf(xml, cell) ?? {}
      if (fills != null && fills.top !== fills.bottom && at >= fills.top && at <= fills.bottom)
        return cellAddress(cell.row, cell.col)
    }
  return null
}

/** The rows of a sheet part with copies of the pattern row behind it; rows below move down. */
export function withInsertedRows(xml: string, insertion: Insertion): string {
  const { sheet, row: at, count } = insertion
  const splices: Splice[] = []
  for (const row of scanRows(xml).rows) {
    const change = (text: string): string =>
      movedFormula(insertion, text, { sheet, inPattern: row.row === at })
    const ref = (text: string): string => {
      const range = parseRange(text)
      // An array formula of the pattern row is its own row's.
      return range === null ? text : rangeText(movedRange(insertion, range, false))
    }
    const own = renumbered(xml, row, movedRow(insertion, row.row), change, ref)
    splices.push(...own)
    if (row.row !== at) continue
    const shift = (splice: Splice): Splice => ({
      ...splice,
      start: splice.start - row.tag.start,
      end: splice.end - row.tag.start
    })
    const pattern = applySplices(xml.slice(row.tag.start, row.end), own.map(shift))
    const copies = Array.from({ length: count }, (_, index) => copyOf(pattern, at, index + 1)).join('')
    splices.push({ start: row.end, end: row.end, text: copies })
  }
  return applySplices(xml, splices)
}
