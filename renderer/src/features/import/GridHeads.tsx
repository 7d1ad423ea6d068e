import type { VirtualItem } from '@tanstack/react-virtual'
import { Dropdown } from 'antd'
import type { ReactElement } from 'react'
import { columnLetter } from '#shared/domain/importing/grid/a1.ts'
import { changeColumn, importText, ROLE_NAMES, rowNumber } from '../../text/import.ts'
import { foundBy } from '../../text/importSheet.ts'
import { columnTag } from './columnTag.ts'
import type { CellSpot } from './gridKeys.ts'
import type { GridModel } from './gridModel.ts'
import type { SheetDetail } from './sheetDetail.ts'
import { blockAt } from './sheetBlocks.ts'
import type { Names } from './useNames.ts'

interface Props {
  columns: readonly VirtualItem[]
  rows: readonly VirtualItem[]
  /** Row of the sheet (0-based) at a position of the list. */
  rowAt: (position: number) => number
  /** The roles of the table in this row stand over the columns. */
  headRow: number
  model: GridModel
  names: Names
  sheet: SheetDetail
  hiddenRows: readonly number[]
  hiddenCols: readonly number[]
  active: CellSpot | null
  editing: boolean
  busy: boolean
  onHeaderEdge: (edge: 'first' | 'last', row: number) => void
  onColumn: (col: number) => void
}

/** Column letters with their roles above, row numbers at the left; both stay while the cells scroll. */
export function GridHeads(props: Props): ReactElement {
  return (
    <>
      <div className="sg-corner" />
      <div className="sg-letters">
        {props.columns.map((column) => (
          <ColumnHead key={column.key} {...props} column={column} />
        ))}
      </div>
      <div className="sg-numbers">
        {props.rows.map((row) => (
          <RowHead key={row.key} {...props} item={row} />
        ))}
      </div>
    </>
  )
}

/** Roles that stand on something looser than the name itself look lighter: the clerk checks these. */
const GUESSED = new Set(['keyword', 'position'])

function ColumnHead({
  column,
  headRow,
  model,
  names,
  sheet,
  hiddenCols,
  active,
  busy,
  onColumn
}: Props & { column: VirtualItem }): ReactElement {
  const letter = columnLetter(column.index)
  const plan = blockAt(model.blocks, headRow, column.index)?.columns.find(({ col }) => col === column.index)
  const hidden = hiddenCols.includes(column.index)
  return (
    <div
      className={active?.col === column.index ? 'sg-letter sg-letter-on' : 'sg-letter'}
      style={{ left: column.start, width: column.size }}
      title={hidden ? importText.grid.hiddenCol : undefined}
    >
      <span className={hidden ? 'sg-hidden' : undefined}>{letter}</span>
      {plan === undefined || !sheet.used ? null : (
        <button
          type="button"
          className={[
            'sg-tag',
            plan.role.role === 'ignore' ? 'sg-tag-none' : GUESSED.has(plan.by) ? 'sg-tag-guess' : ''
          ].join(' ')}
          disabled={busy}
          title={foundBy(plan.path.join(' / '), columnTag(plan, names) || ROLE_NAMES.ignore, plan.by)}
          aria-label={changeColumn(letter)}
          onClick={() => onColumn(column.index)}
        >
          {columnTag(plan, names) || ROLE_NAMES.ignore}
        </button>
      )}
    </div>
  )
}

function RowHead({
  item,
  rowAt,
  model,
  sheet,
  hiddenRows,
  active,
  editing,
  busy,
  onHeaderEdge
}: Props & { item: VirtualItem }): ReactElement {
  const row = rowAt(item.index)
  const inHeader =
    sheet.used &&
    model.blocks.some(({ header }) => header !== null && row >= header.first && row <= header.last)
  const hidden = hiddenRows.includes(row)
  const names = [
    'sg-number',
    inHeader ? 'sg-number-header' : '',
    active?.row === row ? 'sg-letter-on' : '',
    hidden ? 'sg-hidden' : ''
  ]
  const style = { top: item.start, height: item.size }
  const className = names.filter(Boolean).join(' ')
  const title = hidden ? importText.grid.hiddenRow : undefined
  if (!editing) {
    return (
      <div className={className} style={style} title={title}>
        {row + 1}
      </div>
    )
  }
  return (
    <Dropdown
      trigger={['click']}
      disabled={busy}
      menu={{
        items: [
          { key: 'first', label: importText.grid.headerFrom },
          { key: 'last', label: importText.grid.headerTo }
        ],
        onClick: ({ key }) => onHeaderEdge(key === 'first' ? 'first' : 'last', row)
      }}
    >
      <button
        type="button"
        className={className}
        style={style}
        title={title}
        aria-label={rowNumber(row + 1)}
        tabIndex={-1}
      >
        {row + 1}
      </button>
    </Dropdown>
  )
}
