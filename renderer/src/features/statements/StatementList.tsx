import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { StatementsView } from '#shared/ipc/race.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { Track } from '../../components/Track.tsx'
import { listNames, printMoment } from '../../text/format.ts'
import { statementsText as text } from '../../text/statements.ts'

type Statement = StatementsView['statements'][number]
type Part = Statement['parts'][number]

const SHAPES = { COMPLETE: 'done', PARTLY: 'partly', MISSING: 'missing' } as const

/** One panel a statement, one row a department: what it reports, what has come in, when. */
export function StatementList({ statements }: { statements: readonly Statement[] }): ReactElement {
  const navigate = useNavigate()
  if (statements.length === 0) {
    return (
      <Panel>
        <EmptyState title={text.empty} hint={text.emptyHint}>
          <Button onClick={() => void navigate(paths.scheme)}>{text.toScheme}</Button>
        </EmptyState>
      </Panel>
    )
  }
  const several = new Set(statements.map(({ race }) => race)).size > 1
  return (
    <div className="statements-scroll">
      {statements.map((statement) => (
        <Panel
          key={`${statement.race}.${statement.dimension}`}
          className="statement"
          title={several ? `${statement.raceName} · ${statement.name}` : statement.name}
          hint={text.full(statement.fullMark)}
          extra={<Filled filled={statement.filled} expected={statement.expected} />}
        >
          <table className="statement-table">
            <thead>
              <tr>
                <th>{text.head.provider}</th>
                <th>{text.head.indicators}</th>
                <th>{text.head.filled}</th>
                <th>{text.head.state}</th>
                <th>{text.head.last}</th>
                <th>{text.head.files}</th>
              </tr>
            </thead>
            <tbody>
              {statement.parts.map((part) => (
                <PartRow key={part.provider ?? ''} part={part} />
              ))}
            </tbody>
          </table>
        </Panel>
      ))}
    </div>
  )
}

function PartRow({ part }: { part: Part }): ReactElement {
  const names = part.indicators.map(({ name, filled, expected }) => `${name} ${filled}/${expected}`)
  return (
    <tr>
      <th scope="row">{part.provider === null ? text.self : part.providerName}</th>
      <td className="ellipsis" title={names.join('\n')}>
        {part.indicators.map(({ name }) => name).join('、')}
      </td>
      <td>
        <Filled filled={part.filled} expected={part.expected} />
      </td>
      <td className="nowrap">
        <StatusMark status={SHAPES[part.state]} word={text.states[part.state]} />
        {part.late ? <span className="tag tag-check">{text.late}</span> : null}
      </td>
      <td className="soft nowrap">{part.lastAt === null ? '' : printMoment(part.lastAt)}</td>
      <td className="soft ellipsis" title={part.files.join('\n')}>
        {listNames(part.files, 2)}
      </td>
    </tr>
  )
}

function Filled({ filled, expected }: { filled: number; expected: number }): ReactElement {
  return (
    <span className="filled">
      <Track value={expected === 0 ? 0 : (filled / expected) * 100} label={`${filled} / ${expected}`} />
      <span className="nowrap num">
        {filled} / {expected}
      </span>
    </span>
  )
}
