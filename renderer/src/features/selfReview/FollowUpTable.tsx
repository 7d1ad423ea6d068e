import { App, Button, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import type { FollowUpRow, SelfReviewView } from '#shared/ipc/selfReview.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { useCall } from '../../ipc/queries.ts'
import { selfReviewText as text } from '../../text/selfReview.ts'
import { ChangeMark, TaskLink } from './marks.tsx'
import type { ReviewStore } from './useReviewDraft.ts'

/** 上季度差距: the gap then and now, its task, and the way into this quarter. */
export function FollowUpTable({ view, store }: { view: SelfReviewView; store: ReviewStore }): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  const carry = useCall('selfReview.carry')
  const { message } = App.useApp()
  const rows = view.followUp?.rows ?? []
  const { attach, height, style } = useTableHeight(rows.length)
  if (view.followUp === null) return <EmptyState title={text.lastEmpty} hint={text.lastEmptyHint} />
  const open = rows.filter((row) => row.unfinished && row.carriedTo === null)
  const take = async (some: readonly FollowUpRow[]): Promise<void> => {
    // What is being typed goes first: the list is read again afterwards.
    if ((await store.flush()) === null) return
    carry.mutate(
      { period: view.period, unit: view.unit, rows: some.map(({ row }) => row.id) },
      { onSuccess: ({ carried }) => void message.success(text.carriedDone(carried)) }
    )
  }
  return (
    <>
      <p className="sr-counts small">{text.narrowed(view.followUp.counts)}</p>
      {carry.error === null ? null : <ErrorPanel error={carry.error} />}
      <div className="fill sr-fill" ref={attach} style={style}>
        <DataTable
          label={text.views.LAST}
          rows={rows}
          columns={columns(view.readOnly === null ? (row) => void take([row]) : null)}
          rowKey={({ row }) => String(row.id)}
          selected={selected}
          onSelect={setSelected}
          scroll={{ x: 760, y: height }}
        />
      </div>
      {view.readOnly === null && open.length > 1 ? (
        <div className="sr-foot">
          <Button size="small" loading={carry.isPending} onClick={() => void take(open)}>
            {text.carryAll(open.length)}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function columns(take: ((row: FollowUpRow) => void) | null): TableColumnsType<FollowUpRow> {
  const { lastHead: head } = text
  return [
    {
      title: head.topic,
      key: 'topic',
      width: 180,
      ellipsis: true,
      render: (_, { row }) => <b title={row.fields.topic}>{row.fields.topic}</b>
    },
    {
      title: head.change,
      key: 'change',
      width: 92,
      render: (_, { outcome }) => <ChangeMark change={outcome.change} />
    },
    {
      title: head.sentence,
      key: 'sentence',
      ellipsis: true,
      render: (_, { outcome }) => (
        <span title={[outcome.sentence, outcome.ownNowSource].filter(Boolean).join('\n')}>
          {outcome.sentence}
        </span>
      )
    },
    {
      title: head.task,
      key: 'task',
      width: 190,
      render: (_, { row }) =>
        row.item === null ? <span className="quiet">/</span> : <TaskLink item={row.item} />
    },
    {
      title: head.go,
      key: 'go',
      width: 108,
      align: 'center',
      render: (_, row) =>
        row.carriedTo !== null ? (
          <span className="quiet">{text.carried}</span>
        ) : !row.unfinished ? (
          <span className="quiet">{text.finished}</span>
        ) : take === null ? null : (
          <Button size="small" onClick={() => take(row)}>
            {text.carry}
          </Button>
        )
    }
  ]
}
