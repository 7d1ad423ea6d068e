import {
  useEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement
} from 'react'
import { useRowHeight } from '../../../components/useRowHeight.ts'
import { printNumber } from '../../../text/format.ts'
import { schemeTargetsText } from '../../../text/schemeTargets.ts'
import { useShownRows } from '../../ranking/useShownRows.ts'
import type { Draft } from '../editorTab.ts'
import { TextEditor, type After } from '../tree/CellEditor.tsx'
import type { PasteColumn } from './readPaste.ts'
import { EVERY_UNIT } from './targetEdits.ts'
import { standingCell, type TargetGrid } from './targetGrid.ts'

const text = schemeTargetsText

export interface TargetSpot {
  row: string
  column: string
}

interface Props {
  draft: Draft
  grid: TargetGrid
  spot: TargetSpot
  onSpot: (spot: TargetSpot) => void
  /** What was typed into a cell; '' empties it. */
  onType: (row: string, column: PasteColumn, typed: string) => void
  /** Several cells from the clipboard. */
  onPaste: (block: string) => void
}

const STEPS: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-12, 0],
  PageDown: [12, 0],
  Home: [0, -1000],
  End: [0, 1000]
}

/** Units down, fields or indicators across: typed in and pasted into like a sheet. */
export function TargetTable(props: Props): ReactElement {
  const { grid, spot, onSpot } = props
  const box = useRef<HTMLDivElement>(null)
  const wanted = useRef(false)
  const [editing, setEditing] = useState<{ typed: string | null } | null>(null)
  const shown = useShownRows(grid.rows.length, useRowHeight(), box)
  const rowAt = Math.max(
    0,
    grid.rows.findIndex((row) => row.key === spot.row)
  )
  const columnAt = Math.max(
    0,
    grid.columns.findIndex((column) => column.key === spot.column)
  )

  useEffect(() => {
    if (!wanted.current || editing !== null) return
    const cell = box.current?.querySelector<HTMLElement>('[tabindex="0"][role="gridcell"]')
    if (cell == null) return shown.reveal(rowAt)
    wanted.current = false
    cell.focus()
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  function go(rows: number, columns: number): void {
    const row = grid.rows[Math.min(grid.rows.length - 1, Math.max(0, rowAt + rows))]
    const column = grid.columns[Math.min(grid.columns.length - 1, Math.max(0, columnAt + columns))]
    if (row === undefined || column === undefined) return
    wanted.current = true
    onSpot({ row: row.key, column: column.key })
  }

  function commit(typed: string, after: After): void {
    setEditing(null)
    const column = grid.columns[columnAt]
    const row = grid.rows[rowAt]
    // A cell that was only looked into keeps following the common row.
    if (
      column !== undefined &&
      row !== undefined &&
      typed !== standingCell(props.draft, row.key, column).text
    ) {
      props.onType(row.key, column, typed)
    }
    if (after !== 'STAY') go(after === 'DOWN' ? 1 : 0, after === 'RIGHT' ? 1 : 0)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (editing !== null || event.ctrlKey || event.metaKey || event.altKey) return
    const step = STEPS[event.key]
    if (event.key === 'Process') return setEditing({ typed: '' })
    if (step !== undefined) go(...step)
    else if (event.key === 'Enter' || event.key === 'F2') setEditing({ typed: null })
    else if (event.key === 'Delete' || event.key === 'Backspace') commit('', 'STAY')
    else if (event.key.length === 1) setEditing({ typed: event.key })
    else return
    event.preventDefault()
  }

  function onPaste(event: ClipboardEvent): void {
    if (editing !== null) return
    event.preventDefault()
    const block = event.clipboardData.getData('text/plain')
    if (/[\t\n]/.test(block.trim())) props.onPaste(block)
    else if (block.trim() !== '') commit(block, 'STAY')
  }

  return (
    <div
      className="se-targets"
      ref={box}
      role="grid"
      aria-label={text.title}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    >
      <table className="plain">
        <thead>
          <tr>
            <th className="se-targets-unit">{text.unit}</th>
            {grid.columns.map((column) => (
              <th
                key={column.key}
                className={column.field === 'basis' ? 'se-targets-basis' : 'num'}
                title={column.label}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.before === 0 ? null : <tr style={{ height: shown.before }} />}
          {grid.rows.slice(shown.start, shown.end).map((row, index) => (
            <tr key={row.key} className={row.key === EVERY_UNIT ? 'se-targets-every' : undefined}>
              <th scope="row" className="se-targets-unit" title={row.label}>
                {row.label}
              </th>
              {grid.columns.map((column, at) => {
                const on = shown.start + index === rowAt && at === columnAt
                return on && editing !== null ? (
                  <td key={column.key} className="se-targets-editing">
                    <TextEditor
                      value={standingCell(props.draft, row.key, column).text}
                      label={text.cell(row.label, column.label)}
                      typed={editing.typed}
                      onCommit={commit}
                      onCancel={() => {
                        wanted.current = true
                        setEditing(null)
                      }}
                    />
                  </td>
                ) : (
                  <Cell
                    key={column.key}
                    draft={props.draft}
                    row={row}
                    column={column}
                    on={on}
                    onSpot={() => onSpot({ row: row.key, column: column.key })}
                    onEdit={() => setEditing({ typed: null })}
                  />
                )
              })}
            </tr>
          ))}
          {shown.after === 0 ? null : <tr style={{ height: shown.after }} />}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps {
  draft: Draft
  row: TargetGrid['rows'][number]
  column: PasteColumn
  on: boolean
  onSpot: () => void
  onEdit: () => void
}

function Cell({ draft, row, column, on, onSpot, onEdit }: CellProps): ReactElement {
  const cell = standingCell(draft, row.key, column)
  const numeric = column.field !== 'basis'
  return (
    <td
      role="gridcell"
      tabIndex={on ? 0 : -1}
      aria-label={text.cell(row.label, column.label)}
      className={[numeric ? 'num' : 'se-targets-basis', cell.common ? 'quiet' : ''].join(' ')}
      title={cell.common && cell.text !== '' ? text.commonHint : cell.text}
      onClick={onSpot}
      onFocus={on ? undefined : onSpot}
      onDoubleClick={onEdit}
    >
      {numeric ? printNumber(cell.text) : cell.text}
    </td>
  )
}
