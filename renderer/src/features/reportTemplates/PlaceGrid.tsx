import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactElement } from 'react'
import { columnLetter } from '#shared/domain/importing/grid/a1.ts'
import type { TemplatePlaces } from '#shared/domain/report/template/templatePlaces.ts'
import type { TemplateGrid } from '#shared/ipc/reportTemplate.ts'
import { templatePlacesText as text } from '../../text/reportTemplates.ts'
import { fieldAt, listOfRow, type Spot } from './places.ts'

interface Props {
  grid: TemplateGrid
  /** Null: only to be looked at. */
  places: TemplatePlaces | null
  spot: Spot | null
  onPick?: (spot: Spot) => void
  onClear?: (spot: Spot) => void
}

interface GridCell {
  text: string
  number: boolean
  rowSpan: number
  colSpan: number
}

/** Cells by place; those under a merge are null. */
function cellsOf(grid: TemplateGrid): (GridCell | null)[][] {
  const cells = Array.from({ length: grid.rows }, () =>
    Array.from({ length: grid.cols }, (): GridCell | null => ({
      text: '',
      number: false,
      rowSpan: 1,
      colSpan: 1
    }))
  )
  for (const { row, col, text: shown, number } of grid.cells)
    cells[row]![col] = { text: shown, number, rowSpan: 1, colSpan: 1 }
  for (const { top, left, bottom, right } of grid.merges) {
    for (let row = top; row <= bottom; row++)
      for (let col = left; col <= right; col++) {
        const cell = cells[row]![col]!
        if (row === top && col === left)
          cells[row]![col] = { ...cell, rowSpan: bottom - top + 1, colSpan: right - left + 1 }
        else cells[row]![col] = null
      }
  }
  return cells
}

const MOVES: Readonly<Record<string, readonly [rows: number, cols: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1]
}

/** The next cell in a direction that is not under a merge. */
function moved(cells: (GridCell | null)[][], spot: Spot, [rows, cols]: readonly [number, number]): Spot {
  let { row, col } = spot
  do {
    row += rows
    col += cols
    if (cells[row]?.[col] === undefined) return spot
  } while (cells[row]![col] === null)
  return { ...spot, row, col }
}

/** A sheet of a template, to pick cells on by mouse or keys, or filled to be looked at. */
export function PlaceGrid({ grid, places, spot, onPick, onClear }: Props): ReactElement {
  const cells = useMemo(() => cellsOf(grid), [grid])
  const chosen = useRef<HTMLTableCellElement>(null)
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [spot])

  function press(event: KeyboardEvent): void {
    if (onPick === undefined) return
    const move = MOVES[event.key]
    const at = spot ?? { sheet: grid.name, row: 0, col: 0 }
    if (move !== undefined) onPick(spot === null ? at : moved(cells, at, move))
    else if ((event.key === 'Delete' || event.key === 'Backspace') && spot !== null) onClear?.(spot)
    else if (event.key === 'Enter') document.getElementById('rt-search')?.focus()
    else return
    event.preventDefault()
  }

  return (
    <table
      className="rt-grid"
      role="grid"
      aria-label={text.grid}
      tabIndex={onPick === undefined ? undefined : 0}
      onKeyDown={press}
    >
      <thead>
        <tr>
          <th />
          {Array.from({ length: grid.cols }, (_, col) => (
            <th key={col}>{columnLetter(col)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map((inRow, row) => {
          const list = places === null ? null : listOfRow(places, { sheet: grid.name, row, col: 0 })
          return (
            <tr key={row} className={list === null ? undefined : 'rt-repeats'}>
              <th title={list ?? undefined}>{list === null ? row + 1 : `${row + 1} ↻`}</th>
              {inRow.map((cell, col) => {
                if (cell === null) return null
                const at = { sheet: grid.name, row, col }
                const field = places === null ? null : fieldAt(places, at)
                const isChosen = spot?.row === row && spot.col === col
                const kind = [
                  isChosen ? 'rt-chosen' : '',
                  field !== null ? 'rt-filled' : '',
                  cell.number ? 'num' : ''
                ]
                return (
                  <td
                    key={col}
                    ref={isChosen ? chosen : undefined}
                    role="gridcell"
                    aria-label={`${columnLetter(col)}${row + 1}`}
                    aria-selected={isChosen}
                    rowSpan={cell.rowSpan}
                    colSpan={cell.colSpan}
                    className={kind.filter(Boolean).join(' ')}
                    onClick={() => onPick?.(at)}
                  >
                    {field === null ? cell.text : `{{${field}}}`}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
