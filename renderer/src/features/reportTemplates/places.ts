import { cellAddress, columnLetter } from '#shared/domain/importing/grid/a1.ts'
import type { TemplatePlaces } from '#shared/domain/report/template/templatePlaces.ts'

/** A cell of a sheet, 0-based. */
export interface Spot {
  sheet: string
  row: number
  col: number
}

export function countPlaces({ cells, rows }: TemplatePlaces): number {
  return cells.length + rows.reduce((sum, { columns }) => sum + columns.length, 0)
}

/** The list by which a row is repeated; null where it is not. */
export function listOfRow({ rows }: TemplatePlaces, { sheet, row }: Spot): string | null {
  return rows.find((entry) => entry.sheet === sheet && entry.row === row + 1)?.list ?? null
}

/** The field that was picked for a cell; null for none. */
export function fieldAt(places: TemplatePlaces, spot: Spot): string | null {
  const { sheet, row, col } = spot
  const repeated = places.rows.find((entry) => entry.sheet === sheet && entry.row === row + 1)
  if (repeated !== undefined)
    return repeated.columns.find(({ column }) => column === columnLetter(col))?.field ?? null
  const address = cellAddress(row, col)
  return places.cells.find((cell) => cell.sheet === sheet && cell.address === address)?.field ?? null
}

/** Repeats a row by a list, or (null) no longer. Fields of the row that the list does not have are taken back. */
export function withRowList(
  places: TemplatePlaces,
  { sheet, row }: Spot,
  list: string | null,
  has: (field: string) => boolean
): TemplatePlaces {
  const isRow = (entry: TemplatePlaces['rows'][number]): boolean =>
    entry.sheet === sheet && entry.row === row + 1
  const before = places.rows.find(isRow)
  const others = places.rows.filter((entry) => !isRow(entry))
  const inRow = new RegExp(`^[A-Z]+${row + 1}$`)
  const cells = places.cells.filter((cell) => cell.sheet !== sheet || !inRow.test(cell.address))
  if (list === null) return { ...places, rows: others }
  const columns = (before?.columns ?? []).filter(({ field }) => has(field))
  return { cells, rows: [...others, { sheet, row: row + 1, list, columns }] }
}

/** Puts a field into a cell, or (null) takes it out. */
export function withField(places: TemplatePlaces, spot: Spot, field: string | null): TemplatePlaces {
  const { sheet, row, col } = spot
  if (listOfRow(places, spot) !== null) {
    const column = columnLetter(col)
    return {
      ...places,
      rows: places.rows.map((entry) => {
        if (entry.sheet !== sheet || entry.row !== row + 1) return entry
        const others = entry.columns.filter((one) => one.column !== column)
        return { ...entry, columns: field === null ? others : [...others, { column, field }] }
      })
    }
  }
  const address = cellAddress(row, col)
  const others = places.cells.filter((cell) => cell.sheet !== sheet || cell.address !== address)
  return { ...places, cells: field === null ? others : [...others, { sheet, address, field }] }
}

/** Without rows that are marked and hold nothing: they would repeat a row as it is. */
export function tidy(places: TemplatePlaces): TemplatePlaces {
  return { ...places, rows: places.rows.filter(({ columns }) => columns.length > 0) }
}
