import type { ReactElement } from 'react'
import { Link } from 'react-router'
import type { GapChange } from '#shared/domain/selfReview/gapMath.ts'
import { CHANGE_WORDS, REVIEW_STATES, type ReviewState } from '#shared/domain/selfReview/gapWords.ts'
import { ITEM_STATES } from '#shared/domain/register/registerWords.ts'
import type { GapItemView } from '#shared/ipc/selfReview.ts'
import { paths } from '../../app/paths.ts'
import { StatusMark } from '../../components/StatusMark.tsx'
import type { Status } from '../../text/status.ts'

export function ReviewStateMark({ state }: { state: ReviewState }): ReactElement {
  const word = REVIEW_STATES[state]
  if (state === 'SUBMITTED') return <StatusMark status="done" word={word} />
  if (state === 'DRAFT') return <StatusMark status="slightly_behind" word={word} />
  return <span className="quiet">{word}</span>
}

const CHANGES: Record<GapChange, Status> = {
  CLOSED: 'on_track',
  SMALLER: 'slightly_behind',
  SAME: 'behind',
  LARGER: 'overdue',
  UNKNOWN: 'na'
}

/** Shape and word: closed, smaller, same, larger. */
export function ChangeMark({ change }: { change: GapChange }): ReactElement {
  return <StatusMark status={CHANGES[change]} word={CHANGE_WORDS[change]} />
}

/** The task that a gap became, with its state; opens it in the register. */
export function TaskLink({ item }: { item: GapItemView }): ReactElement {
  const done = item.state === 'CLOSED' || item.state === 'VERIFIED' || item.state === 'DONE'
  const overdue = item.status === 'OVERDUE'
  return (
    <span className="sr-task">
      <Link to={paths.registerItem(item.id)}>{item.number}</Link>
      <StatusMark
        status={overdue ? 'overdue' : done ? 'done' : 'slightly_behind'}
        word={overdue ? '逾期' : ITEM_STATES[item.state].name}
      />
    </span>
  )
}
