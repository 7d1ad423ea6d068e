import { Button, Dropdown, Input, Segmented, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { isOpen, LEVELS, type SlipLevel } from '#shared/domain/supervision/slip.ts'
import { SLIP_LEVELS, SLIP_STATES } from '#shared/domain/supervision/slipWords.ts'
import type { SlipFilter, SlipListView, SlipView } from '#shared/ipc/slip.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SlipTag } from '../../components/SlipTag.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { common } from '../../text/common.ts'
import { printDay } from '../../text/format.ts'
import { ACT_WORDS, supervisionText as text } from '../../text/supervision.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { StateText } from './StateText.tsx'
import { usePrint } from './usePrint.ts'

interface Props {
  data: SlipListView
  filter: SlipFilter
  readOnly: boolean
  onFilter: (filter: SlipFilter) => void
  onOpen: (id: number) => void
}

type StateChoice = 'ALL' | 'ISSUED' | 'ANSWERED' | 'CLOSED' | 'WITHDRAWN' | 'LATE'

/** The slips of the quarter: filters by state and colour, several printed or closed at once. */
export function SlipTable({ data, filter, readOnly, onFilter, onOpen }: Props): ReactElement {
  const { slips, counts } = data
  const [selected, setSelected] = useState<string | null>(null)
  const { attach, height, style } = useTableHeight(slips.length)
  return (
    <Panel className="sup-table">
      <Filters data={data} filter={filter} onFilter={onFilter} />
      <div className="fill" ref={attach} style={style}>
        {counts.total === 0 ? (
          <EmptyState title={text.table.empty} hint={readOnly ? undefined : text.table.emptyHint} />
        ) : slips.length === 0 ? (
          <EmptyState title={text.table.none}>
            <Button onClick={() => onFilter({})}>{common.clearFilter}</Button>
          </EmptyState>
        ) : (
          <DataTable
            label={text.views.ledger}
            rows={slips}
            columns={columns()}
            rowKey={({ id }) => String(id)}
            selected={selected}
            onSelect={setSelected}
            onOpen={({ id }) => onOpen(id)}
            onSpace={({ id }) => onOpen(id)}
            scroll={{ x: 940, y: height }}
          />
        )}
      </div>
      <Foot
        slips={slips}
        selected={slips.find(({ id }) => String(id) === selected) ?? null}
        readOnly={readOnly}
        summary={text.foot(slips.length, counts.total, counts.open)}
        onOpen={onOpen}
      />
    </Panel>
  )
}

function Filters({ data, filter, onFilter }: Pick<Props, 'data' | 'filter' | 'onFilter'>): ReactElement {
  const { counts } = data
  const state: StateChoice = filter.late === true ? 'LATE' : (filter.states?.[0] ?? 'ALL')
  const set = (part: SlipFilter, drop: readonly (keyof SlipFilter)[] = []): void => {
    const kept = Object.entries({ ...filter, ...part }).filter(
      ([key]) => !drop.includes(key as keyof SlipFilter)
    )
    onFilter(Object.fromEntries(kept))
  }
  const option = (value: StateChoice, label: string, count: number) => ({ value, label: `${label} ${count}` })
  return (
    <div className="sup-filters">
      <Segmented<StateChoice>
        size="small"
        value={state}
        options={[
          option('ALL', text.filter.all, counts.total),
          option('LATE', text.filter.late, counts.late),
          ...(['ISSUED', 'ANSWERED', 'CLOSED', 'WITHDRAWN'] as const).map((value) =>
            option(value, SLIP_STATES[value], counts.byState[value] ?? 0)
          )
        ]}
        onChange={(next) => {
          if (next === 'ALL') set({}, ['states', 'late'])
          else if (next === 'LATE') set({ late: true }, ['states'])
          else set({ states: [next] }, ['late'])
        }}
      />
      {[...LEVELS].reverse().map((level: SlipLevel) => {
        const on = filter.levels?.includes(level) ?? false
        return (
          <button
            key={level}
            type="button"
            className="sup-level"
            aria-pressed={on}
            onClick={() => (on ? set({}, ['levels']) : set({ levels: [level] }))}
          >
            <span className={`slip-tag slip-${level}`}>
              {SLIP_LEVELS[level].short} {counts.byLevel[level] ?? 0}
            </span>
          </button>
        )
      })}
      <Input
        className="sup-search"
        size="small"
        allowClear
        aria-label={text.filter.search}
        placeholder={text.filter.search}
        value={filter.text ?? ''}
        onChange={({ target }) => (target.value === '' ? set({}, ['text']) : set({ text: target.value }))}
      />
    </div>
  )
}

function columns(): TableColumnsType<SlipView> {
  const { table } = text
  return [
    { title: table.number, dataIndex: 'number', width: 128 },
    {
      title: table.level,
      key: 'level',
      width: 108,
      render: (_, slip) => (
        <SlipTag level={slip.level} kind={slip.kind} times={slip.nth} over={!isOpen(slip)} />
      )
    },
    {
      title: table.unit,
      dataIndex: 'unitName',
      width: 130,
      ellipsis: true
    },
    {
      title: table.subject,
      key: 'subject',
      ellipsis: true,
      render: (_, slip) => (
        <span title={slip.fields.reason}>
          {slip.itemNumber === null ? '' : `${slip.itemNumber} `}
          {slip.fields.subject}
        </span>
      )
    },
    {
      title: table.issuedOn,
      key: 'issued',
      width: 84,
      align: 'right',
      render: (_, slip) => printDay(slip.issuedOn)
    },
    {
      title: table.answerBy,
      key: 'answerBy',
      width: 84,
      align: 'right',
      render: (_, slip) => (slip.answerBy === null ? '/' : printDay(slip.answerBy))
    },
    { title: table.left, key: 'left', width: 96, render: (_, slip) => <Left slip={slip} /> },
    { title: table.state, key: 'state', width: 108, render: (_, slip) => <StateText slip={slip} /> }
  ]
}

function Left({ slip }: { slip: SlipView }): ReactElement | null {
  const { workdaysLeft: left } = slip
  if (left === null) return null
  return left < 0 ? (
    <b className="nowrap">◆ {text.left(left)}</b>
  ) : (
    <span className="nowrap">{text.left(left)}</span>
  )
}

interface FootProps {
  slips: readonly SlipView[]
  selected: SlipView | null
  readOnly: boolean
  summary: string
  onOpen: (id: number) => void
}

/** What can be done with the selected slip, and printing of all that are shown. */
function Foot({ slips, selected, readOnly, summary, onOpen }: FootProps): ReactElement {
  const [acting, setActing] = useState<'ANSWER' | 'CLOSE' | null>(null)
  const print = usePrint()
  const open = selected !== null && isOpen(selected)
  const verbs =
    readOnly || !open
      ? []
      : selected.state === 'ISSUED'
        ? (['ANSWER', 'CLOSE'] as const)
        : (['CLOSE'] as const)
  return (
    <div className="sup-foot">
      {print.error === null ? null : <ErrorPanel error={print.error} />}
      <span className="soft grow ellipsis">
        {summary}；{text.workdays}
      </span>
      {selected === null ? null : <span className="soft nowrap">{selected.number}</span>}
      {verbs.map((verb) => (
        <Button key={verb} size="small" onClick={() => setActing(verb)}>
          {ACT_WORDS[verb].verb}
        </Button>
      ))}
      {selected === null ? null : (
        <Button size="small" onClick={() => onOpen(selected.id)}>
          {text.detail.log}
        </Button>
      )}
      <Dropdown
        disabled={slips.length === 0}
        menu={{
          items: [
            ...(selected === null
              ? []
              : [
                  { key: 'one.docx', label: `${selected.number} Word` },
                  { key: 'one.pdf', label: `${selected.number} PDF` },
                  { type: 'divider' as const }
                ]),
            { key: 'all.docx', label: `${text.printWord} · ${slips.length}` },
            { key: 'all.pdf', label: `${text.printPdf} · ${slips.length}` },
            { key: 'folder', label: `${text.printFolder} · ${slips.length}` }
          ],
          onClick: ({ key }) => {
            const ids = key.startsWith('one') ? [selected!.id] : slips.map(({ id }) => id)
            print.run(ids, key.endsWith('pdf') ? 'pdf' : 'docx', key === 'folder' ? 'FOLDER' : 'ONE')
          }
        }}
      >
        <Button size="small" loading={print.busy}>
          {text.print}
        </Button>
      </Dropdown>
      {acting === null || selected === null ? null : (
        <ActionDialog slip={selected} action={acting} onClose={() => setActing(null)} />
      )}
    </div>
  )
}
