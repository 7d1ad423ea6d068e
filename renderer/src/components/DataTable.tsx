import { Table, type TableColumnsType, type TableProps } from 'antd'
import { useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'

interface Props<T> {
  rows: readonly T[]
  columns: TableColumnsType<T>
  rowKey: (row: T) => string
  /** Key of the selected row; ↑↓ move it. */
  selected: string | null
  onSelect: (key: string) => void
  /** Enter or double click. */
  onOpen?: (row: T) => void
  /** Space: show where the number comes from; the focus stays in the table. */
  onSpace?: (row: T) => void
  /** Name of the table for screen readers. */
  label: string
  /** Inner height that scrolls under the sticky head (a CSS length), and inner width for pinned columns. */
  scroll?: TableProps<T>['scroll']
  rowClassName?: (row: T) => string
  empty?: ReactNode
  summary?: TableProps<T>['summary']
  expandable?: TableProps<T>['expandable']
}

/**
 * A table that is worked in with the keyboard: one row is in the tab order, ↑↓ Home End move the selection,
 * Enter opens, Space shows the trace. Rows keep one height (30 or 36 px); over 100 of them are virtualised.
 */
export function DataTable<T extends object>(props: Props<T>): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  const keys = props.rows.map((row) => props.rowKey(row))
  const current =
    props.selected !== null && keys.includes(props.selected) ? props.selected : (keys[0] ?? null)

  function move(to: number): void {
    const key = keys[Math.min(keys.length - 1, Math.max(0, to))]
    if (key === undefined) return
    props.onSelect(key)
    const row = box.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"]`)
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, row: T): void {
    // Keys typed in a control inside the row belong to that control.
    if (event.target !== event.currentTarget) return
    const at = keys.indexOf(props.rowKey(row))
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: keys.length - 1
    }
    const target = moves[event.key]
    if (target !== undefined) move(target)
    else if (event.key === 'Enter' && props.onOpen) props.onOpen(row)
    else if (event.key === ' ' && props.onSpace) props.onSpace(row)
    else return
    event.preventDefault()
  }

  return (
    <div className="datatable" ref={box}>
      <Table<T>
        size="small"
        pagination={false}
        dataSource={props.rows}
        columns={props.columns}
        rowKey={props.rowKey}
        scroll={props.scroll}
        virtual={props.rows.length > 100 && typeof props.scroll?.y === 'number'}
        showSorterTooltip={false}
        summary={props.summary}
        expandable={props.expandable}
        aria-label={props.label}
        locale={{ emptyText: props.empty }}
        rowClassName={(row) =>
          [props.rowKey(row) === props.selected ? 'row-selected' : '', props.rowClassName?.(row) ?? ''].join(
            ' '
          )
        }
        onRow={(row) => {
          const key = props.rowKey(row)
          return {
            tabIndex: key === current ? 0 : -1,
            'aria-selected': key === props.selected,
            onClick: () => props.onSelect(key),
            onDoubleClick: () => props.onOpen?.(row),
            onFocus: () => props.onSelect(key),
            onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKeyDown(event, row)
          }
        }}
      />
    </div>
  )
}
