import type { ReactElement } from 'react'
import type { ItemStatus } from '#shared/domain/register/itemStanding.ts'
import type { ProgressRules } from '#shared/domain/scheme/progressRules.ts'
import {
  ITEM_LAMPS,
  itemSide,
  itemStatusText,
  itemStatusWord,
  UNKNOWN_STATUS
} from '#shared/domain/status/vocabulary.ts'
import type { Status } from '../text/status.ts'
import { StatusMark } from './StatusMark.tsx'
import './lamp.css'

interface Props {
  /** Null: nobody can say. */
  status: ItemStatus | null
  vocabulary: ProgressRules['vocabulary']
  /** Why, shown on hover. */
  reason?: string
  /** The plain word behind the colour's: 「黄灯 落后」. */
  both?: boolean
}

const SHAPES: Record<ItemStatus, Status> = {
  AHEAD: 'ahead',
  ON_TRACK: 'on_track',
  SLIGHTLY_BEHIND: 'slightly_behind',
  BEHIND: 'behind',
  BADLY_BEHIND: 'behind',
  OVERDUE: 'overdue',
  DONE: 'done'
}

/** Status of an item as the scheme draws it: lamp, plate, flag, board or shape, always with its word. */
export function LampMark({ status, vocabulary, reason, both = false }: Props): ReactElement {
  if (status === null)
    return (
      <span className="lamp lamp-soft" title={reason}>
        {UNKNOWN_STATUS}
      </span>
    )
  const word = both ? itemStatusText(status, vocabulary) : itemStatusWord(status, vocabulary)
  return <span title={reason}>{drawn(status, vocabulary, word)}</span>
}

function drawn(status: ItemStatus, vocabulary: Props['vocabulary'], word: string): ReactElement {
  const lamp = ITEM_LAMPS[status]
  if (vocabulary === 'LIGHTS' && lamp !== null)
    return (
      <span className="lamp">
        <LampCase lamp={lamp} />
        {word}
      </span>
    )
  const side = itemSide(status)
  if (side !== null && (vocabulary === 'PLATES' || vocabulary === 'FLAGS' || vocabulary === 'BOARDS'))
    return (
      <span className={`plate plate-${vocabulary} plate-${side}`}>
        <i aria-hidden />
        {word}
      </span>
    )
  return <StatusMark status={SHAPES[status]} word={word} />
}

/** The three-slot housing by itself: left 红, middle 黄, right 绿. */
export function LampCase({ lamp }: { lamp: 'RED' | 'YELLOW' | 'GREEN' }): ReactElement {
  return (
    <span className={`lamp-case lamp-${lamp}`} aria-hidden>
      <i />
      <i />
      <i />
    </span>
  )
}

/** Said once on a page that draws lamps; empty for other vocabularies. */
export function lampLegend(vocabulary: Props['vocabulary']): string {
  return vocabulary === 'LIGHTS'
    ? '红灯 = 逾期或严重落后，黄灯 = 稍缓或落后，绿灯 = 达到计划；左红 中黄 右绿'
    : ''
}
