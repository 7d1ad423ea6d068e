import { Checkbox, type TableColumnsType } from 'antd'
import type { ReactElement } from 'react'
import { DataTable } from '../../../../components/DataTable.tsx'
import { useTableHeight } from '../../../../components/useTableHeight.ts'
import { UNIT_KINDS } from '../../../../text/scheme.ts'
import { unitsText as text } from '../../../../text/schemeSettings.ts'
import { unitSpan } from '../../../../text/unitSpan.ts'
import type { Draft, DraftNames, DraftUnit } from '../../editorTab.ts'
import { placesOf } from './groupEdits.ts'

interface Props {
  draft: Draft
  names: DraftNames
  selected: string | null
  onSelect: (code: string) => void
  /** Ticked units, for what is done with several at once. */
  marked: readonly string[]
  onMark: (codes: readonly string[]) => void
}

interface Row {
  unit: DraftUnit
  code: string
  order: number
  groups: string[]
}

export function UnitTable(props: Props): ReactElement {
  const { draft, names } = props
  const places = placesOf(draft, undefined)
  const rows: Row[] = (draft.units ?? []).map((unit, index) => ({
    unit,
    code: unit.code ?? `row${index}`,
    order: index + 1,
    groups: (places.get(unit.code ?? '') ?? []).map((group) => names.group(group.code))
  }))
  const { attach, height, style } = useTableHeight(rows.length)
  return (
    <div className="fill" ref={attach} style={style}>
      <DataTable<Row>
        label={text.title}
        rows={rows}
        columns={columns(props, rows)}
        rowKey={(row) => row.code}
        selected={props.selected}
        onSelect={props.onSelect}
        scroll={{ y: height, x: 560 }}
      />
    </div>
  )
}

function columns(props: Props, rows: readonly Row[]): TableColumnsType<Row> {
  const { marked, onMark, draft } = props
  const all = rows.map((row) => row.code)
  // Columns that nobody has anything in would only cut names off.
  const shown = {
    line: rows.some(({ unit }) => unit.line !== undefined),
    staff: rows.some(({ unit }) => unit.staff !== undefined),
    span: rows.some(({ unit }) => unitSpan(unit) !== '')
  }
  const list: TableColumnsType<Row> = [
    {
      key: 'mark',
      width: 36,
      align: 'center',
      title: (
        <Checkbox
          aria-label={text.selectAll}
          checked={all.length > 0 && marked.length === all.length}
          indeterminate={marked.length > 0 && marked.length < all.length}
          onChange={(event) => onMark(event.target.checked ? all : [])}
        />
      ),
      render: (_, row) => (
        <Checkbox
          aria-label={text.select(row.unit.name ?? '')}
          checked={marked.includes(row.code)}
          onChange={(event) =>
            onMark(event.target.checked ? [...marked, row.code] : marked.filter((code) => code !== row.code))
          }
        />
      )
    },
    {
      key: 'order',
      title: text.head.order,
      width: 40,
      align: 'right',
      render: (_, row) => <span className="quiet">{row.order}</span>
    },
    {
      key: 'name',
      title: text.head.name,
      ellipsis: true,
      render: (_, { unit }) =>
        unit.name === undefined || unit.name.trim() === '' ? (
          <span className="ask">{text.noName}</span>
        ) : (
          <span title={unit.name}>
            <b>{unit.name}</b>
          </span>
        )
    },
    {
      key: 'kind',
      title: text.head.kind,
      width: 76,
      render: (_, { unit }) => (
        <span className="soft">{unit.kind === undefined ? '' : UNIT_KINDS[unit.kind]}</span>
      )
    },
    {
      key: 'group',
      title: text.head.group,
      width: 110,
      ellipsis: true,
      render: (_, row) =>
        row.groups.length === 0 ? (
          <span className="check">{text.noGroup}</span>
        ) : (
          <span className="soft" title={row.groups.join('、')}>
            {row.groups.join('、')}
          </span>
        )
    },
    {
      key: 'line',
      title: text.head.line,
      width: 96,
      ellipsis: true,
      render: (_, { unit }) => (
        <span className="soft">{draft.lines?.find((line) => line.code === unit.line)?.name ?? ''}</span>
      )
    },
    {
      key: 'staff',
      title: text.head.staff,
      width: 52,
      align: 'right',
      render: (_, { unit }) => <span className="soft">{unit.staff ?? ''}</span>
    },
    {
      key: 'span',
      title: text.head.span,
      width: 96,
      render: (_, { unit }) => <span className="soft small">{unitSpan(unit)}</span>
    }
  ]
  return list.filter(({ key }) => shown[key as keyof typeof shown] !== false)
}
