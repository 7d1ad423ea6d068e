import { Button, Segmented } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { paths } from '../../app/paths.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { evaluationText as text } from '../../text/evaluation.ts'
import { EntryTab } from './EntryTab.tsx'
import { ResultTab } from './ResultTab.tsx'
import { RoundActions } from './RoundActions.tsx'
import { leftText, StateTag } from './RoundState.tsx'
import { SetupTab } from './SetupTab.tsx'
import { useMarkEntry } from './useMarkEntry.ts'
import './evaluation.css'

type Tab = keyof typeof text.tabs
const TABS = Object.keys(text.tabs) as Tab[]

/** One round: who judges in which order, the marks, what they give. */
export function RoundPage(): ReactElement {
  const id = Number(useParams().id)
  const round = useRoute('evaluation.get', Number.isInteger(id) && id > 0 ? { id } : null)
  const { period } = usePeriod()
  const navigate = useNavigate()
  const other = round.data !== undefined && period !== null && round.data.period !== period
  // Another quarter was chosen in the title bar: its rounds are in its own list.
  useEffect(() => {
    if (other) void navigate(paths.evaluation, { replace: true })
  }, [other, navigate])
  return (
    <div className="page">
      {round.data === undefined ? (
        <>
          <PageHead title={text.title}>
            <Button onClick={() => void navigate(paths.evaluation)}>{text.back}</Button>
          </PageHead>
          <Loaded query={round} rows={10}>
            {() => null}
          </Loaded>
        </>
      ) : (
        <Round key={round.data.id} view={round.data} />
      )}
    </div>
  )
}

function Round({ view }: { view: RoundView }): ReactElement {
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [error, setError] = useState<unknown>(null)
  const entry = useMarkEntry(view)
  const asked = TABS.find((entry) => entry === params.get('tab'))
  const tab = asked ?? (view.state === 'CLOSED' ? 'result' : 'entry')
  return (
    <>
      <PageHead
        title={view.title}
        tags={<StateTag state={view.state} />}
        note={`${view.indicatorName}\u3000${leftText(view)}`}
      >
        <Button onClick={() => void navigate(paths.evaluation)}>{text.back}</Button>
        <RoundActions view={view} entry={entry} closeIsPrimary={tab !== 'setup'} onError={setError} />
      </PageHead>
      {error === null ? null : <ErrorPanel error={error} />}
      <Segmented<Tab>
        className="ev-tabs"
        aria-label={text.title}
        value={tab}
        options={TABS.map((value) => ({ value, label: text.tabs[value] }))}
        onChange={(value) => setParams({ tab: value }, { replace: true })}
      />
      {tab === 'setup' ? (
        <SetupTab view={view} />
      ) : tab === 'entry' ? (
        <EntryTab view={view} entry={entry} />
      ) : (
        <ResultTab view={view} />
      )}
    </>
  )
}
