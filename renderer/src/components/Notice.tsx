import type { ReactElement, ReactNode } from 'react'
import { Icon } from './Icon.tsx'

interface Props {
  /** `check` please look, `ask` must be repaired, `plain` for information. */
  tone?: 'check' | 'ask' | 'plain'
  title: ReactNode
  children?: ReactNode
  /** Links at the right end. */
  end?: ReactNode
}

/** State before result: the line that stands above a ranking or a list. */
export function Notice({ tone = 'check', title, children, end }: Props): ReactElement {
  return (
    <div className={`notice notice-${tone}`} role="status">
      <Icon name={tone === 'plain' ? 'info' : 'triangle'} />
      <b className="nowrap">{title}</b>
      <span className="grow">{children}</span>
      {end === undefined ? null : <span className="notice-end">{end}</span>}
    </div>
  )
}
