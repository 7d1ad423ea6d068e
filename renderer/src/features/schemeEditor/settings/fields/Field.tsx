import type { ReactElement, ReactNode } from 'react'

/** A control under its name; in a table the name is for screen readers only. */
export function Field({
  label,
  hint,
  bare = false,
  wide = false,
  children
}: {
  label: string
  hint?: string | undefined
  bare?: boolean
  wide?: boolean
  children: ReactNode
}): ReactElement {
  if (bare) return <>{children}</>
  return (
    <div className={wide ? 'set-field set-field-wide' : 'set-field'}>
      <span className="field-label" aria-hidden="true">
        {label}
        {hint === undefined ? null : <em>{hint}</em>}
      </span>
      {children}
    </div>
  )
}
