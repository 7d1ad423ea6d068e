import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { BatchView } from '#shared/ipc/import.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { printMoment } from '../../text/format.ts'
import { batchCounts, importText, undoConsequence } from '../../text/import.ts'

const { history: text } = importText

/** Every batch of the quarter, newest first; undoing one is a blocking question. */
export function BatchHistory({ period, readOnly }: { period: PeriodKey; readOnly: boolean }): ReactElement {
  const history = useRoute('import.history', { period })
  const undo = useCall('import.undo')
  const { message } = App.useApp()
  const [asked, setAsked] = useState<BatchView | null>(null)
  return (
    <Panel title={text.title} hint={text.hint} className="ip-history" scroll>
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
                  <th />
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
      <ConfirmWithReason
        open={asked !== null}
        title={text.undoTitle}
        consequence={asked === null ? '' : undoConsequence(asked.fileName, printMoment(asked.at))}
        verb={text.undoVerb}
        busy={undo.isPending}
        error={undo.error}
        onCancel={() => {
          setAsked(null)
          undo.reset()
        }}
        onConfirm={() =>
          asked === null
            ? undefined
            : undo.mutate(
                { batch: asked.id },
                {
                  onSuccess: () => {
                    setAsked(null)
                    void message.success(text.undoDone)
                  }
                }
              )
        }
      />
    </Panel>
  )
}

function Row(props: { batch: BatchView; readOnly: boolean; onUndo: () => void }): ReactElement {
  const { batch } = props
  const undone = batch.state === 'undone'
  return (
    <tr className={undone ? 'quiet' : undefined}>
      <td className="nowrap">{printMoment(batch.at)}</td>
      <td className="ip-file-name" title={batch.fileName}>
        {batch.fileName}
      </td>
      <td className="small">
        {batchCounts(batch.created, batch.changed, batch.same, batch.left, batch.adjustments)}
        {batch.undoRefused === null || undone ? null : <p className="small soft">{batch.undoRefused}</p>}
      </td>
      <td>{batch.by}</td>
      <td className="num">
        {undone ? (
          <span className="tag">{text.undone}</span>
        ) : props.readOnly || batch.undoRefused !== null ? null : (
          <Button size="small" onClick={props.onUndo}>
            {text.undo}
          </Button>
        )}
      </td>
    </tr>
  )
}
