import type { ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { fileCount, importText } from '../../text/import.ts'
import { BatchHistory } from './BatchHistory.tsx'
import { DropZone } from './DropZone.tsx'
import { FileTable } from './FileTable.tsx'
import type { ImportWork } from './useImportSession.ts'

interface Props {
  period: PeriodKey
  work: ImportWork
  onRead: () => void
  onOpen: (file: string) => void
}

/** 选文件: drop or choose, the files of the running import, what was imported before. */
export function PickStep({ period, work, onRead, onOpen }: Props): ReactElement {
  const library = useRoute('app.state', {}).data?.library
  const sample = library?.status === 'OPEN' && library.sample
  const { session } = work
  return (
    <div className="ip-pick">
      <Panel>
        <DropZone work={work} sample={sample} adding={session !== null} onRead={onRead} />
      </Panel>
      {session === null ? null : (
        <Panel
          title={importText.files.title}
          hint={fileCount(session.files.length)}
          className="ip-files-panel"
          scroll
          extra={
            <button type="button" className="link small" disabled={work.busy} onClick={work.discard}>
              {importText.pick.discard}
            </button>
          }
        >
          <FileTable files={session.files} busy={work.busy} onOpen={onOpen} onSkip={work.skipFile} />
        </Panel>
      )}
      <BatchHistory period={period} readOnly={false} />
    </div>
  )
}
