import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react'
import { cellAddress, columnLetter } from '#shared/domain/importing/a1.ts'
import type { ImportFileDetail } from '#shared/ipc/import.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { importText, ROLE_NAMES } from '../../text/import.ts'
import { cellsInWindow, type DrawnCell } from './cellLayout.ts'
import { columnTag } from './columnTag.ts'
import { columnWidths } from './columnWidths.ts'
import { gridModel, type GridModel, type SheetDetail } from './gridModel.ts'
import { GridHeads } from './GridHeads.tsx'
import { cellAfterKey, type CellSpot } from './gridKeys.ts'
import type { Names } from './useNames.ts'
import { useGridRows, type GridRows } from './useGridRows.ts'

const ROW = 25
export const GUTTER = 44
/** Column letters and, beneath them, what each column is read as. */
export const HEAD = 44
const PAGE_ROWS = 15

interface Props {
  session: string
  detail: ImportFileDetail
  sheet: SheetDetail
  names: Names
  active: CellSpot | null
  onActive: (spot: CellSpot) => void
  /** Row numbers and column tags can be clicked to correct the header. */
  editing: boolean
  busy: boolean
  onHeaderEdge: (edge: 'first' | 'last', row: number) => void
  onColumn: (letter: string) => void
  gridRef: RefObject<HTMLDivElement | null>
}

/** The real sheet: its cells and merges as they stand in the file, tinted by what was made of them. */
export function SheetGrid(props: Props): ReactElement {
  const { detail, sheet, names, active, onActive, gridRef } = props
  const [seen, setSeen] = useState({ first: 0, last: 60 })
  const rows = useGridRows(props.session, detail.file.id, sheet.sheet, seen.first, seen.last)
  const model = useMemo(() => gridModel(detail, sheet), [detail, sheet])
  const tags = useMemo(
    () => new Map(sheet.columns.map((column) => [column.col, columnTag(column, names) || ROLE_NAMES.ignore])),
    [sheet, names]
  )
  if (rows.head === null) {
    return rows.error === null ? <Skeleton rows={14} /> : <ErrorPanel error={rows.error} unchanged={null} />
  }
  return (
    <Canvas
      {...props}
      head={rows.head}
      rows={rows}
      model={model}
      tags={tags}
      active={active}
      onActive={onActive}
      gridRef={gridRef}
      onSeen={setSeen}
    />
  )
}

interface CanvasProps extends Props {
  head: NonNullable<GridRows['head']>
  rows: GridRows
  model: GridModel
  tags: ReadonlyMap<number, string>
  onSeen: (rows: { first: number; last: number }) => void
}

function Canvas(props: CanvasProps): ReactElement {
  const { head, rows, model, sheet, active, onActive, gridRef } = props
  const room = useRoom(gridRef)
  const widths = useMemo(() => columnWidths(head, props.tags, room), [head, props.tags, room])
  const down = useVirtualizer({
    count: head.rowCount,
    getScrollElement: () => gridRef.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: HEAD,
    initialRect: { width: 900, height: 600 }
  })
  const across = useVirtualizer({
    count: head.colCount,
    horizontal: true,
    getScrollElement: () => gridRef.current,
    estimateSize: (col) => widths[col] ?? 80,
    overscan: 3,
    scrollPaddingStart: GUTTER,
    initialRect: { width: 900, height: 600 }
  })
  useEffect(() => across.measure(), [across, widths])

  const downItems = down.getVirtualItems()
  const acrossItems = across.getVirtualItems()
  const first = downItems[0]?.index ?? 0
  const last = downItems.at(-1)?.index ?? 0
  const { onSeen } = props
  useEffect(() => onSeen({ first, last }), [onSeen, first, last])

  // A located cell is brought into view; the clerk's own clicks are there already.
  useEffect(() => {
    if (active === null) return
    down.scrollToIndex(active.row, { align: 'auto' })
    across.scrollToIndex(active.col, { align: 'auto' })
  }, [active, down, across])

  const starts = useMemo(() => {
    const list = [0]
    for (const width of widths) list.push(list.at(-1)! + width)
    return list
  }, [widths])

  const body = sheet.body
  const drawn =
    acrossItems.length === 0
      ? []
      : cellsInWindow(
          rows,
          { top: first, bottom: last, left: acrossItems[0]!.index, right: acrossItems.at(-1)!.index },
          (row) => body === null || row < body.first || row > body.last || model.skippedReason(row) !== null
        )

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== event.currentTarget) return
    const next = cellAfterKey(event.key, active, {
      rows: head.rowCount,
      cols: head.colCount,
      page: PAGE_ROWS
    })
    if (next === null) return
    onActive(next)
    event.preventDefault()
  }

  const id = (row: number, col: number): string => `sg-${cellAddress(row, col)}`
  return (
    <div
      ref={gridRef}
      className="sg"
      role="grid"
      tabIndex={0}
      aria-label={sheet.sheet}
      aria-rowcount={head.rowCount}
      aria-colcount={head.colCount}
      aria-activedescendant={active === null ? undefined : id(active.row, active.col)}
      onKeyDown={onKeyDown}
    >
      <div
        className="sg-canvas"
        style={{ width: GUTTER + across.getTotalSize(), height: HEAD + down.getTotalSize() }}
      >
        <GridHeads
          columns={acrossItems}
          rows={downItems}
          tags={props.tags}
          sheet={sheet}
          hiddenRows={head.hiddenRows}
          hiddenCols={head.hiddenCols}
          active={active}
          editing={props.editing}
          busy={props.busy}
          onHeaderEdge={props.onHeaderEdge}
          onColumn={props.onColumn}
        />
        <div className="sg-cells">
          {drawn.map((cell) => (
            <Cell
              key={`${cell.row}:${cell.col}`}
              id={id(cell.row, cell.col)}
              cell={cell}
              model={model}
              active={active !== null && contains(cell, active)}
              style={{
                top: cell.row * ROW,
                height: (cell.bottom - cell.row + 1) * ROW,
                left: starts[cell.col],
                width: (starts[cell.right + 1] ?? 0) - (starts[cell.col] ?? 0)
              }}
              onClick={() => {
                onActive({ row: cell.row, col: cell.col })
                gridRef.current?.focus({ preventScroll: true })
              }}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

/** Px that the columns may take before the sheet scrolls sideways. */
function useRoom(box: RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(0)
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setRoom(element.clientWidth - GUTTER))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return room
}

const contains = (cell: DrawnCell, spot: CellSpot): boolean =>
  spot.row >= cell.row &&
  spot.row <= cell.bottom &&
  spot.col >= cell.col &&
  spot.col <= (cell.merged ? cell.right : cell.col)

interface CellProps {
  id: string
  cell: DrawnCell
  model: GridModel
  active: boolean
  style: { top: number; height: number; left: number | undefined; width: number }
  onClick: () => void
}

const SAID: Partial<Record<string, string>> = {
  error: importText.legend.error,
  confirm: importText.legend.confirm,
  info: importText.legend.info
}

function Cell({ id, cell, model, active, style, onClick }: CellProps): ReactElement {
  const tint = model.tint(cell.row, cell.col)
  const names = [
    'sg-cell',
    tint === null ? '' : `sg-${tint}`,
    cell.numeric ? 'sg-num' : '',
    cell.merged && cell.right > cell.col ? 'sg-wide' : '',
    active ? 'sg-active' : ''
  ]
  const problems = model.problems(cell.row, cell.col)
  return (
    <div
      id={id}
      role="gridcell"
      className={names.filter(Boolean).join(' ')}
      style={style}
      aria-rowindex={cell.row + 1}
      aria-colindex={cell.col + 1}
      aria-label={`${columnLetter(cell.col)}${cell.row + 1} ${cell.text} ${SAID[tint ?? ''] ?? ''}`}
      aria-selected={active}
      title={problems.map((problem) => problem.message).join('\n') || cell.text || undefined}
      onClick={onClick}
    >
      <span>{cell.text}</span>
    </div>
  )
}
