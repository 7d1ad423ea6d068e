import type { ReactElement, ReactNode } from 'react'
import { common } from '../../text/common.ts'

/** Label above, control, what is wrong beside the label, a hint below. */
export function Field(props: {
  label: string
  required?: boolean
  hint?: ReactNode
  error?: string | undefined
  wide?: boolean
  children: ReactNode
}): ReactElement {
  return (
    <label className={props.wide === true ? 'rg-field rg-field-wide' : 'rg-field'}>
      <span className="field-label">
        {props.label}
        {props.error !== undefined ? (
          <em className="ask" role="alert">
            {props.error}
          </em>
        ) : props.required === true ? (
          <em>{common.required}</em>
        ) : null}
      </span>
      {props.children}
      {props.hint === undefined ? null : <span className="small soft">{props.hint}</span>}
    </label>
  )
}
