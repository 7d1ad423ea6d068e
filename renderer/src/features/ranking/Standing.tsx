import { Button, Segmented } from 'antd'
import { useCallback, useMemo, useRef, useState, type ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { ResultsView } from '#shared/ipc/results.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { paths } from '../../app/paths.ts'
import { useFreezeDialog } from '../../app/useFreezeDialog.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { rankingText } from '../../text/ranking.ts'
import { TieDialog } from '../decisions/TieDialog.tsx'
import type { Compute } from '../overview/useCompute.ts'
import type { Export } from '../report/useExport.tsx'
import { RevisionsDialog } from '../revisions/RevisionsDialog.tsx'
import { TraceDrawer } from '../unit/TraceDrawer.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { ALL_GROUPS, groupPlaces, GroupTabs, type GroupPlace } from './GroupTabs.tsx'
import { monthTrace } from './monthView.ts'
import { MonthSwitch } from './MonthSwitch.tsx'
import { RankingLegend } from './RankingLegend.tsx'
import { RankingNotices } from './RankingNotices.tsx'
import { RankingViews, type RankingViewName } from './RankingViews.tsx'
import { hasStandings, StandingTables } from './StandingTables.tsx'
import { tiesOf, type AskedTie } from './ties.ts'
import { useColumnChoice } from './useColumnChoice.ts'
import type { TraceAsked } from './viewProps.ts'

interface Props {
  view: ResultsView
  results: ResultSet
  shape: RankingViewName
  onShape: (shape: RankingViewName) => void
  compute: Compute
  exporter: Export
}

const VIEWS: readonly RankingViewName[] = ['table', 'bars', 'matrix', 'standing']

/** The ranking of a quarter, or of a month's preview, in which nothing can be settled, frozen or taken out. */
export function Standing({ view, results, shape, onShape, compute, exporter }: Props): ReactElement {
  const { frozen, period } = usePeriod()
  const monthly = results.month !== null
  const { openFreeze } = useFreezeDialog()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [selected, setSelected] = useState<string | null>(null)
  const [trace, setTrace] = useState<(TraceAsked & { indicator: string | null }) | null>(null)
  const [tie, setTie] = useState<AskedTie | null>(null)
  const [revisions, setRevisions] = useState(false)
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

  /** A unit's own page explains the quarter; the numbers of a month are explained in the drawer. */
  function open(unit: string): void {
    if (monthly) askTrace({ unit, dimension: null }, false)
    else void navigate(paths.unit(unit))
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
            onChange={(key) => setParams((now) => withGroup(now, key), { replace: true })}
          />
        }
      >
        {shape === 'table' ? (
          <ColumnMenu
            race={shown[0]!.race}
            choice={columns.choice}
            onToggle={columns.toggle}
            onReset={() => columns.showAll(shown[0]!.race)}
          />
        ) : null}
        <Segmented<RankingViewName>
          aria-label={rankingText.title}
          value={shape}
          onChange={onShape}
          options={VIEWS.filter((name) => name !== 'standing' || hasStandings(results)).map((name) => ({
            value: name,
            label: rankingText.views[name]
          }))}
        />
        {monthly ? null : (
          <QuarterActions view={view} exporter={exporter} onRevisions={() => setRevisions(true)} />
        )}
      </PageHead>
      <div className="rk-state">
        {frozen ? null : <MonthSwitch period={view.period.key} />}
        <RankingNotices
          view={view}
          results={results}
          groups={shown.map(({ group }) => group)}
          ties={frozen ? [] : shown.flatMap(({ race, group }) => tiesOf(race.race, group))}
          onTie={setTie}
          computing={compute.running}
          onCompute={compute.start}
          onFreeze={openFreeze}
        />
      </div>
      {shape === 'standing' ? (
        <StandingTables results={results} onOpen={open} onTie={monthly ? null : setTie} />
      ) : (
        <RankingViews
          shape={shape}
          shown={shown}
          others={tab === ALL_GROUPS ? [] : places.filter((place) => place.key !== tab)}
          view={view}
          columns={columns.choice}
          scroller={scroller}
          selected={selected}
          onSelect={select}
          onOpen={open}
          onTrace={askTrace}
        />
      )}
      {tie === null ? null : <TieDialog period={view.period.key} {...tie} onClose={() => setTie(null)} />}
      {revisions ? <RevisionsDialog period={view.period.key} onClose={() => setRevisions(false)} /> : null}
      <RankingLegend shape={shape} results={results} selected={selected} />
      {trace === null || period === null ? null : (
        <TraceDrawer
          period={period}
          unit={trace.unit}
          indicator={trace.indicator}
          dimension={trace.dimension}
          placing="over"
          given={monthTrace(view, trace.unit)}
          link={!monthly}
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

function withGroup(params: URLSearchParams, group: string): URLSearchParams {
  const next = new URLSearchParams(params)
  next.set('group', group)
  return next
}

interface ActionProps {
  view: ResultsView
  exporter: Export
  onRevisions: () => void
}

function QuarterActions({ view, exporter, onRevisions }: ActionProps): ReactElement {
  const { frozen } = usePeriod()
  const { openFreeze } = useFreezeDialog()
  return (
    <>
      {view.period.snapshot !== null || view.period.revision > 1 ? (
        <Button onClick={onRevisions}>{rankingText.revisions}</Button>
      ) : null}
      <ExportMenu period={view.period.key} exporter={exporter} />
      {frozen ? null : (
        <Button disabled={view.stale} onClick={openFreeze}>
          {rankingText.freeze}
        </Button>
      )}
    </>
  )
}
