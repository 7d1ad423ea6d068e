import type { ReactElement } from 'react'
import { Icon } from '../../../../components/Icon.tsx'
import { settingsFieldText as text } from '../../../../text/schemeSettings.ts'

interface Props {
  /** What the row is called, for screen readers. */
  name: string
  onUp?: (() => void) | undefined
  onDown?: (() => void) | undefined
  onRemove: () => void
  /** The list has an order that matters. */
  ordered?: boolean
}

/** ↑ ↓ × at the end of a row. Without a handler an arrow keeps its place and does nothing. */
export function RowTools({ name, onUp, onDown, onRemove, ordered = false }: Props): ReactElement {
  return (
    <span className="row-tools">
      {ordered ? (
        <>
          <button
            type="button"
            disabled={onUp === undefined}
            aria-label={text.up(name)}
            title={text.up(name)}
            onClick={onUp}
          >
            <Icon name="down" className="row-tools-up" />
          </button>
          <button
            type="button"
            disabled={onDown === undefined}
            aria-label={text.down(name)}
            title={text.down(name)}
            onClick={onDown}
          >
            <Icon name="down" />
          </button>
        </>
      ) : null}
      <button type="button" aria-label={text.remove(name)} title={text.remove(name)} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </span>
  )
}
