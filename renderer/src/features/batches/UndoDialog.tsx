import { App } from 'antd'
import type { ReactElement } from 'react'
import type { BatchView } from '#shared/ipc/batch.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { useCall } from '../../ipc/queries.ts'
import { batchesText as text, undoConsequence } from '../../text/batches.ts'
import { printMoment } from '../../text/format.ts'

/** Undoing a batch is a blocking question; null shows nothing. */
export function UndoDialog(props: { batch: BatchView | null; onClose: () => void }): ReactElement {
  const { batch } = props
  const undo = useCall('batch.undo')
  const { message } = App.useApp()
  function close(): void {
    undo.reset()
    props.onClose()
  }
  return (
    <ConfirmWithReason
      open={batch !== null}
      title={text.undoTitle}
      consequence={batch === null ? '' : undoConsequence(batch.fileName, printMoment(batch.at))}
      verb={text.undoVerb}
      busy={undo.isPending}
      error={undo.error}
      onCancel={close}
      onConfirm={() => {
        if (batch === null) return
        undo.mutate(
          { batch: batch.id },
          {
            onSuccess: () => {
              close()
              void message.success(text.undoDone)
            }
          }
        )
      }}
    />
  )
}
