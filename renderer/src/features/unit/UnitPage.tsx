import { Button } from 'antd'
import { useCallback, useState, type ReactElement } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { NARROW, useMedia } from '../../components/useMedia.ts'
import { useRoute } from '../../ipc/queries.ts'
import { unitText } from '../../text/unit.ts'
import { NoScheme } from '../scheme/NoScheme.tsx'
import { TraceDrawer } from './TraceDrawer.tsx'
import { UnitBody } from './UnitBody.tsx'
import { UnitHead } from './UnitHead.tsx'
import './unit.css'

/** Below this the trend column makes room for the drawer. */
const TIGHT = '(max-width: 1599px)'

/** What the drawer shows: one indicator, one dimension, or the total. */
interface Asked {
  indicator: string | null
  dimension: string | null
}

/** 单位: where it stands, its dimensions and indicators, and the way of every score down to its source cell. */
export function UnitPage(): ReactElement {
  const { unit } = useParams()
  const { period, view } = usePeriod()
  if (period === null || view?.schemeTitle === null || unit === undefined) {
    return (
      <div className="page">
        <PageHead title={unitText.listTitle} />
        <NoScheme />
      </div>
    )
  }
  // Another unit starts with its own selection.
  return <Unit key={`${period} ${unit}`} period={period} unit={unit} />
}

function Unit({ period, unit }: { period: string; unit: string }): ReactElement {
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const query = useRoute('unit.get', { period, unit })
  const ranking = useRoute('ranking.get', { period })
  const narrow = useMedia(NARROW)
  const tight = useMedia(TIGHT)
  const fromLink = params.get('indicator')
  const [opened, setAsked] = useState<Asked | null>(null)
  const [chosen, setSelected] = useState<string | null>(null)
  // A link to an indicator (Ctrl+K, a to-do) stands in the address until the clerk asks for something else.
  const asked = fromLink === null ? opened : { indicator: fromLink, dimension: null }
  const selected = fromLink ?? chosen

  const ask = useCallback(
    (next: Asked | null) => {
      setAsked(next)
      if (next?.indicator != null) setSelected(next.indicator)
      if (params.has('indicator')) setParams({}, { replace: true })
    },
    [params, setParams]
  )
  const close = useCallback(() => ask(null), [ask])

  function select(indicator: string): void {
    setSelected(indicator)
    if (fromLink === null || fromLink === indicator) return
    // The selection moves on; the drawer keeps what the link opened.
    setAsked(asked)
    setParams({}, { replace: true })
  }

  if (query.data === undefined) {
    return (
      <div className="page">
        <PageHead title={unitText.listTitle} />
        <Panel>
          {query.error === null ? (
            <Skeleton rows={16} />
          ) : query.error.code === 'NOT_COMPUTED' ? (
            <EmptyState title={query.error.message} hint={query.error.details.action}>
              <Button type="primary" onClick={() => void navigate(paths.ranking)}>
                {unitText.notComputed}
              </Button>
            </EmptyState>
          ) : (
            <ErrorPanel error={query.error} unchanged={null} onRetry={() => void query.refetch()}>
              <Link to={paths.units}>{unitText.listTitle}</Link>
            </ErrorPanel>
          )}
        </Panel>
      </div>
    )
  }

  const view = query.data
  const group = ranking.data?.results?.races
    .flatMap((race) => race.groups)
    .find((candidate) => candidate.group === view.result.group)
  return (
    <div className={asked === null || narrow ? 'unit-layout' : 'unit-layout unit-layout-side'}>
      <div className="page unit-page">
        <UnitHead view={view} />
        <UnitBody
          view={view}
          mean={group?.mean?.total ?? null}
          narrow={narrow || (tight && asked !== null)}
          selected={selected}
          onSelect={select}
          onAskTotal={() => ask({ indicator: null, dimension: null })}
          onAskDimension={(dimension) => ask(dimensionAsked(view, dimension))}
          onAskIndicator={(indicator) => ask({ indicator, dimension: null })}
        />
      </div>
      {asked === null ? null : (
        <TraceDrawer
          period={period}
          unit={unit}
          indicator={asked.indicator}
          dimension={asked.dimension}
          placing={narrow ? 'over' : 'side'}
          onAsk={(indicator) => ask({ indicator, dimension: null })}
          onClose={close}
        />
      )}
    </div>
  )
}

/** A dimension of one indicator goes straight to it. */
function dimensionAsked(
  view: { result: { dimensions: { dimension: string; indicators: { indicator: string }[] }[] } },
  code: string
): Asked {
  const indicators = view.result.dimensions.find((one) => one.dimension === code)?.indicators ?? []
  return indicators.length === 1
    ? { indicator: indicators[0]!.indicator, dimension: null }
    : { indicator: null, dimension: code }
}
