import type { ReactElement } from 'react'

const WIDTH = 60
const HEIGHT = 18
const EDGE = 4

/** A line over the last quarters; a quarter without a score leaves a gap. `label` says the numbers. */
export function Sparkline({
  values,
  label
}: {
  values: readonly (string | null)[]
  label: string
}): ReactElement | null {
  const numbers = values.map((value) => (value === null ? null : Number(value)))
  const known = numbers.filter((value) => value !== null)
  if (known.length === 0) return null
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const span = high - low || 1
  const x = (index: number): number =>
    EDGE + (values.length <= 1 ? 1 : index / (values.length - 1)) * (WIDTH - 2 * EDGE)
  const y = (value: number): number =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / span) * (HEIGHT - 2 * EDGE)
  const path = numbers
    .map((value, index) => {
      if (value === null) return ''
      const joined = index > 0 && numbers[index - 1] !== null
      return `${joined ? 'L' : 'M'}${x(index)} ${y(value)}`
    })
    .join('')
  const last = numbers.at(-1)
  return (
    <svg className="spark" width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <path d={path} fill="none" stroke="var(--c-bar)" strokeWidth="1.5" />
      {last == null ? null : (
        <circle cx={x(values.length - 1)} cy={y(last)} r="2.5" fill="var(--c-bar-strong)" />
      )}
    </svg>
  )
}
