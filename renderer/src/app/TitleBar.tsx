import type { ReactElement } from 'react'
import { PERIOD_STATE_NAMES } from '#shared/domain/period/periodState.ts'
import { Icon } from '../components/Icon.tsx'
import { common } from '../text/common.ts'
import { navText } from '../text/nav.ts'
import { NodeMark } from './NodeMark.tsx'
import { usePeriod } from './PeriodContext.tsx'
import { PeriodSwitcher } from './PeriodSwitcher.tsx'
import { FLOW, flowNodes } from './stages.ts'

export function Brand(): ReactElement {
  return (
    <div className="brand">
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <rect width="18" height="18" rx="3" fill="#bf1a20" />
        <path d="M4 13.5V9M9 13.5V4.5M14 13.5V7" stroke="#fff" strokeWidth="2.4" />
      </svg>
      <span>{common.productName}</span>
    </div>
  )
}

/** 40 px drawn by us; the window's own controls lie over the right end. */
export function TitleBar({ onSearch }: { onSearch: () => void }): ReactElement {
  const { view } = usePeriod()
  return (
    <header className="bar">
      <Brand />
      <PeriodSwitcher />
      {view === null ? null : (
        <ol className="steps" aria-label="本季度进行到哪一步">
          {flowNodes(view.state).map((node, index) => (
            <li
              key={FLOW[index]}
              className={`step step-${node}`}
              aria-current={node === 'active' ? 'step' : undefined}
            >
              <NodeMark state={node} />
              {PERIOD_STATE_NAMES[FLOW[index]!]}
            </li>
          ))}
        </ol>
      )}
      <span className="grow" />
      <button
        type="button"
        className="find"
        onClick={onSearch}
        aria-keyshortcuts="Control+K"
        aria-label={navText.search}
      >
        <Icon name="find" />
        <span className="find-label">{navText.search}</span>
        <kbd>Ctrl K</kbd>
      </button>
    </header>
  )
}
