import type { ReactElement } from 'react'
import { STATUS_WORDS, type Status } from '../text/status.ts'
import { Icon, type IconName } from './Icon.tsx'

const SHAPES: Record<Exclude<Status, 'estimated'>, IconName> = {
  ahead: 'flag',
  on_track: 'disc',
  slightly_behind: 'half',
  behind: 'ring',
  overdue: 'diamond',
  missing: 'diamond',
  partly: 'diamondHalf',
  done: 'box',
  na: 'slash',
  refused: 'triangle'
}

/**
 * Status vocabulary: shape + word + colour, readable in grey print. `word` replaces the ordinary word
 * (「缺报 2」); `shapeOnly` keeps the word for screen readers only.
 */
export function StatusMark(props: { status: Status; word?: string; shapeOnly?: boolean }): ReactElement {
  const { status, shapeOnly = false } = props
  const word = props.word ?? STATUS_WORDS[status]
  if (status === 'estimated') {
    return (
      <span className="tag tag-check" title="按决定补的分">
        {word}
      </span>
    )
  }
  const inside = (
    <>
      <Icon name={SHAPES[status]} />
      <span className={shapeOnly ? 'visually-hidden' : undefined}>{word}</span>
    </>
  )
  if (status === 'missing') return <span className="tag tag-alarm">{inside}</span>
  return <span className={`status status-${status}`}>{inside}</span>
}
