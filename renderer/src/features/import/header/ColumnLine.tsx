import type { ReactElement } from 'react'
import type { ColumnPlan } from '#shared/domain/importing/importPlan.ts'
import { importText, ROLE_NAMES } from '../../../text/import.ts'

interface Props {
  column: ColumnPlan
  /** What it is read as; empty for columns that are left alone. */
  tag: string
  busy: boolean
  onColumn: () => void
}

/** A column: its header, what it is read as (to be changed by a click), and how that was found. */
export function ColumnLine({ column, tag, busy, onColumn }: Props): ReactElement {
  const path = column.path.join(' / ')
  const said = tag === '' ? ROLE_NAMES.ignore : tag
  return (
    <tr>
      <td className="mid quiet">{column.letter}</td>
      <td className="ih-path" title={path}>
        {path === '' ? <span className="quiet">{importText.grid.empty}</span> : path}
      </td>
      <td className="ih-role">
        <button
          type="button"
          className={tag === '' ? 'link small quiet' : 'link small'}
          disabled={busy}
          title={said}
          onClick={onColumn}
        >
          {said}
        </button>
      </td>
      <td className="small quiet nowrap">{importText.by[column.by]}</td>
    </tr>
  )
}
