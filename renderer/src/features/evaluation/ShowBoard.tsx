import type { ReactElement } from 'react'
import type { UnitOutcome } from '#shared/domain/evaluation/roundResults.ts'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import { evaluationText } from '../../text/evaluation.ts'
import { placesSoFar } from './reveal.ts'
import { unitName } from './seatName.ts'

/** Rows of one column on the wall. */
const COLUMN = 10

/** 本场名次: every pool's units by place; those without a score stand last with their reason. */
export function ShowBoard({
  view,
  outcomes
}: {
  view: RoundView
  outcomes: readonly UnitOutcome[]
}): ReactElement {
  const pools = [...new Map(view.judged.units.map(({ group, groupName }) => [group, groupName]))].filter(
    ([group]) => outcomes.some((outcome) => outcome.group === group)
  )
  return (
    <div className="es-board">
      <h1>{evaluationText.showPage.board}</h1>
      <div className="es-pools">
        {pools.map(([group, name]) => {
          const places = placesSoFar(outcomes, group)
          const placed = new Set(places.map(({ outcome }) => outcome.unit))
          const others = outcomes.filter((outcome) => outcome.group === group && !placed.has(outcome.unit))
          return (
            <section key={group} className={places.length + others.length > COLUMN ? 'es-two' : undefined}>
              {pools.length > 1 ? <h2>{name}</h2> : null}
              <ol>
                {places.map(({ outcome, rank }) => (
                  <li key={outcome.unit} className={rank === 1 ? 'es-first' : undefined}>
                    <span className="es-rank">{rank}</span>
                    <span className="es-name">{unitName(outcome.unit, view)}</span>
                    <b>{outcome.score!.printed}</b>
                  </li>
                ))}
                {others.map((outcome) => (
                  <li key={outcome.unit} className="es-none">
                    <span className="es-rank">
                      {outcome.score === null ? '/' : evaluationText.result.listed}
                    </span>
                    <span className="es-name">{unitName(outcome.unit, view)}</span>
                    <b>{outcome.score?.printed ?? evaluationText.result.notYet}</b>
                  </li>
                ))}
              </ol>
            </section>
          )
        })}
      </div>
    </div>
  )
}
