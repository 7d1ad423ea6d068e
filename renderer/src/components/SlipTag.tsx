import type { ReactElement } from 'react'
import type { SlipKind, SlipLevel } from '#shared/domain/supervision/slip.ts'
import { SLIP_KINDS, slipTagText } from '#shared/domain/supervision/slipWords.ts'
import './lamp.css'

interface Props {
  /** Null for notices without a colour; then `kind` names it. */
  level: SlipLevel | null
  kind?: SlipKind
  /** How often this colour was issued: 「红单 第 2 次」. */
  times?: number
  /** Closed or withdrawn: kept, but no longer pressing. */
  over?: boolean
  title?: string
}

/** A slip as a tag with a thick left edge; colour, word and count say the same. */
export function SlipTag({
  level,
  kind = 'SUPERVISION',
  times = 1,
  over = false,
  title
}: Props): ReactElement {
  return (
    <span className={`slip-tag slip-${level ?? 'NONE'}${over ? ' slip-over' : ''}`} title={title}>
      {level === null ? SLIP_KINDS[kind].tag : slipTagText(level, times)}
    </span>
  )
}
