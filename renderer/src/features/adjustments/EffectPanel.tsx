import type { ReactElement } from 'react'
import type { EffectView } from '#shared/ipc/incentive.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Icon } from '../../components/Icon.tsx'
import type { CallError } from '../../ipc/client.ts'
import { adjustmentsText } from '../../text/adjustments.ts'

const text = adjustmentsText.effect

interface Props {
  effect: EffectView | undefined
  error: CallError | null
}

/** What an entry would do once it is approved: what counts and why, total and place before and after. */
export function EffectPanel({ effect, error }: Props): ReactElement {
  if (error !== null) return <ErrorPanel error={error} />
  if (effect === undefined) return <p className="adj-effect soft">{text.waiting}</p>
  return (
    <section className="adj-effect" aria-label={text.title}>
      <h3>
        {text.title} · {effect.periodTitle}
      </h3>
      {effect.objections.map((objection) => (
        <p key={objection} className="ask">
          <Icon name="triangle" /> {objection}
        </p>
      ))}
      {effect.supersedes.map(({ id, points, reason }) => (
        <p key={id} className="check">
          <Icon name="half" /> {text.supersedes(id, points, reason)}
        </p>
      ))}
      {effect.races.map((race) => (
        <div key={race.race} className="adj-effect-race">
          <p className="bold">
            {effect.races.length > 1 ? `${race.raceName}：` : ''}
            {race.sentence}
          </p>
          {race.totalBefore === null || race.totalAfter === null ? null : (
            <p>
              {text.total} {race.totalBefore} → <b>{race.totalAfter}</b>
              <span className="adj-effect-rank">
                {text.rank} {race.rankBefore ?? text.noRank}
                {race.rankBefore === race.rankAfter ? '（不变）' : ` → ${race.rankAfter ?? text.noRank}`}
              </span>
            </p>
          )}
        </div>
      ))}
    </section>
  )
}
