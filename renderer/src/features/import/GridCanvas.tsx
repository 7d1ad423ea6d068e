import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react'
import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import { BlockFrames } from './BlockFrames.tsx'
import { cellsInRows, cellsInWindow, type DrawnCell } from './cellLayout.ts'
import { columnWidths } from './columnWidths.ts'
import { GridCell } from './GridCell.tsx'
import { GridHeads } from './GridHeads.tsx'
import { cellAfterKey, type CellSpot } from './gridKeys.ts'
import { GUTTER, HEAD, ROW } from './gridSize.ts'
import type { SheetGridProps } from './sheetGridProps.ts'
import type { GridRows } from './useGridRows.ts'

const PAGE_ROWS = 15

interface Props extends SheetGridProps {
  head: NonNullable<GridRows['head']>
  rows: GridRows
  /** Tags of the first table, to give their columns room. */
  tags: ReadonlyMap<number, string>
  onSeen: (rows: readonly number[]) => void
}

/** The window of the sheet that is on the screen; what lies outside is not drawn. */
export function GridCanvas(props: Props): ReactElement {
  const { head, rows, model, sheet, shown, active, onActive, gridRef } = props
  const room = useRoom(gridRef)
  const widths = useMemo(() => columnWidths(head, props.tags, room), [head, props.tags, room])
  const down = useVirtualizer({
    count: shown?.length ?? head.rowCount,
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

  const rowAt = (position: number): number => shown?.[position] ?? position
  const positionOf = (row: number): number => (shown === null ? row : shown.indexOf(row))
  const downItems = down.getVirtualItems()
  const acrossItems = across.getVirtualItems()
  const first = downItems[0]?.index ?? 0
  const last = downItems.at(-1)?.index ?? 0
  const { onSeen } = props
  const seen = useMemo(
    () => Array.from({ length: last - first + 1 }, (_, at) => shown?.[first + at] ?? first + at),
    [first, last, shown]
  )
  useEffect(() => onSeen(seen), [onSeen, seen])

  // A located cell is brought into view; the clerk's own clicks are there already.
  useEffect(() => {
    if (active === null) return
    const position = shown === null ? active.row : shown.indexOf(active.row)
    if (position !== -1) down.scrollToIndex(position, { align: 'auto' })
    across.scrollToIndex(active.col, { align: 'auto' })
  }, [active, shown, down, across])

  const starts = useMemo(() => {
    const list = [0]
    for (const width of widths) list.push(list.at(-1)! + width)
    return list
  }, [widths])

  function drawnCells(): DrawnCell[] {
    if (acrossItems.length === 0) return []
    const window = {
      top: first,
      bottom: last,
      left: acrossItems[0]!.index,
      right: acrossItems.at(-1)!.index
    }
    if (shown !== null)
      return cellsInRows(
        rows,
        seen.filter((row) => row < head.rowCount),
        window
      )
    const { body } = sheet
    return cellsInWindow(
      rows,
      window,
      (row) => body === null || row < body.first || row > body.last || model.skippedReason(row) !== null
    )
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== event.currentTarget) return
    const now = active === null ? null : { row: Math.max(0, positionOf(active.row)), col: active.col }
    const size = { rows: shown?.length ?? head.rowCount, cols: head.colCount, page: PAGE_ROWS }
    const next = cellAfterKey(event.key, now, size)
    if (next !== null) onActive({ row: rowAt(next.row), col: next.col })
    else if (!props.onCellKey(event.key)) return
    event.preventDefault()
  }

  const id = (row: number, col: number): string => `sg-${cellAddress(row, col)}`
  // The roles of the table that is worked in, else of the one at the top of the window.
  const headRow = active?.row ?? rowAt(first)
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
          rowAt={rowAt}
          headRow={headRow}
          model={model}
          names={props.names}
          sheet={sheet}
          hiddenRows={head.hiddenRows}
          hiddenCols={head.hiddenCols}
          active={active}
          editing={props.editing}
          busy={props.busy}
          onHeaderEdge={props.onHeaderEdge}
          onColumn={(col) => props.onColumn(col, headRow)}
        />
        <div className="sg-cells">
          {drawnCells().map((cell) => (
            <GridCell
              key={`${cell.row}:${cell.col}`}
              id={id(cell.row, cell.col)}
              cell={cell}
              model={model}
              active={active !== null && contains(cell, active)}
              style={{
                top: positionOf(cell.row) * ROW,
                height: (cell.bottom - cell.row + 1) * ROW,
                left: starts[cell.col],
                width: (starts[cell.right + 1] ?? 0) - (starts[cell.col] ?? 0)
              }}
              onClick={() => {
                onActive({ row: cell.row, col: cell.col })
                gridRef.current?.focus({ preventScroll: true })
              }}
              onOpen={() => props.onCellKey('Enter')}
            />
          ))}
          {shown === null ? (
            <BlockFrames blocks={model.blocks} lastRow={head.rowCount - 1} starts={starts} />
          ) : null}
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
