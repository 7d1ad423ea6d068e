import { Button, Checkbox, Input, Select, type TableColumnsType } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { LEVEL_WORDS, LEVELS, type HonourLevel } from '#shared/domain/incentive/honourLevel.ts'
import { holderText } from '#shared/domain/incentive/honour.ts'
import type { HonourFilter, HonourListView, HonourView } from '#shared/ipc/honour.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { common } from '../../text/common.ts'
import { honoursText as text } from '../../text/honours.ts'
import { BonusTag } from './BonusTag.tsx'

interface Props {
  view: HonourListView
  filter: HonourFilter
  selected: number | null
  onFilter: (filter: HonourFilter) => void
  onOpen: (id: number) => void
}

/** 名册: newest award first, voided ones struck through where they are asked for. */
export function HonourTable(props: Props): ReactElement {
  const { view, filter, onFilter } = props
  const [row, setRow] = useState<string | null>(props.selected === null ? null : String(props.selected))
  const { attach, height, style } = useTableHeight(view.honours.length)
  if (view.total === 0 && view.honours.length === 0 && Object.keys(filter).length === 0)
    return (
      <Panel>
        <EmptyState title={text.none} hint={text.noneHint} />
      </Panel>
    )
  return (
    <Panel className="adj-ledger" title={<Filters {...props} />}>
      <div className="fill" ref={attach} style={style}>
        <DataTable
          label={text.title}
          rows={view.honours}
          columns={COLUMNS}
          rowKey={(entry) => String(entry.id)}
          selected={row}
          onSelect={setRow}
          onOpen={(entry) => props.onOpen(entry.id)}
          onSpace={(entry) => props.onOpen(entry.id)}
          rowClassName={(entry) => (entry.voided === null ? '' : 'adj-reversed')}
          scroll={{ x: 980, y: height }}
          empty={
            <EmptyState title={text.filteredNone} hint={text.filteredNoneHint}>
              <Button onClick={() => onFilter({})}>{common.clearFilter}</Button>
            </EmptyState>
          }
        />
      </div>
    </Panel>
  )
}

const COLUMNS: TableColumnsType<HonourView> = [
  { title: text.head.date, dataIndex: 'date', width: 100 },
  { title: text.head.kind, dataIndex: 'kindName', width: 128, ellipsis: true },
  { title: text.head.level, key: 'level', width: 76, render: (_, row) => LEVEL_WORDS[row.level] },
  {
    title: text.head.title,
    key: 'title',
    ellipsis: true,
    render: (_, row) => (
      <span className="adj-reason" title={row.deeds === '' ? row.title : `${row.title}：${row.deeds}`}>
        {row.title}
      </span>
    )
  },
  { title: text.head.holder, key: 'holder', width: 190, ellipsis: true, render: (_, row) => holderText(row) },
  { title: text.head.document, dataIndex: 'document', width: 160, ellipsis: true },
  {
    title: text.head.files,
    key: 'files',
    width: 66,
    render: (_, row) => <span className="soft">{text.files(row.evidenceCount)}</span>
  },
  {
    title: text.head.bonus,
    key: 'bonus',
    width: 128,
    render: (_, row) =>
      row.voided === null ? (
        <BonusTag bonus={row.bonus} />
      ) : (
        <span className="tag" title={`${row.voided.by}：${row.voided.reason}`}>
          {text.voided}
        </span>
      )
  }
]

function Filters({ view, filter, onFilter }: Props): ReactElement {
  const words = text.filter
  // A key that is not asked for is absent: an empty filter is no filter.
  function set(change: { [K in keyof HonourFilter]?: HonourFilter[K] | undefined }): void {
    const next = { ...filter, ...change }
    onFilter(
      Object.fromEntries(
        Object.entries(next).filter(([, value]) => value !== undefined && value !== '' && value !== false)
      )
    )
  }
  const year = filter.from?.slice(0, 4) ?? ''
  return (
    <span className="hon-filters">
      <Select
        size="small"
        aria-label={words.year}
        value={year}
        options={[
          { value: '', label: words.allYears },
          ...view.years.map((entry) => ({ value: String(entry), label: `${entry}年` }))
        ]}
        onChange={(value) =>
          set(
            value === ''
              ? { from: undefined, to: undefined }
              : { from: `${value}-01-01`, to: `${value}-12-31` }
          )
        }
      />
      <Select
        size="small"
        aria-label={words.kind}
        value={filter.kind ?? ''}
        options={[
          { value: '', label: words.allKinds },
          ...view.settings.kinds.map(({ code, name }) => ({ value: code, label: name }))
        ]}
        onChange={(kind) => set({ kind })}
      />
      <Select<HonourLevel | ''>
        size="small"
        aria-label={words.level}
        value={filter.level ?? ''}
        options={[
          { value: '', label: words.allLevels },
          ...LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level] }))
        ]}
        onChange={(level) => set({ level: level === '' ? undefined : level })}
      />
      <Select
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={words.unit}
        value={filter.unit ?? ''}
        options={[
          { value: '', label: words.allUnits },
          ...view.units.map(({ code, name }) => ({ value: code, label: name }))
        ]}
        onChange={(unit) => set({ unit })}
      />
      <SearchBox value={filter.text ?? ''} onChange={(value) => set({ text: value })} />
      <Checkbox checked={filter.voided === true} onChange={(event) => set({ voided: event.target.checked })}>
        {words.voided}
      </Checkbox>
    </span>
  )
}

/** Asks a moment after the last key, and not while an input method is still composing. */
function SearchBox(props: { value: string; onChange: (value: string) => void }): ReactElement {
  const { value, onChange } = props
  const [typed, setTyped] = useState(value)
  const [composing, setComposing] = useState(false)
  useEffect(() => {
    if (composing || typed === value) return undefined
    const timer = setTimeout(() => onChange(typed), 250)
    return () => clearTimeout(timer)
  }, [typed, composing, value, onChange])
  return (
    <Input
      size="small"
      allowClear
      aria-label={text.filter.text}
      placeholder={text.filter.text}
      value={typed}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
