import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { canonical, dec } from '#shared/domain/number/decimal.ts'
import type { OverviewView } from '#shared/ipc/results.ts'
import { paths } from '../../app/paths.ts'
import { useRateMarks } from '../../app/useRateMarks.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { Track } from '../../components/Track.tsx'
import { useFittingRows } from '../../components/useFittingRows.ts'
import { padDecimals } from '../../text/format.ts'
import { overviewText } from '../../text/overview.ts'

const text = overviewText.gaps
type Gap = OverviewView['gaps'][number]

/** Indicators with the lowest mean score rate; an indicator that only one unit has is no gap between units. */
export function GapPanel({ overview }: { overview: OverviewView }): ReactElement {
  const shared = overview.gaps.filter((gap) => gap.scoredUnits > 1)
  // Nobody works in these rows, so they may be lower than a table's.
  const { attach, rows: fitting, style } = useFittingRows(shared.length, 26, 25, 6)
  return (
    <Panel
      title={text.title}
      hint={text.hint}
      extra={<Link to={paths.gaps}>{text.board}</Link>}
      className="ov-gap"
    >
      {shared.length === 0 ? (
        <EmptyState title={overviewText.noResults} hint={text.none} />
      ) : (
        <div className="gap-rows" ref={attach} style={style}>
          <table className="plain">
            <thead>
              <tr>
                <th>{text.head.name}</th>
                <th className="num">{text.head.full}</th>
                <th className="num">{text.head.fullUnits}</th>
                <th className="gap-track">
                  {text.head.rate}
                  <span className="quiet">{text.head.mark}</span>
                </th>
                <th className="num">{text.head.value}</th>
                <th className="num">{text.head.change}</th>
                <th>{text.head.status}</th>
              </tr>
            </thead>
            <tbody>
              {shared.slice(0, fitting).map((gap) => (
                <GapRow key={gap.indicator} gap={gap} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

function GapRow({ gap }: { gap: Gap }): ReactElement {
  const now = Number(gap.meanRate)
  const falls = gap.change !== null && gap.change.startsWith('-')
  return (
    <tr>
      <td className="gap-name">
        <Link to={paths.schemeIndicator(gap.indicator)} title={gap.name}>
          {gap.name}
        </Link>
      </td>
      <td className="num">{padDecimals(gap.fullMark, 2)}</td>
      <td className="num">
        {gap.fullUnits} / {gap.scoredUnits}
      </td>
      <td>
        <Track
          value={now}
          mark={gap.change === null ? undefined : now - Number(gap.change)}
          label={text.track(gap.name, gap.meanRate)}
        />
      </td>
      <td className="num">{gap.meanRate}%</td>
      <td className="num">
        {gap.change === null ? (
          <span className="quiet">新</span>
        ) : (
          <span title={text.points}>
            <ScoreText value={gap.change} signed strong={falls} />
          </span>
        )}
      </td>
      <td>
        <StatusMark {...useRateMarks().ofRate(canonical(dec(gap.meanRate).div(100)))} />
      </td>
    </tr>
  )
}
