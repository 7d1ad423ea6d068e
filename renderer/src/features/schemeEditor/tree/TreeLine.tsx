import type { ReactElement } from 'react'
import type { Problem } from '#shared/problem.ts'
import { Icon } from '../../../components/Icon.tsx'
import { IssueMark } from '../../../components/IssueMark.tsx'
import { printNumber } from '../../../text/format.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { CodeOption } from '../draft/draftNames.ts'
import type { MarkCheck } from '../draft/markSums.ts'
import { CellEditor, type After } from './CellEditor.tsx'
import { cellOf, TREE_COLUMNS, type TreeCell, type TreeColumn } from './cellOf.ts'
import type { TreeSpot } from './treeKeys.ts'
import type { TreeRow } from './treeRows.ts'

const text = schemeEditorText.tree

export interface Editing extends TreeSpot {
  typed: string | null
}

export interface LineProps {
  row: TreeRow
  units: readonly CodeOption[]
  /** Sum of what is below against the declared full mark; undefined for an indicator. */
  sums: MarkCheck | undefined
  problems: readonly Problem[]
  /** The active cell when it is in this row. */
  active: TreeColumn | null
  editing: Editing | null
  /** Names of units, for the words of a sum that does not add up. */
  unitName: (code: string) => string
  onActive: (column: TreeColumn) => void
  onEdit: (column: TreeColumn) => void
  onFold: () => void
  onCommit: (cell: TreeCell, column: TreeColumn, value: string, after: After) => void
  onCancel: () => void
}

/** One row of the tree: its cells, one of them perhaps being edited. */
export function TreeLine(props: LineProps): ReactElement {
  const { row, active } = props
  return (
    <div
      role="row"
      aria-level={row.level}
      aria-selected={active !== null}
      aria-expanded={row.folded === null ? undefined : !row.folded}
      className={`se-row se-${row.kind}${active === null ? '' : ' se-row-on'}`}
    >
      {TREE_COLUMNS.map((column) =>
        column === 'sum' ? (
          <SumCell key={column} {...props} />
        ) : (
          <Cell key={column} column={column} {...props} />
        )
      )}
    </div>
  )
}

function Cell(props: LineProps & { column: TreeColumn }): ReactElement {
  const { row, column, units, active, editing } = props
  const cell = cellOf(row, column, units)
  const label = text.head[column]
  if (editing !== null && editing.column === column && cell.input !== null) {
    return (
      <div role="gridcell" className={`se-cell se-${column} se-cell-editing`}>
        <CellEditor
          cell={cell}
          label={label}
          typed={editing.typed}
          onCommit={(value, after) => props.onCommit(cell, column, value, after)}
          onCancel={props.onCancel}
        />
      </div>
    )
  }
  const tone = cell.faulty ? ' ask' : cell.empty ? ' quiet' : ''
  return (
    <div
      role="gridcell"
      tabIndex={active === column ? 0 : -1}
      data-spot={`${row.key}:${column}`}
      className={`se-cell se-${column}${tone}`}
      title={cell.text}
      onClick={() => props.onActive(column)}
      onFocus={() => props.onActive(column)}
      onDoubleClick={() => props.onEdit(column)}
    >
      {column === 'name' ? <Twisty row={row} onFold={props.onFold} /> : null}
      <span className="ellipsis">{column === 'fullMark' ? printNumber(cell.text) : cell.text}</span>
      {column === 'name' ? <Issues problems={props.problems} /> : null}
    </div>
  )
}

function Twisty({ row, onFold }: { row: TreeRow; onFold: () => void }): ReactElement | null {
  if (row.folded === null) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      className="se-twisty"
      aria-label={row.folded ? text.unfold : text.fold}
      onClick={(event) => {
        event.stopPropagation()
        onFold()
      }}
    >
      <Icon name={row.folded ? 'right' : 'down'} />
    </button>
  )
}

function Issues({ problems }: { problems: readonly Problem[] }): ReactElement | null {
  const level = problems.some((problem) => problem.level === 'error')
    ? 'error'
    : problems.some((problem) => problem.level === 'confirm')
      ? 'confirm'
      : null
  if (level === null) return null
  return (
    <span className="se-issue" title={problems.map((problem) => problem.message).join('\n')}>
      <IssueMark level={level} shapeOnly />
    </span>
  )
}

/** 合计 of what is below: quiet while it adds up, with its shape and words where it does not. */
function SumCell({ row, sums, active, unitName, onActive }: LineProps): ReactElement {
  const shared = {
    role: 'gridcell',
    tabIndex: active === 'sum' ? 0 : -1,
    'data-spot': `${row.key}:sum`,
    onClick: () => onActive('sum'),
    onFocus: () => onActive('sum')
  }
  if (sums === undefined || !sums.counts) {
    return (
      <div {...shared} className="se-cell se-sum quiet">
        {sums === undefined ? '' : text.scaled}
      </div>
    )
  }
  if (sums.wrong.length === 0) {
    return (
      <div {...shared} className="se-cell se-sum soft" title={text.addsUp}>
        <span>{sums.common === null ? text.variousSums : printNumber(sums.common)}</span>
        <Icon name="box" className="done" />
      </div>
    )
  }
  return (
    <div {...shared} className="se-cell se-sum ask bold" title={text.wrongSums(sums.wrong, unitName)}>
      <span>{sums.common === null ? text.sumKinds(sums.wrong.length) : printNumber(sums.common)}</span>
      <Icon name="triangle" />
    </div>
  )
}
