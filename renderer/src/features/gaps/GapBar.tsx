import type { ReactElement } from 'react'
import { parseGap } from '#shared/domain/number/format.ts'
import { ScoreText } from '../../components/ScoreText.tsx'

/** A bar from the middle (the group's mean) to the left or right; `span` points fill one half. */
export function GapBar({
  value,
  span,
  name
}: {
  value: string | null
  span: number
  name: string
}): ReactElement {
  if (value === null) return <ScoreText value={null} />
  const gap = parseGap(value)
  const share = Math.min(1, gap.abs().toNumber() / span) * 50
  const below = gap.isNegative()
  return (
    <span className="gapbar">
      <span className="gapbar-line" role="img" aria-label={`${name}与组均相差 ${value} 分`}>
        <i
          className={below ? 'gapbar-below' : 'gapbar-above'}
          style={below ? { right: '50%', width: `${share}%` } : { left: '50%', width: `${share}%` }}
        />
      </span>
      <ScoreText value={value} signed muteZero />
    </span>
  )
}
