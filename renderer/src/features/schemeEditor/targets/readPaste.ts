import { unitMatcher, type UnitMatcher } from '#shared/domain/importing/names/matchUnit.ts'
import { nameKey, normaliseLabel } from '#shared/domain/importing/names/normaliseLabel.ts'
import { findFieldByHead } from './fieldHeads.ts'
import { readTargetText } from './readTargetText.ts'
import { EVERY_UNIT, type TargetField } from './targetEdits.ts'

/** A column that values can be pasted into: one field of one indicator. */
export interface PasteColumn {
  key: string
  /** Index of the indicator's path key, for the caller. */
  indicator: string
  field: TargetField
  label: string
  /** Names under which a sheet may head it; none when only the field's own name counts. */
  names: readonly string[]
  measure: string
}

export interface PasteGrid {
  units: readonly { code: string; name: string; shortName: string | null; aliases: readonly string[] }[]
  organisation: string
  /** Codes of the rows in the order that the screen shows them. */
  rows: readonly string[]
  columns: readonly PasteColumn[]
  /** Where the paste starts when the sheet names no units or columns. */
  at: { row: string; column: string }
}

export interface PastedCell {
  row: string
  column: PasteColumn
  value: string
  note: string | null
}

export interface PasteReading {
  cells: PastedCell[]
  /** Texts in the name column that are no unit of this list. */
  unknown: string[]
  /** Heads that are no column of this list. */
  ignored: string[]
  bad: { row: string; column: PasteColumn; text: string; message: string }[]
  /** Rows or columns beyond the edge of the list. */
  outside: number
  /** First and last row of several that were filled by their order alone, for want of names; else null. */
  inOrder: { first: string; last: string } | null
}

/** Reads a pasted block. Names in it decide where a number goes; without names it goes where the cursor stands. */
export function readPaste(block: readonly (readonly string[])[], grid: PasteGrid): PasteReading {
  const reading: PasteReading = { cells: [], unknown: [], ignored: [], bad: [], outside: 0, inOrder: null }
  const matcher = unitMatcher(
    grid.units.map((unit) => ({ ...unit, groups: [] })),
    grid.organisation,
    { units: {} }
  )
  const nameColumn = findNameColumn(block, matcher)
  const heads = findHeads(block[0] ?? [], nameColumn, grid)
  const columns = heads ?? positional(block, nameColumn, grid, reading)
  if (heads !== null) noteIgnored(block[0] ?? [], heads, nameColumn, reading)
  const body = heads === null ? block : block.slice(1)
  const start = firstRow(body, grid)
  body.forEach((line, index) => {
    if (line.every((cell) => cell.trim() === '')) return
    const row =
      nameColumn === null ? grid.rows[start + index] : rowByName(line[nameColumn] ?? '', grid, matcher)
    if (row === undefined) {
      if (nameColumn === null) reading.outside++
      else reading.unknown.push((line[nameColumn] ?? '').trim())
      return
    }
    readLine(line, row, columns, reading)
    if (nameColumn === null && body.length > 1)
      reading.inOrder = { first: reading.inOrder?.first ?? row, last: row }
  })
  return reading
}

/**
 * Where numbers without names begin. Several numbers are those of the units, never of the common row as well: with the
 * cursor still on that first row every unit would get its neighbour's number.
 */
function firstRow(body: readonly (readonly string[])[], { rows, at }: PasteGrid): number {
  const start = Math.max(0, rows.indexOf(at.row))
  return body.length > 1 && rows[start] === EVERY_UNIT ? start + 1 : start
}

interface ColumnAt {
  column: PasteColumn
  stated: string | null
}

function readLine(
  line: readonly string[],
  row: string,
  columns: ReadonlyMap<number, ColumnAt>,
  reading: PasteReading
): void {
  for (const [index, { column, stated }] of columns) {
    const text = line[index] ?? ''
    const read = readTargetText(text, column.field, column.measure, stated)
    if (read.kind === 'VALUE') reading.cells.push({ row, column, value: read.value, note: read.note })
    else if (read.kind === 'BAD') reading.bad.push({ row, column, text: text.trim(), message: read.message })
  }
}

const EVERY = ['各单位', '全部单位', '所有单位', '各单位相同', '全部'].map(nameKey)

function rowByName(text: string, grid: PasteGrid, matcher: UnitMatcher): string | undefined {
  if (EVERY.includes(nameKey(text)) && grid.rows.includes(EVERY_UNIT)) return EVERY_UNIT
  const match = matcher.match(text)
  return match.status === 'FOUND' && grid.rows.includes(match.code) ? match.code : undefined
}

/** The column whose texts are mostly units; a block of numbers has none. One known name is enough to go by names. */
function findNameColumn(block: readonly (readonly string[])[], matcher: UnitMatcher): number | null {
  const width = Math.max(0, ...block.map((line) => line.length))
  let best: { column: number; hits: number } | null = null
  for (let column = 0; column < Math.min(width, 4); column++) {
    const texts = block.map((line) => (line[column] ?? '').trim()).filter((text) => text !== '')
    const hits = texts.filter(
      (text) => EVERY.includes(nameKey(text)) || matcher.match(text).status === 'FOUND'
    ).length
    if (hits > 0 && (best === null || hits > best.hits)) best = { column, hits }
  }
  return best?.column ?? null
}

function findHeads(
  line: readonly string[],
  nameColumn: number | null,
  grid: PasteGrid
): Map<number, ColumnAt> | null {
  const found = new Map<number, ColumnAt>()
  line.forEach((head, index) => {
    if (index === nameColumn || head.trim() === '') return
    const column = columnByHead(head, grid)
    if (column !== undefined && ![...found.values()].some((one) => one.column === column)) {
      // 基本目标（亿元）: the measure of the bare numbers below.
      found.set(index, { column, stated: normaliseLabel(head).unitText })
    }
  })
  return found.size === 0 ? null : found
}

function columnByHead(head: string, { columns }: PasteGrid): PasteColumn | undefined {
  const { key } = normaliseLabel(head)
  const named = columns.find((column) => column.names.some((name) => nameKey(name) === key))
  if (named !== undefined) return named
  const field = findFieldByHead(head)
  const fitting = columns.filter((column) => column.names.length === 0 && column.field === field)
  return fitting.length === 1 ? fitting[0] : undefined
}

function noteIgnored(
  line: readonly string[],
  heads: ReadonlyMap<number, ColumnAt>,
  nameColumn: number | null,
  reading: PasteReading
): void {
  line.forEach((head, index) => {
    if (index !== nameColumn && !heads.has(index) && head.trim() !== '') reading.ignored.push(head.trim())
  })
}

function positional(
  block: readonly (readonly string[])[],
  nameColumn: number | null,
  grid: PasteGrid,
  reading: PasteReading
): Map<number, ColumnAt> {
  const width = Math.max(0, ...block.map((line) => line.length))
  const start = Math.max(
    0,
    grid.columns.findIndex((column) => column.key === grid.at.column)
  )
  const columns = new Map<number, ColumnAt>()
  let next = start
  for (let index = nameColumn === null ? 0 : nameColumn + 1; index < width; index++) {
    const column = grid.columns[next++]
    if (column === undefined) reading.outside++
    else columns.set(index, { column, stated: null })
  }
  return columns
}
