import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { useSavedFile } from '../../app/useSavedFile.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { printMoment } from '../../text/format.ts'
import { reportText } from '../../text/report.ts'

/** 导出记录: who took out what, on which snapshot it rests, and the file if it is still there. */
export function ExportHistory({ period }: { period: PeriodKey }): ReactElement {
  const history = useRoute('report.history', { period })
  const { open, reveal, error, dismiss } = useSavedFile()
  return (
    <Panel title={reportText.history} className="rp-history" scroll>
      {error === null ? null : (
        <ErrorPanel error={error}>
          <Button onClick={dismiss}>{common.close}</Button>
        </ErrorPanel>
      )}
      <Loaded query={history} rows={3}>
        {(list) =>
          list.length === 0 ? (
            <p className="small quiet rp-none">{reportText.historyEmpty}</p>
          ) : (
            <ul>
              {list.map(({ ticket, fileName, at, by, snapshot }, index) => (
                <li key={index}>
                  <span className="ellipsis" title={fileName}>
                    {fileName}
                  </span>
                  <span className="small quiet">
                    {printMoment(at)} {by} · {snapshot ?? common.preview}
                  </span>
                  {ticket === null ? (
                    <span className="small quiet">{reportText.fileGone}</span>
                  ) : (
                    <span className="small row">
                      <button
                        type="button"
                        className="link"
                        onClick={() => open({ ticket, fileName, folder: '' })}
                      >
                        {common.openFile}
                      </button>
                      <button
                        type="button"
                        className="link"
                        onClick={() => reveal({ ticket, fileName, folder: '' })}
                      >
                        {common.openFolder}
                      </button>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}
