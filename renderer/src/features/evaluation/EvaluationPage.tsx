import { Button, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RoundHead } from '#shared/ipc/evaluation.ts'
import { paths } from '../../app/paths.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { evaluationText as text } from '../../text/evaluation.ts'
import { printDay, printStamp } from '../../text/format.ts'
import { WithScheme } from '../scheme/WithScheme.tsx'
import { CreateDialog } from './CreateDialog.tsx'
import { progressText, StateTag } from './RoundState.tsx'
import './evaluation.css'

/** 讲堂评分: the rounds of a quarter in which people judge and vote. */
export function EvaluationPage(): ReactElement {
  return <WithScheme title={text.title}>{(period) => <Rounds key={period} period={period} />}</WithScheme>
}

function Rounds({ period }: { period: PeriodKey }): ReactElement {
  const list = useRoute('evaluation.list', { period })
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const judged = list.data?.judged ?? []
  const canCreate = list.data?.canEdit === true && judged.length > 0
  return (
    <div className="page">
      <PageHead title={text.title} note={text.note}>
        {canCreate ? (
          <Button type="primary" onClick={() => setCreating(true)}>
            {text.create}
          </Button>
        ) : null}
      </PageHead>
      {list.data?.canEdit === false ? (
        <Notice tone="plain" title={common.frozen}>
          {text.frozen}
        </Notice>
      ) : null}
      <Loaded query={list} rows={8}>
        {({ rounds }) =>
          rounds.length > 0 ? (
            <RoundTable rounds={rounds} onOpen={(id) => void navigate(paths.evaluationOf(id))} />
          ) : (
            <Panel>
              {judged.length === 0 ? (
                <EmptyState title={text.noJudged} hint={text.noJudgedHint}>
                  <Button onClick={() => void navigate(paths.scheme)}>{text.toScheme}</Button>
                </EmptyState>
              ) : (
                <EmptyState title={text.empty} hint={text.emptyHint} />
              )}
            </Panel>
          )
        }
      </Loaded>
      {creating ? (
        <CreateDialog
          period={period}
          judged={judged}
          onClose={() => setCreating(false)}
          onCreated={(id) => void navigate(`${paths.evaluationOf(id)}?tab=setup`)}
        />
      ) : null}
    </div>
  )
}

function RoundTable(props: { rounds: readonly RoundHead[]; onOpen: (id: number) => void }): ReactElement {
  const { rounds, onOpen } = props
  const [selected, setSelected] = useState<string | null>(null)
  const { attach, height, style } = useTableHeight(rounds.length)
  return (
    <Panel className="ev-rounds">
      <div className="fill" ref={attach} style={style}>
        <DataTable
          label={text.rounds}
          rows={rounds}
          columns={columns(onOpen)}
          rowKey={({ id }) => String(id)}
          selected={selected}
          onSelect={setSelected}
          onOpen={({ id }) => onOpen(id)}
          rowClassName={({ state }) => (state === 'VOIDED' ? 'ev-voided' : '')}
          scroll={{ x: 900, y: height }}
        />
      </div>
    </Panel>
  )
}

function columns(onOpen: (id: number) => void): TableColumnsType<RoundHead> {
  const { head } = text
  return [
    {
      title: head.title,
      key: 'title',
      ellipsis: true,
      render: (_, row) => (
        <button type="button" className="link ellipsis" onClick={() => onOpen(row.id)}>
          {row.title}
        </button>
      )
    },
    { title: head.indicator, dataIndex: 'indicatorName', width: 180, ellipsis: true },
    {
      title: head.day,
      key: 'day',
      width: 130,
      render: (_, row) =>
        row.heldOn === null ? <span className="quiet">{text.noDay}</span> : printDay(row.heldOn)
    },
    { title: head.units, dataIndex: 'units', width: 64, align: 'right' },
    {
      title: head.progress,
      key: 'progress',
      width: 240,
      ellipsis: true,
      render: (_, row) => progressText(row)
    },
    {
      title: head.state,
      key: 'state',
      width: 260,
      render: (_, row) => (
        <span className="row">
          <StateTag state={row.state} />
          <span className="small soft ellipsis">
            {row.voided !== null
              ? row.voided.reason
              : row.closedAt === null
                ? ''
                : `${printStamp(row.closedAt)} ${row.closedBy ?? ''}`}
          </span>
        </span>
      )
    }
  ]
}
