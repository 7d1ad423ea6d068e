import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import type { OverviewView } from '#shared/ipc/results.ts'
import { paths } from '../../app/paths.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { overviewText } from '../../text/overview.ts'

const text = overviewText.submissions

/** Who has handed in, and by name who has not. */
export function SubmissionPanel({ overview }: { overview: OverviewView }): ReactElement {
  const submissions = useRoute('period.submissions', { period: overview.period.key })
  const { units } = overview
  const readOnly = isFrozenState(overview.period.state)
  return (
    <Panel
      title={text.title}
      hint={text.hint(units.expected)}
      extra={<Link to={paths.submissions}>{text.board}</Link>}
      className="ov-sub"
    >
      <div className="sub-figures">
        <div>
          <p className="sub-figure">{units.complete}</p>
          <StatusMark status="done" word={text.complete} />
        </div>
        <div>
          <p className="sub-figure">{units.partly}</p>
          <StatusMark status="partly" />
        </div>
        <div>
          <p className="sub-figure">{units.missing.length}</p>
          <StatusMark status="missing" />
        </div>
      </div>
      <div className="sub-list">
        <Loaded query={submissions} rows={2}>
          {(rows) => {
            const open = rows
              .filter((row) => row.state !== 'COMPLETE')
              .sort((a, b) => a.state.localeCompare(b.state))
            if (open.length === 0) return <p className="soft sub-line">{text.allIn}</p>
            return open.map((row) => (
              <p key={row.unit} className="sub-line">
                <b className="ellipsis">{row.name}</b>
                <span className="soft">
                  {row.state === 'MISSING' ? text.nothing : text.lacks(row.missing.length)}
                </span>
                {readOnly ? null : <Link to={`${paths.submissions}?unit=${row.unit}`}>{text.remind}</Link>}
              </p>
            ))
          }}
        </Loaded>
      </div>
    </Panel>
  )
}
