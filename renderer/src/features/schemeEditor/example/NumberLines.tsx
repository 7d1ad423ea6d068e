import { useId, type ReactElement } from 'react'
import type { LineSegment, RuleLine } from '#shared/domain/scoring/ruleLine.ts'
import { pieceWords } from '#shared/domain/scoring/kinds/intervalCoverage.ts'
import { printNumber } from '../../../text/format.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import { lineLayout, type DrawnSegment } from './lineLayout.ts'
import './example.css'

const text = schemeEditorText.line

/** About the narrowest that the picture gets, to tell whether a word fits into its piece. */
const NARROWEST = 420
const BAR = { top: 18, height: 24 } as const

/** Where values fall: the rule's zones on a line, holes and overlaps marked by shape and word as well as colour. */
export function NumberLines({ lines }: { lines: readonly RuleLine[] }): ReactElement | null {
  if (lines.length === 0) return null
  return (
    <>
      {lines.map((line, index) => (
        <NumberLine key={index} line={line} />
      ))}
    </>
  )
}

/** Px of a label at 12 px: Chinese characters are square, digits and spaces about half of that. */
function widthOf(label: string): number {
  return [...label].reduce((total, char) => total + (char.charCodeAt(0) > 0x2e80 ? 12 : 6.5), 6)
}

function wordsOf(segment: LineSegment): string {
  const { from, fromInclusive, to, toInclusive, label } = segment
  return text.segment(
    pieceWords({ lo: from, loInclusive: fromInclusive, hi: to, hiInclusive: toInclusive }),
    label
  )
}

function NumberLine({ line }: { line: RuleLine }): ReactElement {
  const id = useId()
  const drawn = lineLayout(line.segments)
  const faulty = line.segments.filter(({ kind }) => kind !== 'COVERED')
  return (
    <section>
      <h3>
        {text.title}
        <span className="quiet small">{text.hint(line.label)}</span>
      </h3>
      <svg
        className="se-line"
        width="100%"
        height="62"
        role="img"
        aria-label={`${line.label}：${line.segments.map(wordsOf).join('；')}`}
      >
        <defs>
          <pattern id={`${id}o`} width="6" height="6" patternUnits="userSpaceOnUse">
            <path d="M0 6 6 0M-1 1 1 -1M5 7 7 5" stroke="var(--c-ask)" strokeWidth="1.2" />
          </pattern>
        </defs>
        {drawn.map((piece, index) => (
          <Piece key={index} piece={piece} odd={index % 2 === 1} hatch={`url(#${id}o)`} />
        ))}
        {drawn.slice(1).map((piece, index) => (
          <Bound key={index} before={drawn[index]!.segment} piece={piece} />
        ))}
      </svg>
      {faulty.length === 0 ? null : (
        <ul className="se-line-words small">
          {faulty.map((segment, index) => (
            <li key={index} className="ask">
              <b>{text[segment.kind === 'GAP' ? 'gap' : 'overlap']}</b>
              {wordsOf(segment)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Piece({ piece, odd, hatch }: { piece: DrawnSegment; odd: boolean; hatch: string }): ReactElement {
  const { segment, left, width } = piece
  const middle = `${left + width / 2}%`
  const place = { x: `${left}%`, width: `${width}%`, y: BAR.top, height: BAR.height }
  const fits = widthOf(segment.label) < (width / 100) * NARROWEST
  if (segment.kind === 'COVERED') {
    return (
      <g>
        <title>{wordsOf(segment)}</title>
        <rect {...place} className={odd ? 'se-line-zone se-line-odd' : 'se-line-zone'} />
        {fits ? (
          <text x={middle} y={BAR.top + 16} textAnchor="middle">
            {segment.label}
          </text>
        ) : null}
      </g>
    )
  }
  const gap = segment.kind === 'GAP'
  return (
    <g className="se-line-fault">
      <title>{wordsOf(segment)}</title>
      <rect {...place} className={gap ? 'se-line-gap' : 'se-line-overlap'} fill={gap ? undefined : hatch} />
      <text x={middle} y={12} textAnchor="middle">
        {gap ? text.gap : text.overlap}
      </text>
    </g>
  )
}

/** The number where two pieces meet, and a dot on the side that it belongs to. */
function Bound({ before, piece }: { before: LineSegment; piece: DrawnSegment }): ReactElement {
  const { segment, left } = piece
  const x = `${left}%`
  const y = BAR.top + BAR.height
  return (
    <g>
      <line x1={x} x2={x} y1={BAR.top} y2={y + 5} className="se-line-tick" />
      {before.toInclusive ? (
        <circle cx={x} cy={y - 5} r="3" transform="translate(-5 0)" className="se-line-dot" />
      ) : null}
      {segment.fromInclusive ? (
        <circle cx={x} cy={y - 5} r="3" transform="translate(5 0)" className="se-line-dot" />
      ) : null}
      <text x={x} y={y + 17} textAnchor="middle" className="se-line-number">
        {segment.from === null || segment.from.includes('/') ? segment.from : printNumber(segment.from)}
      </text>
    </g>
  )
}
