import { Checkbox } from 'antd'
import { memo, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { registersText as text } from '../../../text/registers.ts'
import { useRowHeight } from '../../../components/useRowHeight.ts'
import { useShownRows } from '../../ranking/useShownRows.ts'
import type { Vocabulary } from '../facets.ts'
import { reached, toggled, type Checks } from './checks.ts'
import { registerColumns, type Column } from './columns.tsx'
import { nextSort, sortRows, type Sort } from './sortRows.ts'

interface Props {
  items: readonly RegisterItemView[]
  today: string
  vocabulary: Vocabulary
  selected: number | null
  checks: Checks
  onSelect: (id: number) => void
  onOpen: (id: number) => void
  onChecks: (checks: Checks) => void
  onSlip: (item: RegisterItemView) => void
}

/**
 * The register as a table: ↑↓ Home End PageUp PageDown move, Shift with them checks on the way, Space checks, Ctrl+A
 * checks all, Enter opens. Over 100 rows only those near the window are drawn.
 */
export function RegisterTable(props: Props): ReactElement {
  const { today, vocabulary, onSlip, checks, selected } = props
  const box = useRef<HTMLDivElement>(null)
  const [sort, setSort] = useState<Sort | null>(null)
  const columns = useMemo(() => registerColumns({ today, vocabulary, onSlip }), [today, vocabulary, onSlip])
  const rows = useMemo(() => sortRows(props.items, columns, sort), [props.items, columns, sort])
  const order = useMemo(() => rows.map((item) => item.id), [rows])
  const height = Math.max(32, useRowHeight())
  const shown = useShownRows(rows.length, height, box)
  const drawn = rows.slice(shown.start, shown.end)
  const tabStop = (drawn.find((item) => item.id === selected) ?? drawn[0])?.id
  const all = order.length > 0 && order.every((id) => checks.ids.has(id))
  const none = checks.ids.size === 0

  function move(to: number, reach: boolean): void {
    const id = order[Math.min(order.length - 1, Math.max(0, to))]
    if (id === undefined) return
    if (reach) {
      const from = checks.anchor === null && selected !== null ? { ...checks, anchor: selected } : checks
      props.onChecks(reached(from, id, order))
    }
    props.onSelect(id)
    shown.reveal(order.indexOf(id))
    const focus = (): void => {
      const row = box.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)
      row?.focus({ preventScroll: shown.virtual })
      if (!shown.virtual) row?.scrollIntoView({ block: 'nearest' })
    }
    // A row outside the virtual window exists only after the next paint.
    if (shown.virtual) requestAnimationFrame(focus)
    else focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>, id: number): void {
    if (event.target !== event.currentTarget || event.altKey) return
    const at = order.indexOf(id)
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      props.onChecks({ ids: new Set(all ? [] : order), anchor: id })
      return event.preventDefault()
    }
    if (event.ctrlKey || event.metaKey) return
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: order.length - 1
    }
    const target = moves[event.key]
    if (target !== undefined) move(target, event.shiftKey)
    else if (event.key === 'Enter') props.onOpen(id)
    else if (event.key === ' ') props.onChecks(toggled(checks, id))
    else if (event.key === 'Escape' && !none) props.onChecks({ ids: new Set(), anchor: null })
    else return
    event.preventDefault()
  }

  return (
    <div className="rg-scroll" ref={box}>
      <table className="plain rg-table" aria-label={text.title} aria-rowcount={order.length}>
        <colgroup>
          <col style={{ width: 34 }} />
          {columns.map(({ key, width }) => (
            <col key={key} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th className="rg-pin rg-pin-0">
              <Checkbox
                aria-label={text.keys.all}
                checked={all}
                indeterminate={!all && !none}
                onChange={() => props.onChecks({ ids: new Set(all ? [] : order), anchor: null })}
              />
            </th>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.before > 0 ? <Spacer height={shown.before} span={columns.length + 1} /> : null}
          {drawn.map((item) => (
            <tr
              key={item.id}
              data-row={item.id}
              tabIndex={item.id === tabStop ? 0 : -1}
              aria-selected={item.id === selected}
              className={[
                item.id === selected ? 'rg-selected' : '',
                item.state === 'CLOSED' || item.voided !== null ? 'rg-closed' : ''
              ].join(' ')}
              style={{ height }}
              onClick={(event) =>
                event.shiftKey ? props.onChecks(reached(checks, item.id, order)) : props.onSelect(item.id)
              }
              onDoubleClick={() => props.onOpen(item.id)}
              onKeyDown={(event) => onKeyDown(event, item.id)}
            >
              <td
                className="rg-pin rg-pin-0"
                onClick={(event) => {
                  event.stopPropagation()
                  props.onChecks(event.shiftKey ? reached(checks, item.id, order) : toggled(checks, item.id))
                }}
              >
                <Checkbox
                  tabIndex={-1}
                  aria-label={`${text.head.check} ${item.number}`}
                  checked={checks.ids.has(item.id)}
                  // The cell decides (Shift reaches over rows); the box only shows.
                  onClick={(event) => event.preventDefault()}
                />
              </td>
              <Cells item={item} columns={columns} />
            </tr>
          ))}
          {shown.after > 0 ? <Spacer height={shown.after} span={columns.length + 1} /> : null}
        </tbody>
      </table>
    </div>
  )
}

function Head(props: {
  column: Column
  sort: Sort | null
  onSort: (sort: Sort | null) => void
}): ReactElement {
  const { column, sort } = props
  const own = sort?.column === column.key
  return (
    <th
      className={cellClass(column)}
      aria-sort={own ? (sort.down ? 'descending' : 'ascending') : undefined}
      title={column.title}
    >
      {column.by === undefined ? (
        column.title
      ) : (
        <button type="button" className="rg-sort" onClick={() => props.onSort(nextSort(sort, column.key))}>
          {column.title}
          {own ? <span aria-hidden="true">{sort.down ? ' ↓' : ' ↑'}</span> : null}
        </button>
      )}
    </th>
  )
}

/** Kept while only the selection or the checks change. */
const Cells = memo(function Cells(props: {
  item: RegisterItemView
  columns: readonly Column[]
}): ReactElement {
  return (
    <>
      {props.columns.map((column) => (
        <td key={column.key} className={cellClass(column)}>
          {column.render(props.item)}
        </td>
      ))}
    </>
  )
})

function cellClass({ key, numeric }: Column): string {
  const pinned = key === 'number' ? 'rg-pin rg-pin-1' : key === 'title' ? 'rg-pin rg-pin-2' : ''
  return [numeric === true ? 'num' : '', pinned].filter(Boolean).join(' ')
}

function Spacer({ height, span }: { height: number; span: number }): ReactElement {
  return (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={span} />
    </tr>
  )
}
