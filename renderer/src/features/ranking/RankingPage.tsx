import { Button, Segmented } from 'antd'
import { useCallback, useMemo, useRef, useState, type ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { paths } from '../../app/paths.ts'
import { useFreezeDialog } from '../../app/useFreezeDialog.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { rankingText } from '../../text/ranking.ts'
import type { ResultsView } from '#shared/ipc/results.ts'
import { useCompute, type Compute } from '../overview/useCompute.ts'
import { useExport, type Export } from '../report/useExport.tsx'
import { NoScheme } from '../scheme/NoScheme.tsx'
import { TraceDrawer } from '../unit/TraceDrawer.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { ALL_GROUPS, groupPlaces, GroupTabs, type GroupPlace } from './GroupTabs.tsx'
import { RankingLegend } from './RankingLegend.tsx'
import { RankingNotices } from './RankingNotices.tsx'
import { RankingViews, type RankingViewName } from './RankingViews.tsx'
import { useColumnChoice } from './useColumnChoice.ts'
import type { TraceAsked } from './viewProps.ts'
import './ranking.css'

/** 排名: groups, columns and views over one result set; nothing is computed or sorted here. */
export function RankingPage(): ReactElement {
  const { period, view } = usePeriod()
  if (period === null || view?.schemeTitle === null) {
    return (
      <div className="page">
        <PageHead title={rankingText.title} />
        <NoScheme />
      </div>
    )
  }
  return <Ranking key={period} period={period} />
}

function Ranking({ period }: { period: string }): ReactElement {
  const ranking = useRoute('ranking.get', { period })
  const compute = useCompute(period)
  const exporter = useExport(period)
  return (
    <div className="page rk-page">
      <Failures compute={compute} exporter={exporter} />
      <Loaded query={ranking} rows={16}>
        {(view) =>
          view.results === null ? (
            <NotComputed view={view} compute={compute} />
          ) : (
            <Standing view={view} results={view.results} compute={compute} exporter={exporter} />
          )
        }
      </Loaded>
    </div>
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
      <PageHead title={rankingText.title} />
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

interface StandingProps {
  view: ResultsView
  results: NonNullable<ResultsView['results']>
  compute: Compute
  exporter: Export
}

function Standing({ view, results, compute, exporter }: StandingProps): ReactElement {
  const { frozen, period } = usePeriod()
  const { openFreeze } = useFreezeDialog()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [shape, setShape] = useState<RankingViewName>('table')
  const [selected, setSelected] = useState<string | null>(null)
  const [trace, setTrace] = useState<(TraceAsked & { indicator: string | null }) | null>(null)
  const columns = useColumnChoice()
  const scroller = useRef<HTMLDivElement>(null)

  const places = useMemo(() => groupPlaces(results), [results])
  const asked = params.get('group')
  const tab =
    asked === ALL_GROUPS || places.some((place) => place.key === asked)
      ? asked!
      : (places[0]?.key ?? ALL_GROUPS)
  const shown = places.filter((place) => tab === ALL_GROUPS || place.key === tab)
  const closeTrace = useCallback(() => setTrace(null), [])

  function select(unit: string): void {
    setSelected(unit)
    // The drawer follows the selection: ↑↓ with it open walks through the units.
    setTrace((now) =>
      now === null || now.unit === unit ? now : { unit, dimension: now.dimension, indicator: now.indicator }
    )
  }

  function askTrace(next: TraceAsked, toggle: boolean): void {
    setTrace((now) => (toggle && now !== null ? null : { ...next, indicator: onlyIndicator(places, next) }))
  }

  if (places.length === 0) {
    return (
      <>
        <PageHead title={rankingText.title} />
        <Panel>
          <EmptyState title={rankingText.noGroup} />
        </Panel>
      </>
    )
  }
  return (
    <>
      <PageHead
        title={rankingText.title}
        tags={
          <GroupTabs
            places={places}
            value={tab}
            onChange={(key) => setParams({ group: key }, { replace: true })}
          />
        }
      >
        <Segmented<RankingViewName>
          aria-label={rankingText.title}
          value={shape}
          onChange={setShape}
          options={(['table', 'bars', 'matrix'] as const).map((name) => ({
            value: name,
            label: rankingText.views[name]
          }))}
        />
        {shape === 'table' ? (
          <ColumnMenu
            race={shown[0]!.race}
            choice={columns.choice}
            onToggle={columns.toggle}
            onReset={() => columns.showAll(shown[0]!.race)}
          />
        ) : null}
        <ExportMenu period={view.period.key} exporter={exporter} />
        {frozen ? null : (
          <Button disabled={view.stale} onClick={openFreeze}>
            {rankingText.freeze}
          </Button>
        )}
      </PageHead>
      <RankingNotices
        view={view}
        results={results}
        groups={shown.map(({ group }) => group)}
        computing={compute.running}
        onCompute={compute.start}
        onFreeze={openFreeze}
      />
      <RankingViews
        shape={shape}
        shown={shown}
        others={tab === ALL_GROUPS ? [] : places.filter((place) => place.key !== tab)}
        view={view}
        columns={columns.choice}
        scroller={scroller}
        selected={selected}
        onSelect={select}
        onOpen={(unit) => void navigate(paths.unit(unit))}
        onTrace={askTrace}
      />
      <RankingLegend shape={shape} results={results} selected={selected} />
      {trace === null || period === null ? null : (
        <TraceDrawer
          period={period}
          unit={trace.unit}
          indicator={trace.indicator}
          dimension={trace.dimension}
          placing="over"
          link
          onAsk={(indicator) => setTrace({ unit: trace.unit, dimension: null, indicator })}
          onClose={closeTrace}
        />
      )}
    </>
  )
}

/** A dimension of one indicator goes straight to it. */
function onlyIndicator(places: readonly GroupPlace[], { unit, dimension }: TraceAsked): string | null {
  if (dimension === null) return null
  const result = places.flatMap(({ group }) => group.units).find((candidate) => candidate.unit === unit)
  const indicators = result?.dimensions.find((one) => one.dimension === dimension)?.indicators ?? []
  return indicators.length === 1 ? indicators[0]!.indicator : null
}
