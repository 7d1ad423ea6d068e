import type { ReactElement } from 'react'
import type { BumpLine } from './bumpLines.ts'

export const BUMP_WIDTH = 168
const LEFT = 18
const RIGHT = 7

const LOOKS: Record<BumpLine['style'], { color: string; width: number; dash?: string }> = {
  riser: { color: 'var(--c-good)', width: 2.4 },
  faller: { color: 'var(--c-ink)', width: 2, dash: '5 3' },
  plain: { color: '#b3bdc8', width: 1.4 },
  open: { color: '#b3bdc8', width: 1.4, dash: '2 3' }
}

interface Props {
  lines: readonly BumpLine[]
  steps: number
  rowHeight: number
  /** Rows that are drawn beside the chart; in a virtual table not all of them. */
  from: number
  to: number
  /** The selected unit's line is drawn in 靛青 on top. */
  selected: string | null
  label: string
}

/** Ranks of the last quarters as lines that end in the rows of the table. */
export function BumpChart({ lines, steps, rowHeight, from, to, selected, label }: Props): ReactElement {
  const x = (step: number): number =>
    steps <= 1 ? BUMP_WIDTH - RIGHT : LEFT + (step * (BUMP_WIDTH - LEFT - RIGHT)) / (steps - 1)
  const y = (row: number): number => (row + 0.5) * rowHeight
  const height = (to - from) * rowHeight
  const ordered = [...lines].sort((a, b) => Number(a.unit === selected) - Number(b.unit === selected))
  return (
    <svg
      className="bump"
      width={BUMP_WIDTH}
      height={height}
      viewBox={`0 ${from * rowHeight} ${BUMP_WIDTH} ${height}`}
      role="img"
      aria-label={label}
    >
      {ordered.map((line) => {
        const look = LOOKS[line.style]
        const chosen = line.unit === selected
        const color = chosen && line.style === 'plain' ? 'var(--c-primary)' : look.color
        return (
          <g key={line.unit} stroke={color} fill="none" data-unit={line.unit} data-style={line.style}>
            <path
              d={path(line, x, y)}
              strokeWidth={chosen ? Math.max(look.width, 2.2) : look.width}
              strokeDasharray={look.dash}
            />
            {line.points.map((point) => {
              const last = point.step === steps - 1
              const solid = last && line.style !== 'open'
              return (
                <circle
                  key={point.step}
                  cx={x(point.step)}
                  cy={y(point.row)}
                  r={last ? 3 : 2.4}
                  strokeWidth={1.4}
                  fill={solid ? color : 'var(--c-panel)'}
                />
              )
            })}
          </g>
        )
      })}
    </svg>
  )
}

/** Smooth steps; a quarter without a rank leaves a gap in the line. */
function path(line: BumpLine, x: (step: number) => number, y: (row: number) => number): string {
  return line.points
    .map((point, index) => {
      const before = line.points[index - 1]
      const here = `${x(point.step)} ${y(point.row)}`
      if (before === undefined || before.step !== point.step - 1) return `M${here}`
      const middle = (x(before.step) + x(point.step)) / 2
      return `C${middle} ${y(before.row)} ${middle} ${y(point.row)} ${here}`
    })
    .join('')
}
