import type { ReactElement, ReactNode } from 'react'

interface Props {
  title: string
  /** Tags beside the title. */
  tags?: ReactNode
  /** One quiet line; cut off when there is no room. */
  note?: ReactNode
  /** Buttons on the right, at most one of them filled. */
  children?: ReactNode
}

export function PageHead({ title, tags, note, children }: Props): ReactElement {
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {tags}
      <div className="page-head-note">{note}</div>
      {children === undefined ? null : <div className="page-head-actions">{children}</div>}
    </div>
  )
}
