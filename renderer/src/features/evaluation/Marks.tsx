import type { ReactElement } from 'react'
import type { RatedMark } from '#shared/domain/evaluation/roundResults.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import { formatGap } from '#shared/domain/number/format.ts'

/** Means are shown with two digits, as the rule's sentences do. */
export function twoDigits(value: string): string {
  return formatGap(dec(value), 2)
}

/** Marks in a row: struck ends, dashed where they do not count. */
export function Marks({ marks, votes }: { marks: readonly RatedMark[]; votes: boolean }): ReactElement {
  return (
    <span className="ev-chips">
      {marks.map((mark, index) => (
        <span
          key={index}
          className={`ev-chip${chipClass(mark)}`}
          title={`${mark.group} ${mark.name}${mark.leftOut === null ? '' : `：${mark.leftOut}`}`.trim()}
        >
          {votes ? `${mark.name} ` : ''}
          {mark.value ?? '*'}
        </span>
      ))}
    </span>
  )
}

export function chipClass({ leftOut }: Pick<RatedMark, 'leftOut'>): string {
  if (leftOut === null) return ''
  return leftOut.startsWith('去掉') ? ' ev-struck' : ' ev-void'
}
