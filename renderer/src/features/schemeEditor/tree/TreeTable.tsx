import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { Problem } from '#shared/problem.ts'
import { useRowHeight } from '../../../components/useRowHeight.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import { useShownRows } from '../../ranking/useShownRows.ts'
import type { Draft, DraftNames } from '../editorTab.ts'
import { codeOptions } from '../draft/draftNames.ts'
import { markSums, type MarkCheck, type RaceSums } from '../draft/markSums.ts'
import type { After } from './CellEditor.tsx'
import { cellOf, TREE_COLUMNS, type TreeCell, type TreeColumn } from './cellOf.ts'
import { TreeLine, type Editing } from './TreeLine.tsx'
import { spotAfterKey, spotToTheRight, type TreeSpot } from './treeKeys.ts'
import type { TreeRow } from './treeRows.ts'

const text = schemeEditorText.tree

interface Props {
  draft: Draft
  names: DraftNames
  rows: readonly TreeRow[]
  active: TreeSpot
  /** Problems by row. */
  problems: ReadonlyMap<string, readonly Problem[]>
  onActive: (spot: TreeSpot) => void
  onFold: (key: string) => void
  onChange: (update: (draft: Draft) => Draft, label: string) => void
  /** Grows when the active cell was set from outside and should get the focus. */
  focusWish: number
}

/**
 * 赛项 › 板块 › 指标 as a grid that is worked in like a sheet: arrows move, typing or Enter edits, Enter goes down, Tab to
 * the right, Esc takes it back. Over 100 rows only those in sight are drawn.
 */
export function TreeTable(props: Props): ReactElement {
  const { draft, names, rows, active, onActive } = props
  const box = useRef<HTMLDivElement>(null)
  const wanted = useRef(false)
  const [editing, setEditing] = useState<Editing | null>(null)
  const sums = useMemo(() => markSums(draft), [draft])
  const units = useMemo(() => codeOptions(draft.units), [draft.units])
  const rowHeight = useRowHeight()
  const shown = useShownRows(rows.length, rowHeight, box)
  const keys = rows.map((row) => row.key)

  useEffect(() => {
    if (props.focusWish > 0) wanted.current = true
  }, [props.focusWish])

  // A row out of sight is drawn only after the list has been scrolled: the wish stands until its cell is there.
  useEffect(() => {
    if (!wanted.current || editing !== null) return
    const cell = box.current?.querySelector<HTMLElement>(`[data-spot="${active.key}:${active.column}"]`)
    if (cell == null) return shown.reveal(keys.indexOf(active.key))
    wanted.current = false
    cell.focus()
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  function go(spot: TreeSpot): void {
    wanted.current = true
    onActive(spot)
  }

  function edit(spot: TreeSpot, typed: string | null): void {
    const row = rows.find(({ key }) => key === spot.key)
    if (row === undefined || cellOf(row, spot.column, units).input === null) return
    setEditing({ ...spot, typed })
  }

  function commit(spot: TreeSpot, cell: TreeCell, value: string, after: After): void {
    setEditing(null)
    if (value !== cell.value)
      props.onChange((old) => cell.set(old, value), text.changed(text.head[spot.column]))
    if (after === 'DOWN') go(spotAfterKey('ArrowDown', keys, spot) ?? spot)
    else if (after === 'RIGHT') go(spotToTheRight(keys, spot))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (editing !== null || event.ctrlKey || event.metaKey || event.altKey) return
    // An input method has begun a word: it goes on in the field that opens now.
    if (event.key === 'Process') return edit(active, '')
    const next = spotAfterKey(event.key, keys, active)
    if (next !== null) go(next)
    else if (event.key === 'Enter' || event.key === 'F2') edit(active, null)
    else if (event.key === 'Delete' || event.key === 'Backspace') clear(active)
    else if (event.key === ' ' && active.column === 'name') props.onFold(active.key)
    else if (event.key.length === 1) edit(active, event.key)
    else return
    event.preventDefault()
  }

  /** Only what may be left empty is emptied by a key; a row goes by its own button. */
  function clear(spot: TreeSpot): void {
    const row = rows.find(({ key }) => key === spot.key)
    const cell = row === undefined ? null : cellOf(row, spot.column, units)
    const optional = spot.column === 'unit' || (cell?.input?.type === 'choice' && cell.input.clearable)
    if (cell !== null && optional && cell.value !== '') commit(spot, cell, '', 'STAY')
  }

  return (
    <div className="se-tree" ref={box} role="treegrid" aria-label={text.title} onKeyDown={onKeyDown}>
      <div className="se-head" role="row">
        {TREE_COLUMNS.map((column) => (
          <div key={column} role="columnheader" className={`se-cell se-${column}`}>
            {text.head[column]}
          </div>
        ))}
      </div>
      <div style={{ height: shown.before }} />
      {rows.slice(shown.start, shown.end).map((row) => (
        <TreeLine
          key={row.key}
          row={row}
          units={units}
          sums={sumsOf(row, sums)}
          problems={props.problems.get(row.key) ?? []}
          active={active.key === row.key ? active.column : null}
          editing={editing?.key === row.key ? editing : null}
          unitName={names.unit}
          onActive={(column) => {
            if (active.key !== row.key || active.column !== column) onActive({ key: row.key, column })
          }}
          onEdit={(column: TreeColumn) => edit({ key: row.key, column }, null)}
          onFold={() => props.onFold(row.key)}
          onCommit={(cell, column, value, after) => commit({ key: row.key, column }, cell, value, after)}
          onCancel={() => {
            wanted.current = true
            setEditing(null)
          }}
        />
      ))}
      <div style={{ height: shown.after }} />
    </div>
  )
}

function sumsOf(row: TreeRow, sums: readonly RaceSums[]): MarkCheck | undefined {
  if (row.kind === 'indicator') return undefined
  const race = sums[row.path.race]
  return row.path.dimension === null ? race?.race : race?.dimensions[row.path.dimension]
}
