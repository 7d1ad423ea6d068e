import { Checkbox } from 'antd'
import { useId, useState, type ReactElement, type ReactNode } from 'react'
import { Icon } from '../../../components/Icon.tsx'
import { circularText as text } from '../../../text/circular.ts'

interface Props {
  title: string
  /** Whether it is printed. */
  printed: boolean
  onPrinted: (printed: boolean) => void
  /** There is nothing of it in this quarter. */
  disabled?: boolean
  note: ReactNode
  /** What can be written; absent for tables. */
  children?: ReactNode
  /** Always open. */
  open?: boolean
}

/** A part of the circular: whether it is printed, how it stands, and its paragraphs when it is opened. */
export function PartRow(props: Props): ReactElement {
  const { title, printed, onPrinted, disabled = false, note, children, open = false } = props
  const [unfolded, setUnfolded] = useState(false)
  const body = useId()
  const shown = open || unfolded
  return (
    <li className="ct-part">
      <div className="ct-part-head">
        <Checkbox
          checked={printed && !disabled}
          disabled={disabled}
          onChange={(event) => onPrinted(event.target.checked)}
        >
          {title}
        </Checkbox>
        <span className="ct-part-note">{note}</span>
        {children === undefined || open ? null : (
          <button
            type="button"
            className="link ct-fold"
            aria-expanded={shown}
            aria-controls={body}
            aria-label={`${text.open}：${title}`}
            onClick={() => setUnfolded(!unfolded)}
          >
            <Icon name={shown ? 'down' : 'right'} />
          </button>
        )}
      </div>
      {children !== undefined && shown ? (
        <div id={body} className={printed ? 'ct-part-body' : 'ct-part-body ct-part-off'}>
          {children}
        </div>
      ) : null}
    </li>
  )
}
