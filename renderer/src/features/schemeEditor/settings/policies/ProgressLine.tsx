import type { ReactElement } from 'react'
import { CHOICES } from '#shared/domain/scheme/words/choiceWords.ts'
import type { ProgressStatus } from '#shared/domain/scheme/progressRules.ts'
import { policySettingsText } from '../../../../text/policySettings.ts'
import type { ProgressSegment } from './progressCoverage.ts'

const { progress: text } = policySettingsText
const WIDTH = 640
const TOP = 22
const HEIGHT = 24

/**
 * Points behind plan as a line, each piece with its status in words; a hole is dashed and says so, so that the picture works in
 * grey print. Every piece gets the same room: what counts is the order and the ends, not the distance.
 */
export function ProgressLine({ segments }: { segments: readonly ProgressSegment[] }): ReactElement {
  const share = WIDTH / Math.max(1, segments.length)
  return (
    <svg
      className="line-picture"
      viewBox={`0 0 ${WIDTH} 66`}
      role="img"
      aria-label={`${text.picture}：${segments.map((segment) => wordOf(segment)).join('、')}`}
    >
      <text x="0" y="12" className="line-caption">
        {text.ahead}
      </text>
      <text x={WIDTH} y="12" textAnchor="end" className="line-caption">
        {text.late}
      </text>
      {segments.map((segment, index) => {
        const x = index * share
        const faulty = segment.statuses.length !== 1
        return (
          <g key={index}>
            <rect
              x={x + 1}
              y={TOP}
              width={share - 2}
              height={HEIGHT}
              className={faulty ? 'line-hole' : `line-piece line-${segment.statuses[0] ?? ''}`}
            />
            <text
              x={x + share / 2}
              y={TOP + 16}
              textAnchor="middle"
              className={
                faulty ? 'line-word line-word-hole' : `line-word line-word-${segment.statuses[0] ?? ''}`
              }
            >
              {wordOf(segment)}
            </text>
            {segment.lo !== null && segment.lo === segment.hi ? (
              <text x={x + share / 2} y="62" textAnchor="middle" className="line-tick">
                {segment.lo}
              </text>
            ) : segment.hi !== null && segments[index + 1]?.lo !== segments[index + 1]?.hi ? (
              <text x={x + share} y="62" textAnchor="middle" className="line-tick">
                {segment.hi}
              </text>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}

function wordOf({ statuses }: ProgressSegment): string {
  if (statuses.length === 0) return text.gapWord
  return new Set(statuses).size > 1 ? text.overlapWord : statusWord(statuses[0]!)
}

export function statusWord(status: ProgressStatus): string {
  return CHOICES['rows.status']?.[status] ?? status
}
