import type { ReactElement, ReactNode } from 'react'

/** A label above its control, with a quiet hint beside it. */
export function LabelledField(props: { label: string; hint?: string; children: ReactNode }): ReactElement {
  return (
    <label className="se-more-field">
      <span className="field-label">
        {props.label}
        {props.hint === undefined ? null : <em>{props.hint}</em>}
      </span>
      {props.children}
    </label>
  )
}
