import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { BatchView } from '#shared/ipc/batch.ts'
import { paths } from '../../app/paths.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { batchCounts, batchesText as text } from '../../text/batches.ts'
import { printMoment } from '../../text/format.ts'
import { StateTag } from './StateTag.tsx'
import { UndoDialog } from './UndoDialog.tsx'
import './batches.css'

/** Every batch of the quarter, newest first; those that wait for a second person are counted in the head. */
export function BatchHistory({ period, readOnly }: { period: PeriodKey; readOnly: boolean }): ReactElement {
  const history = useRoute('batch.list', { period })
  const [asked, setAsked] = useState<BatchView | null>(null)
  const waiting = history.data?.filter((batch) => batch.state === 'waiting').length ?? 0
  return (
    <Panel
      title={text.title}
      hint={waiting > 0 ? text.review.hint(waiting) : text.hint}
      className="ip-history"
      scroll
    >
      <Loaded query={history} rows={4}>
        {(batches) =>
          batches.length === 0 ? (
            <p className="quiet ip-none">{text.empty}</p>
          ) : (
            <table className="plain" aria-label={text.title}>
              <thead>
                <tr>
                  <th>{text.at}</th>
                  <th>{text.file}</th>
                  <th>{text.counts}</th>
                  <th>{text.by}</th>
                  <th aria-label={text.undo} />
                </tr>
              </thead>
              <tbody>
                {batches.map((batch) => (
                  <Row key={batch.id} batch={batch} readOnly={readOnly} onUndo={() => setAsked(batch)} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      <UndoDialog batch={asked} onClose={() => setAsked(null)} />
    </Panel>
  )
}

function Row(props: { batch: BatchView; readOnly: boolean; onUndo: () => void }): ReactElement {
  const { batch } = props
  const counts = batch.state === 'merged' || batch.state === 'waiting'
  return (
    <tr className={counts ? undefined : 'quiet'}>
      <td className="nowrap">{printMoment(batch.at)}</td>
      <td className="ip-file-name" title={batch.fileName}>
        <Link to={paths.batch(batch.id)}>{batch.fileName}</Link>
      </td>
      <td className="small">
        {batchCounts(batch)}
        {batch.undoRefused === null || batch.state !== 'merged' ? null : (
          <p className="small soft">{batch.undoRefused}</p>
        )}
      </td>
      <td>{batch.by}</td>
      <td className="num nowrap">
        {batch.state === 'merged' ? null : <StateTag state={batch.state} />}
        {batch.state === 'waiting' ? (
          <Link className="bt-go" to={paths.batch(batch.id)}>
            {text.review.toDetails}
          </Link>
        ) : batch.state !== 'merged' || props.readOnly || batch.undoRefused !== null ? null : (
          <Button size="small" onClick={props.onUndo}>
            {text.undo}
          </Button>
        )}
      </td>
    </tr>
  )
}
