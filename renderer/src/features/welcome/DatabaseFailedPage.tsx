import type { ReactElement } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { AppStateView } from '#shared/ipc/app.ts'
import { Brand } from '../../app/TitleBar.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Panel } from '../../components/Panel.tsx'
import { CallError } from '../../ipc/client.ts'
import { welcomeText } from '../../text/welcome.ts'
import { BackupTable } from '../settings/BackupTable.tsx'
import './welcome.css'

const text = welcomeText.failed
type Failed = Extract<AppStateView['library'], { status: 'FAILED' }>

/** The database could not be opened: what, that nothing was changed, and the backups that can take its place. */
export function DatabaseFailedPage({ library }: { library: Failed }): ReactElement {
  const client = useQueryClient()
  return (
    <div className="welcome">
      <header className="bar">
        <Brand />
      </header>
      <main className="welcome-body">
        <h1>{text.title}</h1>
        <Panel>
          <ErrorPanel
            error={new CallError(library.error)}
            unchanged={text.unchanged}
            onRetry={() => void client.invalidateQueries()}
          />
          {library.error.details.place?.file === library.path ? null : (
            <p className="failed-path">
              {text.path}：{library.path}
            </p>
          )}
        </Panel>
        <Panel title={text.backups} hint={text.backupsHint} scroll>
          {library.backups.length === 0 ? (
            <EmptyState title={text.noBackups} hint={text.noBackupsHint} />
          ) : (
            <BackupTable backups={library.backups} />
          )}
        </Panel>
      </main>
    </div>
  )
}
