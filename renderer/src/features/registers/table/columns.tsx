import type { ReactNode } from 'react'
import { itemState } from '#shared/domain/register/registerItem.ts'
import { Icon } from '../../../components/Icon.tsx'
import { LampMark } from '../../../components/LampMark.tsx'
import { SlipTag } from '../../../components/SlipTag.tsx'
import { registersText as text } from '../../../text/registers.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import type { Vocabulary } from '../facets.ts'
import { dayWords, leftWords, needsSlip, percentWords, sourceWords } from '../itemWords.ts'
import { StepMarks } from '../StepMarks.tsx'
import { UrgencyTag } from '../UrgencyTag.tsx'

export interface Column {
  key: string
  title: string
  /** Px; the title takes what is left. */
  width?: number
  numeric?: boolean
  /** What the column is sorted by; null goes last. */
  by?: (item: RegisterItemView) => string | number | null
  render: (item: RegisterItemView) => ReactNode
}

interface Facts {
  today: string
  vocabulary: Vocabulary
  onSlip: (item: RegisterItemView) => void
}

const { head } = text

export function registerColumns({ today, vocabulary, onSlip }: Facts): Column[] {
  return [
    {
      key: 'number',
      title: head.number,
      width: 88,
      by: (item) => item.number,
      render: (item) => <span className="quiet">{item.number}</span>
    },
    { key: 'title', title: head.title, by: (item) => item.title, render: (item) => <Title item={item} /> },
    {
      key: 'source',
      title: head.source,
      width: 132,
      by: sourceWords,
      render: (item) => (
        <span className="soft small" title={[sourceWords(item), item.origin].filter(Boolean).join('：')}>
          {sourceWords(item)}
        </span>
      )
    },
    {
      key: 'owner',
      title: head.owner,
      width: 100,
      by: (item) => item.ownerName,
      render: (item) =>
        item.owner === null ? (
          <span className="tag tag-ask">{text.noOwner}</span>
        ) : (
          <span title={[item.ownerName, ...item.partnerNames].join('、')}>{item.ownerName}</span>
        )
    },
    {
      key: 'urgency',
      title: head.urgency,
      width: 52,
      by: (item) => item.urgency,
      render: (item) => <UrgencyTag urgency={item.urgency} />
    },
    {
      key: 'due',
      title: head.due,
      width: 78,
      numeric: true,
      by: (item) => item.due,
      render: (item) =>
        item.due === null ? (
          <span className="tag tag-ask">{text.noDue}</span>
        ) : (
          <span title={item.due}>{dayWords(item.due, today)}</span>
        )
    },
    {
      key: 'left',
      title: head.left,
      width: 90,
      by: (item) => item.daysLeft,
      render: (item) => <Left item={item} />
    },
    {
      key: 'done',
      title: head.done,
      width: 52,
      numeric: true,
      by: (item) => (item.done === null ? null : Number(item.done)),
      render: (item) =>
        item.done === null ? (
          <span className="quiet" title={item.statusReason}>
            未报
          </span>
        ) : (
          <span title={item.statusReason}>{percentWords(item.done)}</span>
        )
    },
    {
      key: 'status',
      title: vocabulary === 'LIGHTS' ? head.lights : head.status,
      width: 88,
      render: (item) => <LampMark status={item.status} vocabulary={vocabulary} reason={item.statusReason} />
    },
    {
      key: 'slip',
      title: head.slip,
      width: 96,
      render: (item) => {
        if (item.slip !== null)
          return <SlipTag level={item.slip.level} times={item.slip.times} title={item.slip.number} />
        if (!needsSlip(item)) return <span className="quiet">—</span>
        return (
          <button type="button" className="link small" onClick={() => onSlip(item)}>
            {text.toSlip}
          </button>
        )
      }
    },
    {
      key: 'steps',
      title: head.steps,
      width: 172,
      by: (item) => itemState.options.indexOf(item.state),
      render: (item) =>
        item.voided === null ? (
          <StepMarks state={item.state} />
        ) : (
          <span className="tag">{text.voidedWord}</span>
        )
    }
  ]
}

function Title({ item }: { item: RegisterItemView }): ReactNode {
  return (
    <span className="rg-title" title={item.title}>
      {item.hints.length > 0 ? (
        <span title={item.hints.join('\n')}>
          <Icon name="half" className="check" />
        </span>
      ) : null}
      {item.parent === null ? null : <span className="quiet">↳ </span>}
      <b>{item.title}</b>
    </span>
  )
}

function Left({ item }: { item: RegisterItemView }): ReactNode {
  const { words, overdue } = leftWords(item)
  const workdays =
    item.workdaysLeft === null || item.workdaysLeft < 0 ? undefined : text.workdays(item.workdaysLeft)
  return overdue ? (
    <b className="status status-overdue">
      <Icon name="diamond" />
      {words}
    </b>
  ) : (
    <span className="soft" title={workdays}>
      {words}
    </span>
  )
}
