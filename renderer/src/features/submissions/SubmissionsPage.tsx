import { App, Button, Segmented } from 'antd'
import type { TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { SubmissionRow } from '#shared/ipc/period.ts'
import { copyText } from '../../app/copyText.ts'
import { paths } from '../../app/paths.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { Track } from '../../components/Track.tsx'
import { NARROW, useMedia } from '../../components/useMedia.ts'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { listNames, printMoment } from '../../text/format.ts'
import { reminderText, submissionsText as text } from '../../text/submissions.ts'
import { NoScheme } from '../scheme/NoScheme.tsx'
import './submissions.css'

type Filter = keyof typeof text.filters

/** 报送进度: who has handed in what, and the names to remind. */
export function SubmissionsPage(): ReactElement {
  const { period, view } = usePeriod()
  if (period === null || view?.schemeTitle === null) {
    return (
      <div className="page">
        <PageHead title={text.title} />
        <NoScheme />
      </div>
    )
  }
  return <Submissions period={period} due={view?.dueDate ?? null} />
}

function Submissions({ period, due }: { period: string; due: string | null }): ReactElement {
  const { frozen } = usePeriod()
  const submissions = useRoute('period.submissions', { period })
  const [params] = useSearchParams()
  const [filter, setFilter] = useState<Filter>('ALL')
  const narrow = useMedia(NARROW)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const rows = submissions.data ?? []
  const open = rows.filter((row) => row.state !== 'COMPLETE')
  const reminder = reminderText(period, due, rows)

  async function copy(): Promise<void> {
    if (await copyText(reminder)) void message.success(text.copied)
    else void message.warning(text.copyFailed)
  }

  return (
    <div className="page">
      <PageHead
        title={text.title}
        note={submissions.data === undefined ? null : text.note(rows.length - open.length, rows.length, due)}
      >
        {frozen || open.length === 0 ? null : (
          <>
            <Button onClick={() => void navigate(paths.import)}>{text.import}</Button>
            <Button type="primary" onClick={() => void copy()}>
              {text.copy}
            </Button>
          </>
        )}
      </PageHead>
      <div className={narrow || frozen ? 'split' : 'split split-side'}>
        <Panel
          title={
            <Segmented<Filter>
              size="small"
              value={filter}
              options={(Object.keys(text.filters) as Filter[]).map((value) => ({
                value,
                label: `${text.filters[value]} ${value === 'ALL' ? rows.length : rows.filter((row) => row.state === value).length}`
              }))}
              onChange={setFilter}
            />
          }
        >
          <Loaded query={submissions} rows={12}>
            {(all) => (
              <Units
                key={params.get('unit')}
                first={params.get('unit')}
                rows={sorted(filter === 'ALL' ? all : all.filter((row) => row.state === filter))}
                filter={filter}
                onClear={() => setFilter('ALL')}
              />
            )}
          </Loaded>
        </Panel>
        {narrow || frozen ? null : (
          <Panel
            title={text.list}
            hint={open.length === 0 ? undefined : text.listHint(open.length)}
            scroll
            pad
          >
            {open.length === 0 ? (
              <p className="soft">{text.listEmpty}</p>
            ) : (
              <pre className="reminder" tabIndex={0} aria-label={text.list}>
                {reminder}
              </pre>
            )}
          </Panel>
        )}
      </div>
    </div>
  )
}

interface UnitsProps {
  rows: readonly SubmissionRow[]
  filter: Filter
  first: string | null
  onClear: () => void
}

function Units({ rows, filter, first, onClear }: UnitsProps): ReactElement {
  const [selected, setSelected] = useState<string | null>(first)
  const { attach, height, style } = useTableHeight(rows.length)
  const navigate = useNavigate()
  return (
    <div className="fill" ref={attach} style={style}>
      <DataTable
        label={text.title}
        rows={rows}
        columns={COLUMNS}
        rowKey={(row) => row.unit}
        selected={selected}
        onSelect={setSelected}
        onOpen={(row) => void navigate(paths.unit(row.unit))}
        scroll={{ x: 760, y: height }}
        empty={
          filter === 'ALL' ? (
            <EmptyState title={text.nothingExpected} hint={text.nothingExpectedHint} />
          ) : (
            <EmptyState title={text.none} hint={text.noneHint(text.filters[filter])}>
              <Button onClick={onClear}>{common.clearFilter}</Button>
            </EmptyState>
          )
        }
      />
    </div>
  )
}

const ORDER = { MISSING: 0, PARTLY: 1, COMPLETE: 2 } as const

/** Those who owe something first; the organisation's order inside. */
function sorted(rows: readonly SubmissionRow[]): SubmissionRow[] {
  return [...rows].sort((a, b) => ORDER[a.state] - ORDER[b.state])
}

const COLUMNS: TableColumnsType<SubmissionRow> = [
  {
    title: text.head.unit,
    dataIndex: 'name',
    width: 150,
    fixed: 'left',
    render: (name: string) => <b>{name}</b>
  },
  {
    title: text.head.state,
    dataIndex: 'state',
    width: 92,
    render: (state: SubmissionRow['state']) => (
      <StatusMark
        status={state === 'MISSING' ? 'missing' : state === 'PARTLY' ? 'partly' : 'done'}
        word={state === 'COMPLETE' ? text.filters.COMPLETE : undefined}
      />
    )
  },
  {
    title: text.head.filled,
    key: 'filled',
    width: 132,
    render: (_, row) => (
      <span className="filled">
        <Track
          value={row.expected === 0 ? 0 : (row.filled / row.expected) * 100}
          label={`${row.filled} / ${row.expected}`}
        />
        <span className="nowrap">
          {row.filled} / {row.expected}
        </span>
      </span>
    )
  },
  {
    title: text.head.missing,
    key: 'missing',
    ellipsis: true,
    render: (_, row) =>
      row.missing.length === 0 ? null : (
        <span title={row.missing.join('、')}>
          {row.filled === 0 ? `${text.allIndicators}（${row.missing.length} 项）` : row.missing.join('、')}
        </span>
      )
  },
  {
    title: text.head.files,
    key: 'files',
    width: 150,
    ellipsis: true,
    render: (_, row) =>
      row.files.length === 0 ? (
        <span className="quiet">{text.notYet}</span>
      ) : (
        <span className="soft" title={row.files.join('\n')}>
          {listNames(row.files, 1)}
        </span>
      )
  },
  {
    title: text.head.lastAt,
    dataIndex: 'lastAt',
    width: 112,
    render: (at: string | null) => <span className="soft nowrap">{at === null ? '' : printMoment(at)}</span>
  }
]
