import { Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { ResultsView } from '#shared/ipc/results.ts'
import { paths } from '../../app/paths.ts'
import { useRateMarks } from '../../app/useRateMarks.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { gapsText as text } from '../../text/gaps.ts'
import { WithScheme } from '../scheme/WithScheme.tsx'
import { GapTable } from './GapTable.tsx'
import { HeatTable } from './HeatTable.tsx'
import './gaps.css'

type Mode = keyof typeof text.views

/** 差距看板: units against the first, the one above and the mean; indicators × units by score rate. */
export function GapsPage(): ReactElement {
  return <WithScheme title={text.title}>{(period) => <Gaps period={period} />}</WithScheme>
}

function Gaps({ period }: { period: string }): ReactElement {
  const ranking = useRoute('ranking.get', { period })
  const [mode, setMode] = useState<Mode>('UNITS')
  const [group, setGroup] = useState<string | null>(null)
  const groups = ranking.data?.results?.races.flatMap((race) => race.groups) ?? []
  const shown = groups.find((item) => item.group === group) ?? groups[0]
  return (
    <div className="page">
      <PageHead
        title={text.title}
        tags={
          groups.length > 1 ? (
            <Segmented
              value={shown?.group}
              options={groups.map((item) => ({
                value: item.group,
                label: `${item.name} ${item.rankedCount}`
              }))}
              onChange={setGroup}
            />
          ) : undefined
        }
      >
        {shown === undefined ? null : (
          <Segmented<Mode>
            value={mode}
            options={(Object.keys(text.views) as Mode[]).map((value) => ({
              value,
              label: text.views[value]
            }))}
            onChange={setMode}
          />
        )}
      </PageHead>
      <Loaded
        query={ranking}
        skeleton={
          <Panel>
            <Skeleton rows={14} />
          </Panel>
        }
      >
        {(data) => (shown === undefined ? <NotComputed /> : <Board data={data} mode={mode} group={shown} />)}
      </Loaded>
    </div>
  )
}

type Group = NonNullable<ResultsView['results']>['races'][number]['groups'][number]

function Board({ data, mode, group }: { data: ResultsView; mode: Mode; group: Group }): ReactElement {
  const blocked = group.units.filter((unit) => unit.state === 'BLOCKED').length
  const decimals = data.results?.decimals ?? 2
  const progress = useRateMarks()
  return (
    <>
      {data.preview ? (
        <Notice title={common.previewUnfrozen}>
          {text.previewNote}
          {blocked > 0 ? text.blocked(blocked) : ''}
        </Notice>
      ) : null}
      <Panel className="gaps-panel">
        {mode === 'UNITS' ? (
          <GapTable group={group} decimals={decimals} />
        ) : (
          <HeatTable key={group.group} group={group} />
        )}
      </Panel>
      {mode === 'HEAT' ? <p className="gaps-legend">{text.legend(progress.legend)}</p> : null}
    </>
  )
}

function NotComputed(): ReactElement {
  const navigate = useNavigate()
  return (
    <Panel>
      <EmptyState title={text.notComputed} hint={text.notComputedHint}>
        <Button onClick={() => void navigate(paths.overview)}>{text.toOverview}</Button>
      </EmptyState>
    </Panel>
  )
}
