import { Button } from 'antd'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { ResultsView } from '#shared/ipc/results.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import type { CallError } from '../../ipc/client.ts'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { rankingText } from '../../text/ranking.ts'
import { useCompute, type Compute } from '../overview/useCompute.ts'
import { useExport, type Export } from '../report/useExport.tsx'
import { WithScheme } from '../scheme/WithScheme.tsx'
import { monthAsked, monthView } from './monthView.ts'
import { MonthSwitch } from './MonthSwitch.tsx'
import type { RankingViewName } from './RankingViews.tsx'
import { Standing } from './Standing.tsx'
import './ranking.css'

/** 排名: groups, columns and views over one result set; nothing is computed or sorted here. */
export function RankingPage(): ReactElement {
  return (
    <WithScheme title={rankingText.title}>{(period) => <Ranking key={period} period={period} />}</WithScheme>
  )
}

function Ranking({ period }: { period: string }): ReactElement {
  const [params] = useSearchParams()
  const ranking = useRoute('ranking.get', { period })
  // Only an open quarter has months, and only main knows whether it is open.
  const open = ranking.data !== undefined && !isFrozenState(ranking.data.period.state)
  const month = open ? monthAsked(params.get('month'), period) : null
  const preview = useRoute('ranking.month', month === null ? null : { period, month })
  const [shape, setShape] = useState<RankingViewName>('table')
  const compute = useCompute(period)
  const exporter = useExport(period)
  const standing = { shape, onShape: setShape, compute, exporter }
  return (
    <div className="page rk-page">
      <Failures compute={compute} exporter={exporter} />
      <Loaded query={ranking} rows={16}>
        {(view) => {
          if (month !== null) {
            return preview.data === undefined ? (
              <MonthWaits period={period} preview={preview} />
            ) : (
              <Standing {...standing} view={monthView(view, preview.data)} results={preview.data} />
            )
          }
          return view.results === null ? (
            <NotComputed view={view} compute={compute} />
          ) : (
            <Standing {...standing} view={view} results={view.results} />
          )
        }}
      </Loaded>
    </div>
  )
}

/** While a month is computed, or could not be: the way back to the quarter stays. */
function MonthWaits(props: { period: string; preview: UseQueryResult<ResultSet, CallError> }): ReactElement {
  return (
    <>
      <PageHead title={rankingText.title} tags={<MonthSwitch period={props.period} />} />
      <Panel>
        <Loaded query={props.preview} rows={16}>
          {() => null}
        </Loaded>
      </Panel>
    </>
  )
}

function Failures({ compute, exporter }: { compute: Compute; exporter: Export }): ReactElement | null {
  const error = compute.error ?? exporter.error
  if (error === null) return null
  return (
    <Panel>
      <ErrorPanel error={error}>
        {exporter.error === null ? null : <Button onClick={exporter.dismiss}>{common.close}</Button>}
      </ErrorPanel>
    </Panel>
  )
}

function NotComputed({ view, compute }: { view: ResultsView; compute: Compute }): ReactElement {
  const { frozen } = usePeriod()
  const navigate = useNavigate()
  return (
    <>
      <PageHead
        title={rankingText.title}
        tags={frozen ? undefined : <MonthSwitch period={view.period.key} />}
      />
      <Panel>
        {frozen ? (
          <EmptyState title={rankingText.emptyFrozen} hint={view.period.title} />
        ) : (
          <EmptyState title={rankingText.emptyTitle} hint={rankingText.emptyHint}>
            <Button type="primary" loading={compute.running} onClick={compute.start}>
              {rankingText.compute}
            </Button>
            <Button onClick={() => void navigate(paths.import)}>{rankingText.goImport}</Button>
          </EmptyState>
        )}
      </Panel>
    </>
  )
}
