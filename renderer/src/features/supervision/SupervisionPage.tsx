import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useSearchParams } from 'react-router'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { supervisionText as text } from '../../text/supervision.ts'
import { LedgerView } from './LedgerView.tsx'
import { MatrixView } from './MatrixView.tsx'
import { RulesView } from './RulesView.tsx'
import './supervision.css'

const VIEWS = ['ledger', 'matrix', 'rules'] as const
type View = (typeof VIEWS)[number]

/** 督办单: what should be issued today, what was issued, how the units stand, and by which rules. */
export function SupervisionPage(): ReactElement {
  const { period, frozen } = usePeriod()
  const [params, setParams] = useSearchParams()
  if (period === null)
    return (
      <div className="page">
        <PageHead title={text.title} />
        <Panel>
          <EmptyState title={text.noPeriod} hint={text.noPeriodHint} />
        </Panel>
      </div>
    )
  const view = VIEWS.find((one) => one === params.get('view')) ?? 'ledger'
  const tabs = (
    <Segmented<View>
      value={view}
      options={VIEWS.map((value) => ({ value, label: text.views[value] }))}
      onChange={(next) => setParams(next === 'ledger' ? {} : { view: next }, { replace: true })}
    />
  )
  if (view === 'matrix') return <MatrixView tabs={tabs} />
  if (view === 'rules') return <RulesView tabs={tabs} />
  return <LedgerView key={period} period={period} frozen={frozen} tabs={tabs} />
}
