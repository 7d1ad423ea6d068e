import { noScoreReason } from '#shared/domain/ranking/noScoreReason.ts'
import type { ReactElement } from 'react'
import { fullMarksOf } from '#shared/domain/ranking/fullMarksOf.ts'
import type { GroupResult, RaceResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { RankBadge } from '../../components/RankBadge.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { rankingText } from '../../text/ranking.ts'
import type { ViewProps } from './viewProps.ts'
import { useRowKeys } from './useRowKeys.ts'

/** Bars start at 0 and end at the highest total or the full mark, whichever is more. Drawn only, never scored. */
function scaleEnd(race: RaceResult, group: GroupResult, units: readonly UnitResult[]): number {
  const fullMark = fullMarksOf(race, [group]).base ?? race.fullMark
  return Math.max(Number(fullMark), ...units.map((unit) => Number(unit.total?.printed ?? '0')))
}

/** 得分条: totals as bars from 0, with what the adjustments gave or took, and the group's mean as a tick. */
export function ScoreBars(props: ViewProps & { race: RaceResult; group: GroupResult }): ReactElement {
  const { race, group } = props
  const units = group.units.filter((unit) => unit.rankMode !== 'EXCLUDED')
  const end = scaleEnd(race, group, units)
  const keys = useRowKeys(units, props)
  const mean = group.mean === null ? null : Number(group.mean.total)
  return (
    <table className="plain rk-bars" aria-label={`${group.name}${rankingText.views.bars}`}>
      <thead>
        <tr>
          <th className="mid">{rankingText.head.rank}</th>
          <th>{rankingText.head.unit}</th>
          <th className="rk-bars-wide">
            <span className="rk-bars-legend quiet">
              <span>
                {rankingText.head.base} + {rankingText.head.bonus} − {rankingText.head.deduction}
              </span>
              <span>{rankingText.meanTick}</span>
            </span>
          </th>
          <th className="num">{rankingText.head.total}</th>
          <th className="num">{rankingText.head.gapFirst}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.unit} {...keys(unit)}>
            <td className="mid">
              {unit.state === 'BLOCKED' ? null : <RankBadge rank={unit.rank} tied={unit.tied} />}
            </td>
            <td className="bold">
              <span className="rk-name" title={unit.name}>
                {unit.name}
              </span>
            </td>
            <td>
              {unit.total === null ? (
                <span className="row">
                  <StatusMark status="missing" />
                  <span className="quiet ellipsis">{noScoreReason(unit)}</span>
                </span>
              ) : (
                <Bar
                  unit={unit}
                  end={end}
                  mean={unit.rank === null ? null : mean}
                  strong={unit.unit === props.selected}
                />
              )}
            </td>
            <td className="num">
              {unit.total === null ? null : <ScoreText value={unit.total.printed} strong />}
            </td>
            <td className="num soft">{unit.total === null ? null : <ScoreText value={unit.gapToFirst} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bar(props: { unit: UnitResult; end: number; mean: number | null; strong: boolean }): ReactElement {
  const share = (value: number): string => `${Math.max(0, Math.min(100, (value / props.end) * 100))}%`
  const base = Number(props.unit.base?.printed ?? '0')
  const total = Number(props.unit.total?.printed ?? '0')
  return (
    <span
      className={props.strong ? 'rk-bar rk-bar-strong' : 'rk-bar'}
      role="img"
      aria-label={`${props.unit.name} ${props.unit.totalSentence}`}
      title={props.unit.totalSentence}
    >
      <i className="rk-bar-base" style={{ width: share(Math.min(base, total)) }} />
      {total > base ? (
        <i className="rk-bar-bonus" style={{ left: share(base), width: share(total - base) }} />
      ) : (
        <i className="rk-bar-loss" style={{ left: share(total), width: share(base - total) }} />
      )}
      {props.mean === null ? null : <b className="rk-bar-mean" style={{ left: share(props.mean) }} />}
    </span>
  )
}
