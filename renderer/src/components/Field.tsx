import type { ReactElement, ReactNode } from 'react'
import { common } from '../text/common.ts'

/** Label above, control, a hint below; what is wrong (or that it is required) stands beside the label. */
export function Field(props: {
  label: string
  required?: boolean
  hint?: ReactNode
  error?: string | undefined
  /** Over all columns of a grid of fields. */
  wide?: boolean
  children: ReactNode
}): ReactElement {
  return (
    <label className={props.wide === true ? 'field field-wide' : 'field'}>
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
