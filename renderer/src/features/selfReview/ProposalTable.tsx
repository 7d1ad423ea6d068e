import { Button, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { BENCHMARK_KINDS } from '#shared/domain/selfReview/gapWords.ts'
import type { GapProposalView, SelfReviewView } from '#shared/ipc/selfReview.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { padDecimals, printNumber } from '../../text/format.ts'
import { selfReviewText as text } from '../../text/selfReview.ts'
import type { ReviewStore } from './useReviewDraft.ts'

/** 数据提示: what the results show, most points first; one click makes a row of it. */
export function ProposalTable({ view, store }: { view: SelfReviewView; store: ReviewStore }): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  const { proposals } = view
  const { attach, height, style } = useTableHeight(proposals.length)
  const editable = view.readOnly === null
  const inDraft = (proposal: GapProposalView): boolean =>
    store.draft.rows.some(
      ({ fields }) =>
        fields.race === proposal.fields.race &&
        fields.indicator === proposal.fields.indicator &&
        (fields.about === 'TOTAL') === (proposal.fields.about === 'TOTAL') &&
        fields.kind === proposal.fields.kind
    )
  const take = (some: readonly GapProposalView[]): void => store.add(some.map(({ fields }) => fields))
  // One gap of each indicator: the first of its proposals stands for the rest.
  const first = proposals.filter(
    (entry, index) =>
      entry.fields.about !== 'TOTAL' &&
      proposals.findIndex((other) => other.fields.indicator === entry.fields.indicator) === index &&
      !proposals.some((other) => other.fields.indicator === entry.fields.indicator && inDraft(other))
  )
  if (proposals.length === 0)
    return view.results === 'NONE' ? (
      <EmptyState title={text.dataEmpty} hint={text.data.NONE} />
    ) : (
      <EmptyState title={text.dataEmpty} hint={text.dataEmptyHint} />
    )
  return (
    <>
      {text.data[view.results] === '' ? null : (
        <Notice title={view.results === 'STALE' ? '数据有变动' : '预览'}>{text.data[view.results]}</Notice>
      )}
      <div className="fill sr-fill" ref={attach} style={style}>
        <DataTable
          label={text.views.DATA}
          rows={proposals}
          columns={columns(editable ? take : null, inDraft)}
          rowKey={(row) => row.key}
          selected={selected}
          onSelect={setSelected}
          onOpen={(row) => {
            if (editable && !inDraft(row)) take([row])
          }}
          scroll={{ x: 760, y: height }}
        />
      </div>
      {editable && first.length > 1 ? (
        <div className="sr-foot">
          <Button size="small" onClick={() => take(first)}>
            {text.takeAll(first.length)}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function columns(
  take: ((some: readonly GapProposalView[]) => void) | null,
  inDraft: (proposal: GapProposalView) => boolean
): TableColumnsType<GapProposalView> {
  const { dataHead: head } = text
  return [
    {
      title: head.topic,
      key: 'topic',
      width: 190,
      ellipsis: true,
      render: (_, { fields }) => <b title={fields.topic}>{fields.topic}</b>
    },
    {
      title: head.against,
      key: 'against',
      width: 84,
      render: (_, { fields }) => BENCHMARK_KINDS[fields.kind]
    },
    {
      title: head.sentence,
      key: 'sentence',
      ellipsis: true,
      render: (_, { sentence }) => <span title={sentence}>{sentence}</span>
    },
    {
      title: head.lost,
      key: 'lost',
      width: 70,
      align: 'right',
      render: (_, { fields }) => (fields.lost === null ? '/' : printNumber(padDecimals(fields.lost, 2)))
    },
    ...(take === null
      ? []
      : [
          {
            key: 'take',
            width: 84,
            align: 'center' as const,
            render: (_: unknown, row: GapProposalView) =>
              inDraft(row) ? (
                <span className="quiet">{text.taken}</span>
              ) : (
                <Button size="small" onClick={() => take([row])}>
                  {text.take}
                </Button>
              )
          }
        ])
  ]
}
