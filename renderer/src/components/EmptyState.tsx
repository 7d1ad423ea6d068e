import type { ReactElement, ReactNode } from 'react'

/** What is not there and the step that fills it; two buttons at most. */
export function EmptyState({
  title,
  hint,
  children
}: {
  title: string
  hint?: ReactNode
  children?: ReactNode
}): ReactElement {
  return (
    <div className="blank">
      <p className="blank-title">{title}</p>
      {hint === undefined ? null : <p className="blank-text">{hint}</p>}
      {children === undefined ? null : <div className="blank-actions">{children}</div>}
    </div>
  )
}
