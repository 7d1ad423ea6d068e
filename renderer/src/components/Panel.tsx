import type { ReactElement, ReactNode } from 'react'

interface Props {
  title?: ReactNode
  hint?: ReactNode
  /** Right end of the head: a link, small controls. */
  extra?: ReactNode
  className?: string
  /** The body scrolls inside the panel; the head stays. */
  scroll?: boolean
  pad?: boolean
  children: ReactNode
}

/** The one frame of the product: hairline, head, body. Never a panel inside a panel. */
export function Panel({
  title,
  hint,
  extra,
  className,
  scroll = false,
  pad = false,
  children
}: Props): ReactElement {
  const body = ['panel-body', scroll ? 'panel-body-scroll' : '', pad ? 'panel-body-pad' : '']
    .filter(Boolean)
    .join(' ')
  return (
    <section className={className === undefined ? 'panel' : `panel ${className}`}>
      {title === undefined ? null : (
        <div className="panel-head">
          <h2>{title}</h2>
          {hint === undefined ? null : <span className="panel-hint">{hint}</span>}
          {extra === undefined ? null : <span className="panel-extra">{extra}</span>}
        </div>
      )}
      <div className={body}>{children}</div>
    </section>
  )
}
