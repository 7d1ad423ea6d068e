import type { ReactElement, ReactNode } from 'react'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { overviewText } from '../../text/overview.ts'

/** Every page of an empty database: nothing can be shown before a scheme is in force. */
export function NoScheme({ children }: { children?: ReactNode }): ReactElement {
  return (
    <Panel>
      <EmptyState title={overviewText.noScheme} hint={overviewText.noSchemeHint}>
        {children}
      </EmptyState>
    </Panel>
  )
}
