import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { ExportedView } from '#shared/ipc/report.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Panel } from '../../components/Panel.tsx'
import { common } from '../../text/common.ts'
import { exportedFile, reportText } from '../../text/report.ts'
import type { Export } from './useExport.tsx'

interface Props {
  exporter: Export
  done: ExportedView | null
  onClose: () => void
}

/** Above the paper: where the file is, or why there is none. */
export function ExportOutcome({ exporter, done, onClose }: Props): ReactElement | null {
  if (exporter.error !== null) {
    return (
      <Panel>
        <ErrorPanel error={exporter.error}>
          <Button onClick={exporter.dismiss}>{common.close}</Button>
        </ErrorPanel>
      </Panel>
    )
  }
  if (done === null) return null
  return (
    <Notice
      tone="plain"
      title={exportedFile(done.fileName)}
      end={
        <>
          <Button size="small" onClick={() => exporter.open(done)}>
            {common.openFile}
          </Button>
          <Button size="small" onClick={() => exporter.reveal(done)}>
            {common.openFolder}
          </Button>
          <button type="button" className="link" onClick={onClose}>
            {reportText.close}
          </button>
        </>
      }
    >
      <span className="soft">{done.folder}</span>
    </Notice>
  )
}
