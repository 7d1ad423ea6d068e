import { Button, InputNumber, Segmented, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { COMMENT_MARKS } from '#shared/domain/cadence/comment.ts'
import type { ReviewPlan, Speaker } from '#shared/domain/cadence/reviewPlan.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { FileMenu } from '../../app/FileMenu.tsx'
import { paths } from '../../app/paths.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { MovementMark } from '../../components/MovementMark.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { RankBadge } from '../../components/RankBadge.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { call } from '../../ipc/client.ts'
import { useCall } from '../../ipc/queries.ts'
import { reviewText as text } from '../../text/review.ts'
import { WithScheme } from '../scheme/WithScheme.tsx'
import { CommentPanel } from './CommentPanel.tsx'
import { useReview, type Review } from './useReview.ts'
import './review.css'

/** 讲评会: the order of speaking, the wall, and what is said of each unit. */
export function ReviewPage(): ReactElement {
  return <WithScheme title={text.title}>{(period) => <Page key={period} period={period} />}</WithScheme>
}

function Page({ period }: { period: PeriodKey }): ReactElement {
  const { review, loading, error } = useReview(period)
  const navigate = useNavigate()
  return (
    <div className="page">
      <PageHead title={text.title} note={text.note}>
        {review === null ? null : (
          <>
            <FileMenu
              kinds={[{ key: 'agenda', label: text.agenda }]}
              save={(_, format) => call('cadence.export', { of: { cadence: 'QUARTER', at: period }, format })}
            />
            <Button onClick={() => void navigate(`${paths.reviewShow}?from=units`)}>{text.startUnits}</Button>
            <Button type="primary" onClick={() => void navigate(paths.reviewShow)}>
              {text.start}
            </Button>
          </>
        )}
      </PageHead>
      {error === null ? null : <ErrorPanel error={error} />}
      {loading ? <Skeleton rows={12} /> : null}
      {review !== null ? <Body period={period} review={review} /> : null}
      {review === null && !loading && error === null ? (
        <Panel>
          <EmptyState title={text.empty} hint={text.emptyHint}>
            <Button onClick={() => void navigate(paths.overview)}>{text.toOverview}</Button>
          </EmptyState>
        </Panel>
      ) : null}
    </div>
  )
}

function Body({ period, review }: { period: PeriodKey; review: Review }): ReactElement {
  const { plan, speakers, comments, view } = review
  const save = useCall('review.savePlan')
  const [chosen, setChosen] = useState<string | null>(null)
  const change = (part: Partial<ReviewPlan>): void => save.mutate({ period, plan: { ...plan, ...part } })
  const current = speakers.find(({ unit }) => unit.unit === chosen) ?? speakers[0]
  function move(unit: string, by: 1 | -1): void {
    const codes = speakers.map((speaker) => speaker.unit.unit)
    const at = codes.indexOf(unit)
    const other = codes[at + by]
    if (other === undefined) return
    codes[at] = other
    codes[at + by] = unit
    change({ order: 'CUSTOM', custom: codes })
  }
  return (
    <>
      {view.preview ? (
        <Notice title={text.preview}>{text.previewNote}</Notice>
      ) : (
        <Notice tone="plain" title={text.frozen(view.period.snapshot ?? '')}>
          {null}
        </Notice>
      )}
      <div className="rv-set">
        <label className="row">
          {text.order}
          <Segmented
            aria-label={text.order}
            value={plan.order}
            options={Object.entries(text.orders).map(([value, label]) => ({
              value: value as ReviewPlan['order'],
              label
            }))}
            onChange={(order) =>
              change(
                order === 'CUSTOM' && plan.custom.length === 0
                  ? { order, custom: speakers.map(({ unit }) => unit.unit) }
                  : { order }
              )
            }
          />
        </label>
        <label className="row">
          {text.minutes}
          <InputNumber
            size="small"
            min={1}
            max={60}
            precision={0}
            value={plan.minutes}
            onChange={(minutes) => (minutes === null ? undefined : change({ minutes }))}
          />
        </label>
        <label className="row">
          {text.bottom}
          <Segmented
            aria-label={text.bottom}
            value={plan.bottom}
            options={Object.entries(text.bottoms).map(([value, label]) => ({
              value: value as ReviewPlan['bottom'],
              label
            }))}
            onChange={(bottom) => change({ bottom })}
          />
        </label>
        <span className="small soft">{text.total(speakers.length, plan.minutes)}</span>
      </div>
      {save.error === null ? null : <ErrorPanel error={save.error} />}
      <div className="rv-body">
        <Panel className="rv-order" scroll>
          <DataTable<Speaker>
            label={text.order}
            rows={speakers}
            columns={columns(review, move)}
            rowKey={({ unit }) => unit.unit}
            selected={current?.unit.unit ?? null}
            onSelect={setChosen}
            scroll={{ x: 620 }}
          />
        </Panel>
        <Panel
          className="rv-comments"
          title={current === undefined ? text.comment : text.commentOf(current.unit.name)}
          scroll
          pad
        >
          {current === undefined ? (
            text.chooseUnit
          ) : (
            <CommentPanel
              key={current.unit.unit}
              period={period}
              unit={current.unit.unit}
              comments={comments.filter(({ unit }) => unit === current.unit.unit)}
              lastSpeaker={comments.at(-1)?.speaker ?? ''}
            />
          )}
        </Panel>
      </div>
    </>
  )
}

function columns(review: Review, move: (unit: string, by: 1 | -1) => void): TableColumnsType<Speaker> {
  const { speakers, comments } = review
  return [
    { title: text.head.no, key: 'no', width: 52, className: 'mid', render: (_, __, index) => index + 1 },
    {
      title: text.head.unit,
      key: 'unit',
      ellipsis: true,
      render: (_, { unit, group }) => (
        <>
          <b>{unit.name}</b> <span className="small quiet">{group.name}</span>
        </>
      )
    },
    {
      title: text.head.rank,
      key: 'rank',
      width: 60,
      className: 'mid',
      render: (_, { unit }) => <RankBadge rank={unit.rank} tied={unit.tied} />
    },
    {
      title: text.head.total,
      key: 'total',
      width: 76,
      className: 'num',
      render: (_, { unit }) => unit.total?.printed ?? '/'
    },
    {
      title: text.head.move,
      key: 'move',
      width: 56,
      className: 'mid',
      render: (_, { unit }) => <MovementMark movement={unit.movement} />
    },
    {
      title: text.head.comment,
      key: 'comment',
      width: 96,
      render: (_, { unit }) => {
        const own = comments.filter((comment) => comment.unit === unit.unit)
        const mark = own.find((comment) => comment.mark !== null)?.mark ?? null
        return mark === null ? (own.length === 0 ? '' : `${own.length} 条`) : COMMENT_MARKS[mark]
      }
    },
    {
      title: text.head.act,
      key: 'act',
      width: 84,
      render: (_, { unit }, index) => (
        <span className="row">
          <Button
            size="small"
            aria-label={`${unit.name} ${text.up}`}
            disabled={index === 0}
            onClick={() => move(unit.unit, -1)}
          >
            ↑
          </Button>
          <Button
            size="small"
            aria-label={`${unit.name} ${text.down}`}
            disabled={index === speakers.length - 1}
            onClick={() => move(unit.unit, 1)}
          >
            ↓
          </Button>
        </span>
      )
    }
  ]
}
