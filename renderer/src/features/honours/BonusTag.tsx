import type { ReactElement } from 'react'
import type { BonusState } from '#shared/ipc/honour.ts'
import { honoursText } from '../../text/honours.ts'

const text = honoursText.states

/** What became of the bonus of an honour; the sentence is the tooltip. */
export function BonusTag({ bonus }: { bonus: BonusState }): ReactElement | null {
  switch (bonus.state) {
    case 'NONE':
      return null
    case 'PROPOSED':
      return (
        <span className="tag tag-check" title={bonus.blocked ?? bonus.sentence}>
          {text.PROPOSED(bonus.points)}
        </span>
      )
    case 'ENTERED':
      return <span className="tag tag-done">{text.ENTERED(bonus.points, bonus.word)}</span>
    case 'REFUSED':
    case 'LOWER':
      return (
        <span className="tag" title={bonus.sentence}>
          {text[bonus.state]}
        </span>
      )
  }
}
