import type { ReactElement, ReactNode } from 'react'
import { Icon } from '../../../components/Icon.tsx'

export interface Section {
  key: string
  label: string
  /** A count or state at the right end. */
  hint?: string | undefined
  /** Something here wants an answer; read out with the label. */
  ask?: string | undefined
  /** A caption that stands above this section. */
  caption?: string
}

interface Props {
  label: string
  sections: readonly Section[]
  open: string
  onOpen: (key: string) => void
  /** Above the list: which race. */
  head?: ReactNode
  children: ReactNode
}

/** Sections of a tab at the left, the open one beside them. */
export function SectionNav({ label, sections, open, onOpen, head, children }: Props): ReactElement {
  return (
    <div className="set">
      <nav className="set-nav" aria-label={label}>
        {head}
        {sections.map((section) => (
          <div key={section.key} className="set-nav-entry">
            {section.caption === undefined ? null : <p className="set-nav-cap">{section.caption}</p>}
            <button
              type="button"
              className={section.key === open ? 'set-nav-item set-nav-on' : 'set-nav-item'}
              aria-current={section.key === open ? 'true' : undefined}
              onClick={() => onOpen(section.key)}
            >
              <span className="grow ellipsis">{section.label}</span>
              {section.ask === undefined ? null : (
                <span className="ask" title={section.ask}>
                  <Icon name="triangle" />
                  <span className="visually-hidden">{section.ask}</span>
                </span>
              )}
              {section.hint === undefined ? null : <span className="small quiet">{section.hint}</span>}
            </button>
          </div>
        ))}
      </nav>
      <div className="set-main">{children}</div>
    </div>
  )
}
