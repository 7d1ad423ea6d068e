import type { ReactElement } from 'react'
import { padDecimals, printNumber, printSigned } from '../text/format.ts'

interface Props {
  /** A printed score or a decimal; null prints 「/」 (not applicable). Missing rows say 缺报 instead. */
  value: string | null
  /** Zeros are added up to this many decimals; nothing is rounded here. */
  places?: number
  signed?: boolean
  /** Grey zeros: 「0.00」 that means "no entry". */
  muteZero?: boolean
  strong?: boolean
}

/** A number with fixed decimals, tabular digits, true minus and thousands separators. */
export function ScoreText({
  value,
  places,
  signed = false,
  muteZero = false,
  strong = false
}: Props): ReactElement {
  if (value === null) return <span className="score score-muted">/</span>
  const fixed = places === undefined ? value : padDecimals(value, places)
  const zero = /^[-−+]?0*(\.0*)?$/.test(value)
  const names = ['score', strong ? 'bold' : '', muteZero && zero ? 'score-muted' : '']
    .filter(Boolean)
    .join(' ')
  return <span className={names}>{signed ? printSigned(fixed) : printNumber(fixed)}</span>
}
