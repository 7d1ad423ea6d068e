import { useState, type ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { importText } from '../../text/import.ts'
import { discardConsequence, filesSummary, pickText as text } from '../../text/importPick.ts'
import { BatchHistory } from '../batches/BatchHistory.tsx'
import { DropZone } from './DropZone.tsx'
import { FileTable } from './FileTable.tsx'
import type { Take } from './pick/useTake.ts'
import type { ImportWork } from './useImportSession.ts'

interface Props {
  period: PeriodKey
  work: ImportWork
  take: Take
  onOpen: (file: string) => void
}

/** 选文件: drop, choose or paste, the files of the running import, what was imported before. */
export function PickStep({ period, work, take, onOpen }: Props): ReactElement {
  const library = useRoute('app.state', {}).data?.library
  const sample = library?.status === 'OPEN' && library.sample
  const [discarding, setDiscarding] = useState(false)
  const { session } = work
  return (
    <div className="ip-pick">
      <Panel>
        <DropZone work={work} take={take} sample={sample} adding={session !== null} />
      </Panel>
      {session === null ? null : (
        <Panel
          title={importText.files.title}
          hint={filesSummary(session.files)}
          className="ip-files-panel"
          scroll
          extra={
            <button
              type="button"
              className="link small"
              disabled={work.busy}
              onClick={() => setDiscarding(true)}
            >
              {text.discard}
            </button>
          }
        >
          <FileTable files={session.files} work={work} onOpen={onOpen} />
        </Panel>
      )}
      <BatchHistory period={period} readOnly={false} />
      <ConfirmWithReason
        open={discarding && session !== null}
        title={text.discard}
        consequence={discardConsequence(session?.files.length ?? 0)}
        verb={text.discardVerb}
        busy={work.busy}
        onCancel={() => setDiscarding(false)}
        onConfirm={() => {
          setDiscarding(false)
          work.discard()
        }}
      />
    </div>
  )
}
