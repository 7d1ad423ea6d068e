import type { VirtualItem } from '@tanstack/react-virtual'
import { Dropdown } from 'antd'
import type { ReactElement } from 'react'
import { columnLetter } from '#shared/domain/importing/a1.ts'
import { changeColumn, importText, rowNumber } from '../../text/import.ts'
import type { CellSpot } from './gridKeys.ts'
import type { SheetDetail } from './gridModel.ts'

interface Props {
  columns: readonly VirtualItem[]
  rows: readonly VirtualItem[]
  tags: ReadonlyMap<number, string>
  sheet: SheetDetail
  hiddenRows: readonly number[]
  hiddenCols: readonly number[]
  active: CellSpot | null
  editing: boolean
  busy: boolean
  onHeaderEdge: (edge: 'first' | 'last', row: number) => void
  onColumn: (letter: string) => void
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
          <RowHead key={row.key} {...props} row={row} />
        ))}
      </div>
    </>
  )
}

function ColumnHead({
  column,
  tags,
  sheet,
  hiddenCols,
  active,
  busy,
  onColumn
}: Props & { column: VirtualItem }): ReactElement {
  const letter = columnLetter(column.index)
  const plan = sheet.columns.find((candidate) => candidate.col === column.index)
  const tag = tags.get(column.index) ?? ''
  const ignored = plan?.role.role === 'ignore'
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
          className={ignored ? 'sg-tag sg-tag-none' : 'sg-tag'}
          disabled={busy}
          title={`${plan.path.join(' / ')}：${tag}`}
          aria-label={changeColumn(letter)}
          onClick={() => onColumn(letter)}
        >
          {tag}
        </button>
      )}
    </div>
  )
}

function RowHead({
  row,
  sheet,
  hiddenRows,
  active,
  editing,
  busy,
  onHeaderEdge
}: Props & { row: VirtualItem }): ReactElement {
  const { header } = sheet
  const inHeader = sheet.used && header !== null && row.index >= header.first && row.index <= header.last
  const hidden = hiddenRows.includes(row.index)
  const names = [
    'sg-number',
    inHeader ? 'sg-number-header' : '',
    active?.row === row.index ? 'sg-letter-on' : '',
    hidden ? 'sg-hidden' : ''
  ]
  const style = { top: row.start, height: row.size }
  const className = names.filter(Boolean).join(' ')
  const title = hidden ? importText.grid.hiddenRow : undefined
  if (!editing) {
    return (
      <div className={className} style={style} title={title}>
        {row.index + 1}
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
        onClick: ({ key }) => onHeaderEdge(key === 'first' ? 'first' : 'last', row.index)
      }}
    >
      <button
        type="button"
        className={className}
        style={style}
        title={title}
        aria-label={rowNumber(row.index + 1)}
        tabIndex={-1}
      >
        {row.index + 1}
      </button>
    </Dropdown>
  )
}
