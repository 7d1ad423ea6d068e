import type { CSSProperties, ReactElement } from 'react'
import { dec } from '#shared/domain/number/decimal.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { strongAndWeak } from '#shared/domain/report/cadence/strongAndWeak.ts'
import { MovementMark } from '../../components/MovementMark.tsx'
import { reviewText } from '../../text/review.ts'
import type { ShowPage } from './showPages.ts'

const text = reviewText.show

type Board = Extract<ShowPage, { kind: 'BOARD' }>

/** Rows that a page shows at 56 px; more are set closer. */
const ROOMY = 14

/** The board of a group: places are uncovered from the last to the first, ties together. */
export function BoardSlide({ page, revealed }: { page: Board; revealed: number }): ReactElement {
  const { units, steps, group, race, rest } = page
  const shown = new Set(steps.slice(0, revealed).flatMap((step) => step.units))
  const current = revealed === 0 ? null : (steps[revealed - 1] ?? null)
  const fullMark = dec(group.fullMark ?? race.fullMark)
  const widest = units.reduce((most, { total }) => {
    const value = total === null ? most : dec(total.printed)
    return value.greaterThan(most) ? value : most
  }, fullMark)
  const width = (value: string): number =>
    widest.isZero() ? 0 : Math.max(0, dec(value).div(widest).times(100).toNumber())
  const mean = group.mean === null ? null : width(group.mean.total)
  const unranked = group.units.filter(({ rank }) => rank === null)
  return (
    <div className="sw-board">
      <ol className={units.length > ROOMY ? 'sw-rows sw-dense' : 'sw-rows'} style={rowsStyle(units.length)}>
        <li className="sw-th">
          <span className="sw-rank">{text.rank}</span>
          <span>{text.unit}</span>
          <span>{text.scale}</span>
          <span className="sw-num">{text.total}</span>
          <span className="sw-num">{text.move}</span>
        </li>
        {units.map((unit) =>
          shown.has(unit.unit) ? (
            <li
              key={unit.unit}
              className={current?.units.includes(unit.unit) === true ? 'sw-now' : undefined}
            >
              <span className="sw-rank">{unit.rank}</span>
              <span className="sw-name">
                {unit.name}
                {unit.tied ? <em>{text.tied}</em> : null}
              </span>
              <span className="sw-bar">
                <i style={{ width: `${unit.total === null ? 0 : width(unit.total.printed)}%` }} />
                {mean === null ? null : <b style={{ left: `${mean}%` }} />}
              </span>
              <span className="sw-num bold">{unit.total?.printed ?? '/'}</span>
              <span className="sw-num">
                <MovementMark movement={unit.movement} />
              </span>
            </li>
          ) : (
            <li key={unit.unit} className="sw-hidden">
              <span className="sw-rank">{unit.rank}</span>
              <span className="sw-name">{text.hidden}</span>
              <span className="sw-veil" />
            </li>
          )
        )}
      </ol>
      <aside className="sw-aside">
        {current === null ? (
          <p className="sw-before">{text.before}</p>
        ) : (
          <>
            <p className="sw-just">{text.just(current.rank, current.units.length > 1)}</p>
            {units
              .filter(({ unit }) => current.units.includes(unit))
              .slice(0, 3)
              .map((unit) => (
                <Hero key={unit.unit} unit={unit} group={group} />
              ))}
            {current.units.length > 1 ? <p className="sw-tie">{text.tieNote}</p> : null}
          </>
        )}
        {rest === 0 ? null : <p className="sw-tie">{text.rest(rest)}</p>}
        {unranked.length === 0 || rest > 0 ? null : (
          <p className="sw-tie">{text.unranked(unranked.map(({ name }) => name).join('、'))}</p>
        )}
      </aside>
    </div>
  )
}

/** Height of the list: 812 px of the page, the head 46. */
function rowsStyle(count: number): CSSProperties {
  return { '--sw-row': `${Math.min(56, Math.floor(760 / Math.max(1, count)))}px` } as CSSProperties
}

function Hero({ unit, group }: { unit: UnitResult; group: Board['group'] }): ReactElement {
  const { strong, weak } = strongAndWeak(unit, group)
  const why = [
    strong === '/' ? '' : `高于组均：${strong}`,
    weak === '/' ? '' : `低于组均：${weak}`,
    `加分 ${unit.adjustments.bonus.printed}，减分 ${unit.adjustments.deduction.printed}`
  ]
  return (
    <div className="sw-hero">
      <h2>{unit.name}</h2>
      <p className="sw-total">
        {unit.total?.printed ?? '/'}
        <small>{text.points}</small>
      </p>
      <p className="sw-line">
        <MovementMark movement={unit.movement} />{' '}
        {unit.previousRank === null ? text.noPrevious : text.previous(unit.previousRank)}
      </p>
      <p className="sw-why">{why.filter((part) => part !== '').join('；')}</p>
    </div>
  )
}
