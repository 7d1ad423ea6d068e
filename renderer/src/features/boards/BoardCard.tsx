import type { ReactElement } from 'react'
import { Link } from 'react-router'
import type { BoardResult, RaceResult } from '#shared/domain/ranking/resultSet.ts'
import type { ProgressRules } from '#shared/domain/scheme/progressRules.ts'
import { sideWords } from '#shared/domain/status/vocabulary.ts'
import { paths } from '../../app/paths.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { Panel } from '../../components/Panel.tsx'
import { boardsText as text } from '../../text/boards.ts'

type Entry = BoardResult['entries'][number]

interface Props {
  race: RaceResult
  board: BoardResult
  /** Several races: the card names its own. */
  several: boolean
  vocabulary: ProgressRules['vocabulary']
}

/** One board of one group: the good side, the bad side, who is kept off it and why. */
export function BoardCard({ race, board, several, vocabulary }: Props): ReactElement {
  const group = race.groups.find((entry) => entry.group === board.group)?.name ?? board.group
  const words = sideWords(board.kind, vocabulary)
  const side = (which: Entry['side']): Entry[] => board.entries.filter((entry) => entry.side === which)
  const topics = [...new Set(board.entries.map((entry) => entry.topic))]
  return (
    <Panel title={board.name} hint={several ? `${race.name} · ${group}` : group} className="boards-card">
      {board.entries.length === 0 ? <p className="board-none quiet">{text.nobody}</p> : null}
      {board.kind === 'TOPICS' ? (
        topics.map((topic) => (
          <div key={topic ?? ''} className="board-topic">
            <h3>{topic}</h3>
            <Side word={words.GOOD} tone="GOOD" entries={side('GOOD').filter((e) => e.topic === topic)} />
            <Side word={words.BAD} tone="BAD" entries={side('BAD').filter((e) => e.topic === topic)} />
          </div>
        ))
      ) : (
        <>
          <Side word={words.GOOD} tone="GOOD" entries={side('GOOD')} />
          <Side word={words.BAD} tone="BAD" entries={side('BAD')} race={race.race} board={board} />
        </>
      )}
      {board.exempted.map((entry) => (
        <p key={entry.unit} className="board-exempt small soft">
          {text.exempted}：{entry.name}，{entry.basis}
        </p>
      ))}
    </Panel>
  )
}

function Side(props: {
  word: string
  tone: Entry['side']
  entries: readonly Entry[]
  /** Where a unit may be exempted. */
  race?: string
  board?: BoardResult
}): ReactElement | null {
  const { frozen } = usePeriod()
  if (props.entries.length === 0) return null
  const mayExempt = !frozen && props.board !== undefined && props.board.kind !== 'MOVERS'
  return (
    <section className={`board-side board-${props.tone.toLowerCase()}`}>
      <h4>{props.word}</h4>
      <ul>
        {props.entries.map((entry, index) => (
          <li key={`${entry.unit}.${index}`}>
            <span className="board-rank num">{entry.rank ?? '/'}</span>
            <span className="board-who">
              <Link to={paths.unit(entry.unit)} className="bold">
                {entry.name}
              </Link>
              <span className="small soft">{entry.reason}</span>
            </span>
            {mayExempt ? (
              <Link
                className="small nowrap board-act"
                to={`${paths.decisions}?add=EXEMPTION&race=${props.race}&board=${props.board!.code}&unit=${entry.unit}`}
              >
                {text.exempt}
              </Link>
            ) : null}
            <span className="num nowrap">{entry.text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
