import { App, Button } from 'antd'
import type { ReactElement } from 'react'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { settingsText } from '../../text/settings.ts'
import { BackupTable } from './BackupTable.tsx'

const text = settingsText.backups

export function BackupPanel(): ReactElement {
  const list = useRoute('app.backups', {})
  const backup = useCall('app.backupNow')
  const folder = useCall('app.showBackups')
  const { message } = App.useApp()
  return (
    <Panel
      title={text.title}
      hint={list.data === undefined ? undefined : text.hint(list.data.backups.length)}
      scroll
      extra={
        <>
          <Button size="small" onClick={() => folder.mutate({})}>
            {text.folder}
          </Button>
          <Button
            size="small"
            loading={backup.isPending}
            onClick={() => backup.mutate({}, { onSuccess: () => void message.success(text.done) })}
          >
            {text.now}
          </Button>
        </>
      }
    >
      {backup.error === null ? null : <ErrorPanel error={backup.error} />}
      {folder.error === null ? null : <ErrorPanel error={folder.error} unchanged={null} />}
      <Loaded query={list}>
        {({ backups }) =>
          backups.length === 0 ? (
            <EmptyState title={text.none} hint={text.noneHint} />
          ) : (
            <BackupTable backups={backups} />
          )
        }
      </Loaded>
    </Panel>
  )
}
