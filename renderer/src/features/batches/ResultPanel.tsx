import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useSavedFile } from '../../app/useSavedFile.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Panel } from '../../components/Panel.tsx'
import type { RouteOutput } from '#shared/ipc/contract.ts'
import { call } from '../../ipc/client.ts'
import { batchCounts, batchesText, rejectedCells, resultSummary } from '../../text/batches.ts'
import { StateTag } from './StateTag.tsx'
import './batches.css'

const { result: text } = batchesText

interface Props {
  result: RouteOutput<'import.commit'>
  onAgain: () => void
}

/** What the import did, the backup that was made before it, what to send back, and where to go next. */
export function ResultPanel({ result, onAgain }: Props): ReactElement {
  const navigate = useNavigate()
  const { batches, backup, rejected, waiting } = result
  return (
    <Panel className="ip-result">
      <div className="blank" role="status">
        <p className="blank-title">
          <Icon name="box" className="done" />
          {waiting ? text.waitingTitle : text.title}
        </p>
        <p className="blank-text">{waiting ? text.waitingText : resultSummary(batches)}</p>
        {rejected === 0 ? null : <p className="blank-text ask">{rejectedCells(rejected)}</p>}
        <p className="blank-text">
          {text.backup} {backup}
        </p>
        <div className="blank-actions">
          <Button type="primary" onClick={() => void navigate(waiting ? paths.submissions : paths.ranking)}>
            {waiting ? text.toSubmissions : text.toRanking}
          </Button>
          {waiting ? null : (
            <Button onClick={() => void navigate(paths.submissions)}>{text.toSubmissions}</Button>
          )}
          <SendBack batches={batches.filter((batch) => batch.left > 0).map((batch) => batch.id)} />
          <Button onClick={onAgain}>{text.again}</Button>
        </div>
      </div>
      <table className="plain" aria-label={text.title}>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id}>
              <td className="ip-file-name" title={batch.fileName}>
                <Link to={paths.batch(batch.id)}>{batch.fileName}</Link>
              </td>
              <td className="soft">{batchCounts(batch)}</td>
              <td className="num">{batch.state === 'merged' ? null : <StateTag state={batch.state} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** The workbooks with left-out cells marked, one a file, into one folder. */
function SendBack({ batches }: { batches: readonly number[] }): ReactElement | null {
  const [busy, setBusy] = useState(false)
  const saved = useSavedFile()
  if (batches.length === 0) return null

  async function write(): Promise<void> {
    setBusy(true)
    saved.dismiss()
    try {
      const done = await call('batch.rejectedAll', { batches: [...batches] })
      if (done !== null)
        saved.tell(batchesText.rejectedDone, { ticket: done.ticket, folder: done.folder, fileName: '' })
    } catch (reason) {
      saved.fail(reason)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Button title={batchesText.rejectedHint} loading={busy} onClick={() => void write()}>
        {batchesText.rejectedAll(batches.length)}
      </Button>
      {saved.error === null ? null : <ErrorPanel error={saved.error} />}
    </>
  )
}
