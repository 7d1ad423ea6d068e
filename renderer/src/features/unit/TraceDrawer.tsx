import { App, Button } from 'antd'
import { useEffect, type ReactElement } from 'react'
import { Link } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { IndicatorResult } from '#shared/domain/ranking/resultSet.ts'
import { paths } from '../../app/paths.ts'
import { useRateMarks } from '../../app/useRateMarks.ts'
import { Icon } from '../../components/Icon.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { printNumber } from '../../text/format.ts'
import { traceOf, unitText } from '../../text/unit.ts'
import { IndicatorTrace } from './IndicatorTrace.tsx'
import { TotalTrace } from './TotalTrace.tsx'
import { indicatorAsText, totalAsText } from './traceText.ts'
import type { TraceView } from './traceView.ts'
import './trace.css'

const { trace: words } = unitText

interface Props {
  period: PeriodKey
  unit: string
  /** Null shows the way of the total. */
  indicator: string | null
  /** Only this dimension while no indicator is chosen. */
  dimension?: string | null
  /** `side` is a column of the page, `over` lies on its right edge. */
  placing: 'side' | 'over'
  /** What to explain instead of the quarter's own results: a month's preview. */
  given?: TraceView | null
  /** Offers the unit's page (not on that page itself). */
  link?: boolean
  onAsk: (indicator: string | null) => void
  onClose: () => void
}

/** 得分由来. It opens beside the table and leaves the focus there; Esc closes it. */
export function TraceDrawer(props: Props): ReactElement {
  const { period, unit, given = null, onClose } = props
  const query = useRoute('unit.get', given === null ? { period, unit } : null)

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      // Menus, dialogs and selects above the drawer take their own Esc first.
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (
        document.querySelector('[role="dialog"][aria-modal="true"], [role="listbox"]:not([hidden])') !== null
      )
        return
      onClose()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onClose])

  return (
    <aside className={`trace trace-${props.placing}`} aria-label={words.title}>
      {given === null ? (
        <Loaded query={query} skeleton={<Skeleton rows={14} />}>
          {(view) => <Shown {...props} view={view} />}
        </Loaded>
      ) : (
        <Shown {...props} view={given} />
      )}
    </aside>
  )
}

function Shown(props: Props & { view: TraceView }): ReactElement {
  const { view, onAsk, onClose } = props
  const { result } = view
  const indicator = findIndicator(view, props.indicator)
  const subject = indicator?.name ?? dimensionName(view, props.dimension ?? null)
  return (
    <>
      <header className="trace-head">
        <div className="grow">
          <p className="small soft ellipsis" title={indicator?.name ?? result.name}>
            {props.link === true ? `${result.name} · ` : ''}
            {[subject ?? (props.link === true ? null : result.name), words.title].filter(Boolean).join(' · ')}
          </p>
          {indicator === null ? (
            <TotalHead view={view} dimension={props.dimension ?? null} />
          ) : (
            <IndicatorHead result={indicator} />
          )}
        </div>
        <Button type="text" size="small" aria-label={words.close} title={words.close} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      <div
        className="trace-body"
        tabIndex={0}
        role="region"
        aria-label={traceOf(indicator?.name ?? result.name)}
      >
        {indicator === null ? (
          <TotalTrace view={view} dimension={props.dimension ?? null} onAsk={onAsk} />
        ) : (
          // A new indicator starts with its own first source.
          <IndicatorTrace key={indicator.indicator} view={view} result={indicator} />
        )}
      </div>
      <footer className="trace-foot">
        <Copy
          text={
            indicator === null
              ? totalAsText(view.period.title, result)
              : indicatorAsText(view.period.title, result, indicator)
          }
        />
        {indicator === null ? null : (
          <Button size="small" onClick={() => onAsk(null)}>
            {words.back}
          </Button>
        )}
        <span className="grow" />
        {props.link === true ? <Link to={paths.unit(result.unit)}>{words.openPage}</Link> : null}
      </footer>
    </>
  )
}

function findIndicator(view: TraceView, code: string | null): IndicatorResult | null {
  if (code === null) return null
  const all = view.result.dimensions.flatMap((dimension) => dimension.indicators)
  return all.find((indicator) => indicator.indicator === code) ?? null
}

const dimensionName = (view: TraceView, code: string | null): string | null =>
  view.result.dimensions.find((dimension) => dimension.dimension === code)?.name ?? null

function IndicatorHead({ result }: { result: IndicatorResult }): ReactElement {
  return (
    <p className="trace-score">
      {result.score === null ? null : (
        <>
          <b>
            <ScoreText value={result.score.printed} />
          </b>
          <span className="soft">/ {printNumber(result.fullMark)}</span>
        </>
      )}
      <StatusMark {...useRateMarks().ofIndicator(result)} />
      {result.estimated ? <StatusMark status="estimated" /> : null}
    </p>
  )
}

function TotalHead({ view, dimension }: { view: TraceView; dimension: string | null }): ReactElement {
  const part = view.result.dimensions.find((one) => one.dimension === dimension)
  const score = part === undefined ? view.result.total : part.score
  return (
    <p className="trace-score">
      {score === null ? (
        <StatusMark status="missing" />
      ) : (
        <b>
          <ScoreText value={score.printed} />
        </b>
      )}
      {part === undefined ? null : <span className="soft">/ {printNumber(part.effectiveFullMark)}</span>}
    </p>
  )
}

function Copy({ text }: { text: string }): ReactElement {
  const { message } = App.useApp()
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      void message.success(words.copied)
    } catch {
      // The clipboard can be refused while the window is not in front.
      void message.warning(words.copyFailed)
    }
  }
  return (
    <Button size="small" onClick={() => void copy()}>
      {words.copy}
    </Button>
  )
}
