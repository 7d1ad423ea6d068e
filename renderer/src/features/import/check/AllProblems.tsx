import type { ReactElement } from 'react'
import type { SessionProblemGroup } from '#shared/ipc/importViews.ts'
import { Loaded } from '../../../components/Loaded.tsx'
import { useRoute } from '../../../ipc/queries.ts'
import { countText, scopeText } from '../../../text/importCheck.ts'
import { detailBeyondTitle, type ProblemStop } from '../problemOrder.ts'
import type { RepairContext } from '../repairs/repairContext.ts'
import { AnswerForAll } from './AnswerForAll.tsx'
import { answerForAll, isAt } from './sharedAnswer.ts'
import { GroupFiles } from './GroupFiles.tsx'
import { GroupList } from './GroupList.tsx'
import { PaneFilter } from './PaneFilter.tsx'
import type { PaneProps } from './paneProps.ts'

/** The problems of all files: what is alike is answered once. */
export function AllProblems({ context, view, onView, current, onLocate, paneRef }: PaneProps): ReactElement {
  const query = useRoute('import.problems', { session: context.session.session })
  return (
    <Loaded query={query} rows={10}>
      {(groups) => (
        <>
          <PaneFilter groups={groups} view={view} onView={onView} />
          <GroupList
            groups={groups}
            view={view}
            onView={onView}
            current={groups.find((group) => isAt(group, current))?.group ?? null}
            listRef={paneRef}
            renderCard={(group) => (
              <Card group={group} context={context} current={isAt(group, current)} onLocate={onLocate} />
            )}
          />
        </>
      )}
    </Loaded>
  )
}

interface CardProps {
  group: SessionProblemGroup
  context: RepairContext
  current: boolean
  onLocate: (stop: ProblemStop) => void
}

function Card({ group, context, current, onLocate }: CardProps): ReactElement {
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
        {quiet ? <span>{group.title}</span> : <b>{group.title}</b>}
        <span className="small quiet nowrap">
          {answerForAll(group).kind === 'EACH'
            ? countText(group.files.length, group.count)
            : scopeText(group.files.length, group.count)}
        </span>
      </p>
      {more === '' ? null : <p className="small soft">{more}</p>}
      <GroupFiles group={group} onLocate={onLocate} />
      <AnswerForAll group={group} context={context} />
    </div>
  )
}
