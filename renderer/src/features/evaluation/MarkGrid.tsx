import {
  memo,
  useEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode
} from 'react'
import { pastedBlock, type Grid, type GridRow } from './gridModel.ts'
import './markGrid.css'

export interface CellFace {
  text: string
  /** What is wrong or odd; the cell is marked and the sentence is told while it is chosen. */
  fault: string | null
}

interface Props {
  label: string
  grid: Grid
  face: (row: number, col: number) => CellFace
  /** Last column: what is to be said of the row. */
  tailHead: string
  tail: (row: number) => string
  /** Cells from one on, as typed or pasted. */
  onEnter: (cells: readonly { row: number; col: number; text: string }[], pasted: boolean) => void
  onUndo: () => void
  /** Characters that are a whole entry: `*`, keys of options. */
  instant: (key: string) => string | null
  /** + and − count a vote; null where they mean nothing. */
  step: ((text: string, by: 1 | -1) => string) | null
  readOnly: boolean
}

interface At {
  row: number
  col: number
}

/**
 * A sheet for fast entry: one cell holds the caret, Enter goes to the next one and on to the next row, arrows move, what is typed
 * is written when one leaves the cell. Only the chosen cell is an input.
 */
export function MarkGrid(props: Props): ReactElement {
  const { grid, face, readOnly } = props
  const [chosen, setChosen] = useState<At>({ row: 0, col: 0 })
  const at = {
    row: Math.min(chosen.row, Math.max(0, grid.rows.length - 1)),
    col: Math.min(chosen.col, Math.max(0, grid.columns.length - 1))
  }
  const fault = grid.rows.length === 0 ? null : face(at.row, at.col).fault
  const go = ({ row, col }: At): void => {
    if (row >= 0 && row < grid.rows.length && col >= 0 && col < grid.columns.length) setChosen({ row, col })
  }
  const next = (by: 1 | -1): void => {
    const index = at.row * grid.columns.length + at.col + by
    go({
      row: Math.floor(index / grid.columns.length),
      col: ((index % grid.columns.length) + grid.columns.length) % grid.columns.length
    })
  }
  return (
    <div className="ev-grid">
      <div className="ev-grid-scroll">
        <table className="ev-sheet" aria-label={props.label}>
          <thead>
            <tr>
              <th className="ev-corner" scope="col">
                {grid.corner}
              </th>
              {grid.columns.map((column) => (
                <th key={column.key} scope="col" title={column.label}>
                  <span>{column.label}</span>
                </th>
              ))}
              <th className="ev-tail" scope="col">
                {props.tailHead}
              </th>
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row, index) => (
              <Row
                key={row.key}
                row={row}
                width={grid.columns.length}
                faces={grid.columns
                  .map((_, col) => {
                    const cell = face(index, col)
                    return `${cell.fault === null ? ' ' : '!'}${cell.text}`
                  })
                  .join('\t')}
                heads={grid.columns.map(({ label }) => label).join('\t')}
                tail={props.tail(index)}
                active={index === at.row ? at.col : null}
                editor={
                  index === at.row && !readOnly ? (
                    <ActiveCell
                      // A new cell begins afresh, with the caret in it.
                      key={`${at.row}:${at.col}`}
                      name={`${row.label} ${grid.columns[at.col]!.label}`}
                      face={face(at.row, at.col)}
                      props={props}
                      at={at}
                      go={go}
                      next={next}
                    />
                  ) : null
                }
                onChoose={(col) => go({ row: index, col })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="ev-fault" role="status">
        {fault ?? ''}
      </p>
    </div>
  )
}

interface RowProps {
  row: GridRow
  width: number
  /** Texts of the cells, ` ` or `!` in front: one string, so that a row that did not change is not drawn again. */
  faces: string
  heads: string
  tail: string
  active: number | null
  editor: ReactNode
  onChoose: (col: number) => void
}

const Row = memo(function Row(props: RowProps): ReactElement {
  const heads = props.heads.split('\t')
  return (
    <>
      {props.row.band === null ? null : (
        <tr className="ev-band">
          <th colSpan={props.width + 2} scope="rowgroup">
            <span>{props.row.band}</span>
          </th>
        </tr>
      )}
      <tr className={props.active === null ? undefined : 'ev-row-on'}>
        <th scope="row" title={props.row.label}>
          {props.row.label}
        </th>
        {props.faces.split('\t').map((cell, col) => (
          <td
            key={heads[col]}
            className={[cell.startsWith('!') ? 'ev-odd' : '', props.active === col ? 'ev-on' : ''].join(' ')}
            // On click, after the cell that was left has written what was typed in it.
            onClick={() => props.onChoose(col)}
          >
            {props.active === col && props.editor !== null ? props.editor : cell.slice(1)}
          </td>
        ))}
        <td className="ev-tail" title={props.tail}>
          {props.tail}
        </td>
      </tr>
    </>
  )
}, sameRow)

function sameRow(before: RowProps, now: RowProps): boolean {
  return (
    before.row.key === now.row.key &&
    before.row.label === now.row.label &&
    before.row.band === now.row.band &&
    before.faces === now.faces &&
    before.heads === now.heads &&
    before.tail === now.tail &&
    before.active === null &&
    now.active === null
  )
}

function ActiveCell(given: {
  name: string
  face: CellFace
  props: Props
  at: At
  go: (at: At) => void
  next: (by: 1 | -1) => void
}): ReactElement {
  const { face, props, at, go, next } = given
  const [draft, setDraft] = useState<string | null>(null)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.select()
    // jsdom has no layout to scroll in.
    box.current?.closest('td')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [])

  const write = (text: string): void => {
    setDraft(null)
    if (text !== face.text) props.onEnter([{ ...at, text }], false)
  }
  const leave = (): void => {
    if (draft !== null) write(draft)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    const whole = event.ctrlKey || event.metaKey || event.altKey ? null : props.instant(key)
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z' && draft === null) props.onUndo()
    else if (whole !== null) {
      write(whole)
      next(1)
    } else if (props.step !== null && (key === '+' || key === '=' || key === '-'))
      write(props.step(draft ?? face.text, key === '-' ? -1 : 1))
    else if (key === 'Enter') {
      leave()
      next(event.shiftKey ? -1 : 1)
    } else if (key === 'ArrowUp' || key === 'ArrowDown') {
      leave()
      go({ ...at, row: at.row + (key === 'ArrowUp' ? -1 : 1) })
    } else if ((key === 'ArrowLeft' || key === 'ArrowRight') && draft === null)
      go({ ...at, col: at.col + (key === 'ArrowLeft' ? -1 : 1) })
    else if (key === 'Escape') setDraft(null)
    else if ((key === 'Delete' || key === 'Backspace') && draft === null) write('')
    else return
    event.preventDefault()
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>): void {
    const block = pastedBlock(event.clipboardData.getData('text/plain'))
    if (block === null) return
    event.preventDefault()
    setDraft(null)
    const { rows, columns } = props.grid
    props.onEnter(
      block.flatMap((line, down) =>
        line.flatMap((text, across) => {
          const cell = { row: at.row + down, col: at.col + across, text: text.trim() }
          return cell.row < rows.length && cell.col < columns.length ? [cell] : []
        })
      ),
      true
    )
  }

  return (
    <input
      ref={box}
      className="ev-input"
      aria-label={given.name}
      aria-invalid={face.fault !== null && draft === null}
      inputMode="decimal"
      autoComplete="off"
      value={draft ?? face.text}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onBlur={leave}
    />
  )
}
