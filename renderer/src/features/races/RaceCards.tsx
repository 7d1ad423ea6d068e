import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import type { RaceDeskView } from '#shared/ipc/race.ts'
import { paths } from '../../app/paths.ts'
import { Panel } from '../../components/Panel.tsx'
import { RankBadge } from '../../components/RankBadge.tsx'
import { printNumber } from '../../text/format.ts'
import { participantsText, racesText as text } from '../../text/races.ts'

type Card = RaceDeskView['races'][number]
type Group = Card['groups'][number]

/** Rows of a group that a card shows before it is unfolded: six cards fit on one screen. */
const SHOWN = 5

/** The races side by side: who takes part, who leads, who waits. */
export function RaceCards({ races }: { races: readonly Card[] }): ReactElement {
  return (
    <div className="races-scroll">
      <div className="races-grid">
        {races.map((card) => (
          <Panel
            key={card.race}
            title={card.name}
            hint={`${participantsText(card)} · ${text.of(card.units)}`}
            extra={card.blocked === 0 ? undefined : <span className="ask">{text.blocked(card.blocked)}</span>}
          >
            {card.groups.map((group) => (
              <GroupRows key={group.group} group={group} named={card.groups.length > 1} />
            ))}
          </Panel>
        ))}
      </div>
    </div>
  )
}

function GroupRows({ group, named }: { group: Group; named: boolean }): ReactElement {
  const [open, setOpen] = useState(false)
  const rest = group.rows.length - SHOWN
  const rows = open ? group.rows : group.rows.slice(0, SHOWN)
  return (
    <section className="race-group" aria-label={group.name}>
      {named || group.mean !== null ? (
        <h3>
          {named ? group.name : ''}
          {group.mean === null ? null : (
            <span className="quiet">
              {text.mean} {printNumber(group.mean)}
            </span>
          )}
        </h3>
      ) : null}
      <ol>
        {rows.map(({ unit, name, place }) => (
          <li key={unit}>
            <RankBadge rank={place.rank} tied={place.tied} />
            <Link to={paths.unit(unit)} className="race-unit ellipsis" title={name}>
              {name}
            </Link>
            <span className="quiet small ellipsis race-note" title={place.note}>
              {place.tied ? text.tied : place.note}
            </span>
            <span className="num bold">{place.total === null ? '/' : printNumber(place.total)}</span>
          </li>
        ))}
      </ol>
      {rest > 0 ? (
        <button type="button" className="race-more small" onClick={() => setOpen((now) => !now)}>
          {open ? text.less : text.more(rest)}
        </button>
      ) : null}
    </section>
  )
}
