import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { paths } from '../../app/paths.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { NoScheme } from '../scheme/NoScheme.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { overviewText as text } from '../../text/overview.ts'
import { FlowStrip } from './FlowStrip.tsx'
import { GapPanel } from './GapPanel.tsx'
import { GroupPanels } from './GroupPanels.tsx'
import { OverviewActions } from './OverviewActions.tsx'
import { SubmissionPanel } from './SubmissionPanel.tsx'
import { TodoPanel } from './TodoPanel.tsx'
import { useCompute } from './useCompute.ts'
import './overview.css'

/** Where the quarter stands, who is missing, who leads and moved, what to do next. */
export function OverviewPage(): ReactElement {
  const { period, view } = usePeriod()
  const navigate = useNavigate()
  if (period === null || view?.schemeTitle === null) {
    return (
      <div className="page">
        <PageHead title={text.title} />
        <NoScheme>
          <Button type="primary" onClick={() => void navigate(paths.scheme)}>
            {text.chooseScheme}
          </Button>
        </NoScheme>
      </div>
    )
  }
  return <Overview period={period} />
}

function Overview({ period }: { period: string }): ReactElement {
  const overview = useRoute('overview.get', { period })
  const compute = useCompute(period)
  const data = overview.data
  return (
    <div className="page">
      <PageHead
        title={text.title}
        note={data === undefined ? null : text.note(period, data.period.dueDate, data.today)}
      >
        {data === undefined ? null : <OverviewActions overview={data} compute={compute} />}
      </PageHead>
      {compute.error === null ? null : (
        <Panel>
          <ErrorPanel error={compute.error} unchanged="原来的成绩没有改动。" onRetry={compute.start} />
        </Panel>
      )}
      <Loaded query={overview} skeleton={<Bones />}>
        {(view) => (
          <div className="ov-body">
            <FlowStrip overview={view} />
            <div className="ov-grid">
              <GroupPanels overview={view} />
              <TodoPanel overview={view} onCompute={compute.start} />
              <GapPanel overview={view} />
              <SubmissionPanel overview={view} />
            </div>
          </div>
        )}
      </Loaded>
    </div>
  )
}

function Bones(): ReactElement {
  return (
    <div className="ov-body">
      <Panel>
        <Skeleton rows={3} />
      </Panel>
      <div className="ov-grid">
        {['g1', 'g2', 'todo', 'gap', 'sub'].map((area) => (
          <Panel key={area} className={`ov-${area}`}>
            <Skeleton rows={6} />
          </Panel>
        ))}
      </div>
    </div>
  )
}
