import type { TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { groupMean, type RatedMark, type UnitOutcome } from '#shared/domain/evaluation/roundResults.ts'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Panel } from '../../components/Panel.tsx'
import { RankBadge } from '../../components/RankBadge.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { evaluationText } from '../../text/evaluation.ts'
import { bandOf } from './gridModel.ts'
import { Marks, twoDigits } from './Marks.tsx'
import { OutcomePane } from './OutcomePane.tsx'
import { unitName } from './seatName.ts'

const text = evaluationText.result
/** More marks than fit a row are counted there, and stand in the pane one by one. */
const MOST_CHIPS = 5

/** 结果: what the marks give by the rule, struck ones shown as such; one unit's way to its score beside the table. */
export function ResultTab({ view }: { view: RoundView }): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  const { attach, height, style } = useTableHeight(view.outcomes.length)
  const chosen = view.outcomes.find(({ unit }) => unit === selected) ?? view.outcomes[0]
  return (
    <div className="ev-result">
      {view.drift.map((sentence) => (
        <Notice key={sentence} title={evaluationText.drift}>
          {sentence}
        </Notice>
      ))}
      <Panel
        className="ev-table"
        title={view.state === 'CLOSED' ? text.final : text.live}
        hint={`${view.state === 'CLOSED' ? '' : `${text.liveHint}；`}${text.legend}`}
      >
        <div className="fill" ref={attach} style={style}>
          <DataTable
            label={evaluationText.tabs.result}
            rows={view.outcomes}
            columns={columnsOf(view)}
            rowKey={({ unit }) => unit}
            selected={chosen?.unit ?? null}
            onSelect={setSelected}
            scroll={{ x: 900, y: height }}
          />
        </div>
      </Panel>
      {chosen === undefined ? null : <OutcomePane view={view} outcome={chosen} />}
    </div>
  )
}

function columnsOf(view: RoundView): TableColumnsType<UnitOutcome> {
  const { judged } = view
  const pools = new Map(judged.units.map(({ code, groupName }) => [code, groupName]))
  const several = new Set(pools.values()).size > 1
  const number = { align: 'right', width: 92 } as const
  return [
    {
      title: text.order,
      key: 'order',
      width: 52,
      align: 'center',
      fixed: 'left',
      render: (_, row) => view.setup.order.indexOf(row.unit) + 1
    },
    {
      title: evaluationText.head.units,
      key: 'unit',
      width: 150,
      ellipsis: true,
      fixed: 'left',
      render: (_, row) => <b>{unitName(row.unit, view)}</b>
    },
    ...(several
      ? [
          {
            title: text.pool,
            key: 'pool',
            width: 110,
            ellipsis: true,
            render: (_: unknown, row: UnitOutcome) => pools.get(row.unit)
          }
        ]
      : []),
    {
      title: text.marks,
      key: 'marks',
      render: (_, row) =>
        row.marks.length > MOST_CHIPS ? (
          <span className="small">{markCounts(row.marks)}</span>
        ) : (
          <Marks marks={row.marks} votes={view.kind === 'BALLOTS'} />
        )
    },
    ...judged.groups.map(({ name }) => ({
      title: name === '' ? text.mean : bandOf(view, name),
      key: `mean:${name}`,
      ...number,
      width: 108,
      render: (_: unknown, row: UnitOutcome) => meanText(groupMean(row, name))
    })),
    ...(judged.groups.length > 1
      ? [
          {
            title: text.weighted,
            key: 'weighted',
            ...number,
            render: (_: unknown, row: UnitOutcome) =>
              meanText(row.steps.find(({ label }) => label === '加权平均')?.value ?? null)
          }
        ]
      : []),
    {
      title: `${text.score} (${judged.fullMark})`,
      key: 'score',
      ...number,
      className: 'ev-score',
      render: (_, row) =>
        row.score === null ? (
          <span className="quiet" title={row.reason ?? ''}>
            {row.status === 'NA' ? '/' : row.status === 'REFUSED' ? '不能计分' : text.notYet}
          </span>
        ) : (
          <b>{row.score.printed}</b>
        )
    },
    {
      title: text.rank,
      key: 'rank',
      width: 84,
      align: 'center',
      fixed: 'right',
      render: (_, row) =>
        row.rank === null ? (
          row.score === null ? null : (
            <span className="small">{text.listed}</span>
          )
        ) : (
          <>
            <RankBadge rank={row.rank} />
            {row.tied ? <span className="small quiet"> {text.tied}</span> : null}
          </>
        )
    }
  ]
}

/** 「13 个分，去极值 4 个，回避 1 个，不计 1 个」. */
function markCounts(marks: readonly RatedMark[]): string {
  const of = (test: (mark: RatedMark) => boolean): number => marks.filter(test).length
  const recused = of(({ value }) => value === null)
  const struck = of(({ leftOut }) => leftOut?.startsWith('去掉') === true)
  const out = of(({ leftOut, value }) => leftOut !== null && value !== null) - struck
  return text.counts(marks.length - recused, struck, recused, out)
}

function meanText(value: string | null): ReactElement | string {
  return value === null ? <span className="quiet">{text.notYet}</span> : twoDigits(value)
}
