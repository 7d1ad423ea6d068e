import type { ReactElement } from 'react'
import type { ProblemGroupView } from '#shared/ipc/importViews.ts'
import { importText } from '../../../text/import.ts'
import { withConfirmed } from '../fixes.ts'
import { detailBeyondTitle, stopAt, type ProblemStop } from '../problemOrder.ts'
import { Repair } from '../repairs/Repair.tsx'
import type { RepairContext } from '../repairs/repairContext.ts'
import { GroupList } from './GroupList.tsx'
import { Locate } from './Locate.tsx'
import { PaneFilter } from './PaneFilter.tsx'
import type { PaneProps } from './paneProps.ts'

const { problems: text } = importText

/** The problems of the file on the screen. */
export function FileProblems({ context, view, onView, current, onLocate, paneRef }: PaneProps): ReactElement {
  const { groups } = context.detail
  const at = current?.file === context.detail.file.id ? current.group : null
  return (
    <>
      <PaneFilter groups={groups} view={view} onView={onView} />
      <GroupList
        groups={groups}
        view={view}
        onView={onView}
        current={at}
        listRef={paneRef}
        renderCard={(group) => (
          <Card group={group} context={context} current={group.group === at} onLocate={onLocate} />
        )}
      />
    </>
  )
}

interface CardProps {
  group: ProblemGroupView
  context: RepairContext
  current: boolean
  onLocate: (stop: ProblemStop) => void
}

function Card({ group, context, current, onLocate }: CardProps): ReactElement {
  const { detail, work } = context
  const more = detailBeyondTitle(group)
  const quiet = group.level === 'info'
  return (
    <div
      className={['ip-card', current ? 'ip-card-on' : '', quiet ? 'ip-card-quiet' : ''].join(' ')}
      role="group"
      aria-label={group.title}
      aria-current={current ? 'true' : undefined}
    >
      <p className="ip-card-title">
        {quiet ? (
          <span>
            {group.title}
            {group.accepted ? <span className="tag tag-done">{text.accepted}</span> : null}
          </span>
        ) : (
          <b>{group.title}</b>
        )}
        <Locate
          stops={group.problems.map((problem) => stopAt(detail.file.id, group.group, problem))}
          onLocate={onLocate}
        />
        {group.accepted ? (
          <button
            type="button"
            className="link small"
            disabled={work.busy}
            onClick={() => work.fix(detail.file.id, withConfirmed(detail.fixes, group.group, false))}
          >
            {text.takeBack}
          </button>
        ) : null}
      </p>
      {more === '' ? null : <p className="small soft">{more}</p>}
      <Repair group={group} context={context} />
    </div>
  )
}
