import type { ReactElement } from 'react'

/** Width on the screen only: positions are drawn, never scored. */
function percent(value: number): string {
  return `${Math.min(100, Math.max(0, value))}%`
}

/** A bar from 0 to 100 with an optional reference tick. `label` is what a screen reader says. */
export function Track({ value, mark, label }: { value: number; mark?: number; label: string }): ReactElement {
  return (
    <span className="track" role="img" aria-label={label}>
      <i className="track-fill" style={{ width: percent(value) }} />
      {mark === undefined ? null : <b className="track-mark" style={{ left: percent(mark) }} />}
    </span>
  )
}

interface StripProps {
  value: number
  mean: number | null
  /** Ends of the axis. A narrowed axis shows dots, never bars. */
  from: number
  to: number
  label: string
}

/** A dot on a narrowed axis with the group's mean as a tick. */
export function DotStrip({ value, mean, from, to, label }: StripProps): ReactElement {
  const place = (at: number): string => percent(((at - from) / (to - from)) * 100)
  return (
    <span className="dots" role="img" aria-label={label}>
      {mean === null ? null : <b className="dots-mean" style={{ left: place(mean) }} />}
      <i className="dots-dot" style={{ left: place(value) }} />
    </span>
  )
}
