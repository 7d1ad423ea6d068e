import type { ReactElement } from 'react'
import { COMMENT_MARKS, type Comment } from '#shared/domain/cadence/comment.ts'
import { periodShort } from '#shared/domain/period/periodKey.ts'
import type { RankHistory } from '#shared/ipc/results.ts'
import { Icon } from '../../components/Icon.tsx'
import { MovementMark } from '../../components/MovementMark.tsx'
import { reviewText } from '../../text/review.ts'
import type { ShowPage } from './showPages.ts'
import { dimensionBars, unitPoints } from './unitPoints.ts'

const text = reviewText.show

interface Props {
  page: Extract<ShowPage, { kind: 'UNIT' }>
  decimals: number
  history: RankHistory | undefined
  comments: readonly Comment[]
}

/** A unit that speaks: place, trend, dimensions beside the mean, strong and weak points, what was said of it. */
export function UnitSlide({ page, decimals, history, comments }: Props): ReactElement {
  const { unit, group } = page.speaker
  const { strong, weak } = unitPoints(unit, group, decimals)
  const above = group.units
    .filter(({ rank }) => rank !== null && unit.rank !== null && rank < unit.rank)
    .at(-1)
  const bars = dimensionBars(unit, group, decimals)
  return (
    <div className="sw-unit">
      <div className="sw-left">
        <p className="sw-eb">{text.rank}</p>
        <p className="sw-place">
          <b>{unit.rank ?? '/'}</b>
          <small>/ {group.rankedCount}</small>
        </p>
        <p className="sw-line">
          <MovementMark movement={unit.movement} />{' '}
          {unit.previousRank === null ? text.noPrevious : text.previous(unit.previousRank)}
        </p>
        <hr />
        <p className="sw-eb">{text.total}</p>
        <p className="sw-second">{unit.total?.printed ?? '/'}</p>
        <p className="sw-eb">
          {text.base(
            unit.base?.printed ?? '/',
            unit.adjustments.bonus.printed,
            unit.adjustments.deduction.printed
          )}
        </p>
        <hr />
        {above === undefined || above.rank === null || unit.gapToAbove === null ? (
          <>
            <p className="sw-eb">{text.leading}</p>
            <p className="sw-second">{unit.gapToMean ?? '/'}</p>
          </>
        ) : (
          <>
            <p className="sw-eb">{text.chase(above.rank)}</p>
            <p className="sw-second">{unit.gapToAbove.replace('−', '')}</p>
          </>
        )}
        <hr />
        <p className="sw-eb">{text.trend}</p>
        <p className="sw-trend">
          {(history?.points ?? []).map(({ period, rank }) => (
            <span key={period}>
              <b>{rank ?? '/'}</b>
              <small>{periodShort(period)}</small>
            </span>
          ))}
        </p>
      </div>
      <div className="sw-right">
        <p className="sw-legend">
          <b>{text.dimensions}</b>
          <span className="grow" />
          <i />
          {text.own}
          <u />
          {text.mean}
        </p>
        <div className={bars.length > 5 ? 'sw-dims sw-many' : 'sw-dims'}>
          {bars.map((bar) => (
            <div key={bar.code} className="sw-dim">
              <span>
                {bar.name}
                <em>{text.full(bar.fullMark)}</em>
              </span>
              <span className="sw-bar">
                <i style={{ width: `${bar.width}%` }} />
                {bar.mean === null ? null : <b style={{ left: `${bar.mean}%` }} />}
              </span>
              <span className="sw-num bold">{bar.score ?? '/'}</span>
              <span className={bar.ahead ? 'sw-num good bold' : 'sw-num'}>{bar.gap ?? '/'}</span>
            </div>
          ))}
        </div>
        <div className="sw-three">
          <Points tone="good" icon="flag" title={text.strong} lines={strong} />
          <Points tone="ask" icon="ring" title={text.weak} lines={weak} />
          <div>
            <p className="sw-t">
              <Icon name="now" /> {text.comment}
            </p>
            {comments.length === 0 ? <p className="quiet">{text.noComment}</p> : null}
            {comments.slice(-2).map((comment) => (
              <p key={comment.id} className="sw-said">
                {comment.mark === null ? '' : `【${COMMENT_MARKS[comment.mark]}】`}
                {comment.speaker}：{comment.text}
              </p>
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}

function Points(props: {
  tone: string
  icon: 'flag' | 'ring'
  title: string
  lines: readonly string[]
}): ReactElement {
  return (
    <div>
      <p className={`sw-t ${props.tone}`}>
        <Icon name={props.icon} /> {props.title}
      </p>
      {props.lines.length === 0 ? <p className="quiet">{text.nothing}</p> : null}
      {props.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
