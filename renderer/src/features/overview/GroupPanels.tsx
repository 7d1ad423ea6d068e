import { Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import type { OverviewView } from '#shared/ipc/results.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { MovementMark } from '../../components/MovementMark.tsx'
import { Panel } from '../../components/Panel.tsx'
import { RankBadge } from '../../components/RankBadge.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { DotStrip } from '../../components/Track.tsx'
import { useFittingRows } from '../../components/useFittingRows.ts'
import { useRowHeight } from '../../components/useRowHeight.ts'
import { listNames } from '../../text/format.ts'
import { overviewText } from '../../text/overview.ts'

const text = overviewText.group
type Group = OverviewView['groups'][number]

/** Two groups stand side by side; more are chosen in one wide panel. */
export function GroupPanels({ overview }: { overview: OverviewView }): ReactElement {
  const [chosen, setChosen] = useState(0)
  const navigate = useNavigate()
  const { groups } = overview
  if (groups.length === 0) {
    return (
      <Panel className="ov-g1 ov-wide">
        <EmptyState title={overviewText.noResults} hint={overviewText.noResultsHint}>
          <Button onClick={() => void navigate(paths.import)}>{overviewText.importNow}</Button>
        </EmptyState>
      </Panel>
    )
  }
  const axis = axisOf(groups)
  if (groups.length <= 2) {
    return (
      <>
        {groups.map((group, index) => (
          <GroupPanel
            key={group.group}
            group={group}
            axis={axis}
            className={groups.length === 1 ? 'ov-g1 ov-wide' : `ov-g${index + 1}`}
          />
        ))}
      </>
    )
  }
  const group = groups[Math.min(chosen, groups.length - 1)]!
  const choice = (
    <Segmented
      size="small"
      value={group.group}
      options={groups.map((item) => ({ value: item.group, label: item.name }))}
      onChange={(value) => setChosen(groups.findIndex((item) => item.group === value))}
    />
  )
  return <GroupPanel group={group} axis={axis} className="ov-g1 ov-wide" title={choice} />
}

interface Axis {
  from: number
  to: number
}

/** One axis for all groups, widened to whole tens; only for drawing. */
function axisOf(groups: readonly Group[]): Axis {
  const totals = groups.flatMap((group) =>
    group.rows.flatMap((row) => (row.total === null ? [] : [Number(row.total)]))
  )
  if (totals.length === 0) return { from: 0, to: 100 }
  const from = Math.floor(Math.min(...totals) / 10) * 10
  return { from, to: Math.max(from + 10, Math.ceil(Math.max(...totals) / 10) * 10) }
}

function GroupPanel(props: {
  group: Group
  axis: Axis
  className: string
  title?: ReactElement
}): ReactElement {
  const { group, axis } = props
  const rowHeight = useRowHeight()
  const ranked = group.rows.filter((row) => row.rank !== null)
  const { attach, rows: fitting, style } = useFittingRows(ranked.length, rowHeight, 25, 5)
  const listed = group.rows.filter((row) => row.rank === null && row.total !== null).length
  const mean = group.mean === null ? null : Number(group.mean)
  return (
    <Panel
      className={`group ${props.className}`}
      title={props.title ?? group.name}
      hint={[text.ranked(group.rankedCount, listed), group.mean === null ? null : text.mean(group.mean)]
        .filter(Boolean)
        .join(' · ')}
      extra={<Link to={`${paths.ranking}?group=${group.group}`}>{overviewText.seeAll}</Link>}
    >
      <div className="group-rows" ref={attach} style={style}>
        <table className="plain">
          <thead>
            <tr>
              <th className="mid group-rank">{text.head.rank}</th>
              <th>{text.head.unit}</th>
              <th className="group-axis">
                <span>{axis.from}</span>
                <span>{axis.to}</span>
              </th>
              <th className="num group-total">{text.head.total}</th>
              <th className="mid group-move">{text.head.movement}</th>
            </tr>
          </thead>
          <tbody>
            {ranked.slice(0, fitting).map((row) => (
              <tr key={row.unit}>
                <td className="mid">
                  <RankBadge rank={row.rank} tied={row.tied} />
                </td>
                <td className="group-name">
                  <Link to={paths.unit(row.unit)} title={row.name}>
                    {row.name}
                  </Link>
                  {row.tied ? <span className="quiet small"> {text.tied}</span> : null}
                </td>
                <td>
                  <DotStrip
                    value={Number(row.total)}
                    mean={mean}
                    {...axis}
                    label={text.dot(row.name, row.total ?? '')}
                  />
                </td>
                <td className="num">
                  <ScoreText value={row.total} strong />
                </td>
                <td className="mid">
                  <MovementMark movement={row.movement} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Movers group={group} />
    </Panel>
  )
}

function Movers({ group }: { group: Group }): ReactElement {
  const line = (label: string, movers: Group['risers'], kind: 'UP' | 'DOWN'): ReactElement => (
    <div>
      <span className="quiet">{label}</span>
      {movers.length === 0 ? (
        <span className="quiet">{text.none}</span>
      ) : (
        <>
          <span className="ellipsis" title={movers.map((mover) => mover.name).join('、')}>
            {listNames(
              movers.map((mover) => mover.name),
              2
            )}
          </span>
          <MovementMark movement={{ kind, by: movers[0]!.by }} />
        </>
      )}
    </div>
  )
  return (
    <div className="movers">
      {line(text.risers, group.risers, 'UP')}
      {line(text.fallers, group.fallers, 'DOWN')}
      <div>
        <span className="quiet">{text.missing}</span>
        {group.missing.length === 0 ? (
          <span className="quiet">{text.none}</span>
        ) : (
          <>
            <StatusMark status="missing" word={text.noScore(group.missing)} />
            <span className="ellipsis" title={group.missing.map((unit) => unit.name).join('、')}>
              {listNames(
                group.missing.map((unit) => unit.name),
                2
              )}
            </span>
          </>
        )}
      </div>
    </div>
  )
}
