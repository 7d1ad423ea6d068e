import { Button, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RaceDeskView } from '#shared/ipc/race.ts'
import { FileMenu } from '../../app/FileMenu.tsx'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { call } from '../../ipc/client.ts'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { racesText as text } from '../../text/races.ts'
import { WithScheme } from '../scheme/WithScheme.tsx'
import { AcrossTable } from './AcrossTable.tsx'
import { RaceCards } from './RaceCards.tsx'
import { ShowBoards } from './ShowBoards.tsx'
import './races.css'

type Tab = keyof typeof text.tabs
const TABS = Object.keys(text.tabs) as Tab[]
const FILES = [
  { key: 'RACES', label: text.files.races },
  { key: 'SHOW', label: text.files.show }
]

/** 六比: every race of the quarter on one page, the total over them, and the three boards 比看, 亮晒, 曝光. */
export function RacesPage(): ReactElement {
  return <WithScheme title={text.title}>{(period) => <Races key={period} period={period} />}</WithScheme>
}

function Races({ period }: { period: PeriodKey }): ReactElement {
  const [params, setParams] = useSearchParams()
  const asked = TABS.find((entry) => entry === params.get('tab')) ?? 'races'
  const desk = useRoute('race.desk', { period })
  return (
    <div className="page races-page">
      <PageHead
        title={text.title}
        tags={
          <Segmented<Tab>
            value={asked}
            options={TABS.map((value) => ({ value, label: text.tabs[value] }))}
            onChange={(tab) => setParams(tab === 'races' ? {} : { tab }, { replace: true })}
          />
        }
        note={text.note}
      >
        <FileMenu
          kinds={FILES}
          disabled={desk.data === undefined || desk.data.races.length === 0}
          save={(what, format) => call('race.export', { period, what: what as 'RACES' | 'SHOW', format })}
        />
      </PageHead>
      {desk.data === undefined || desk.data.races.length === 0 ? null : <Standing desk={desk.data} />}
      {asked === 'races' || asked === 'across' ? (
        <Loaded query={desk} rows={12}>
          {(data) => <Desk desk={data} tab={asked} />}
        </Loaded>
      ) : (
        <ShowBoards period={period} board={asked} />
      )}
    </div>
  )
}

/** State before result: what is shown is a preview, or older than the data. */
function Standing({ desk }: { desk: RaceDeskView }): ReactElement | null {
  if (desk.stale) return <Notice title={text.stale}>{text.staleNote}</Notice>
  if (desk.preview) return <Notice title={common.previewUnfrozen}>{text.previewNote}</Notice>
  return null
}

function Desk({ desk, tab }: { desk: RaceDeskView; tab: 'races' | 'across' }): ReactElement {
  const navigate = useNavigate()
  if (desk.races.length === 0) {
    return (
      <Panel>
        <EmptyState title={text.notComputed} hint={text.notComputedHint}>
          <Button onClick={() => void navigate(paths.overview)}>{text.toOverview}</Button>
        </EmptyState>
      </Panel>
    )
  }
  if (tab === 'races') return <RaceCards races={desk.races} />
  if (desk.across.length === 0) {
    return (
      <Panel>
        <EmptyState title={text.noAcross} hint={text.noAcrossHint}>
          <Button onClick={() => void navigate(paths.scheme)}>{text.toScheme}</Button>
        </EmptyState>
      </Panel>
    )
  }
  return (
    <div className="races-scroll">
      {desk.across.map((table) => (
        <AcrossTable key={table.code} table={table} />
      ))}
    </div>
  )
}
