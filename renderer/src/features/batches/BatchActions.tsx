import { App, Button, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import type { BatchDetail } from '#shared/ipc/batch.ts'
import { useSavedFile } from '../../app/useSavedFile.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { call } from '../../ipc/client.ts'
import { useCall } from '../../ipc/queries.ts'
import { batchesText as text } from '../../text/batches.ts'
import { common } from '../../text/common.ts'
import { UndoDialog } from './UndoDialog.tsx'

/** What can be done with an imported file: undo it, save it again, send its rejected cells back, keep its layout. */
export function BatchActions({ detail }: { detail: BatchDetail }): ReactElement {
  const { batch } = detail
  const [undoing, setUndoing] = useState(false)
  const [taking, setTaking] = useState(false)
  const saved = useSavedFile()
  const [busy, setBusy] = useState<'batch.saveFile' | 'batch.rejected' | null>(null)

  async function save(route: 'batch.saveFile' | 'batch.rejected', title: string): Promise<void> {
    setBusy(route)
    saved.dismiss()
    try {
      const file = await call(route, { batch: batch.id })
      if (file !== null) saved.tell(title, file)
    } catch (reason) {
      saved.fail(reason)
    } finally {
      setBusy(null)
    }
  }

  const isPackage = detail.format === 'xlsx' || detail.format === 'xlsm'
  return (
    <>
      {batch.left === 0 ? null : (
        <Button
          title={text.rejectedHint}
          loading={busy === 'batch.rejected'}
          onClick={() => void save('batch.rejected', text.rejectedDone)}
        >
          {text.rejected}
        </Button>
      )}
      {detail.hasFile && isPackage && batch.state === 'merged' ? (
        <Button onClick={() => setTaking(true)}>{text.take}</Button>
      ) : null}
      {detail.hasFile ? (
        <Button
          loading={busy === 'batch.saveFile'}
          onClick={() => void save('batch.saveFile', text.savedFile)}
        >
          {text.saveFile}
        </Button>
      ) : null}
      {batch.state === 'merged' ? (
        <Button disabled={detail.undoBlockers.length > 0} onClick={() => setUndoing(true)}>
          {text.undo}
        </Button>
      ) : null}
      <UndoDialog batch={undoing ? batch : null} onClose={() => setUndoing(false)} />
      <TakeTemplate detail={detail} open={taking} onClose={() => setTaking(false)} />
      <Modal open={saved.error !== null} footer={null} onCancel={saved.dismiss} destroyOnHidden>
        {saved.error === null ? null : <ErrorPanel error={saved.error} />}
      </Modal>
    </>
  )
}

function TakeTemplate(props: { detail: BatchDetail; open: boolean; onClose: () => void }): ReactElement {
  const { batch } = props.detail
  const [name, setName] = useState(batch.fileName.replace(/\.[^.]+$/, '').slice(0, 60))
  const take = useCall('template.takeOwn')
  const { message } = App.useApp()
  const wanted = name.trim()
  return (
    <Modal open={props.open} title={text.takeTitle} footer={null} onCancel={props.onClose} destroyOnHidden>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted === '' || take.isPending) return
          take.mutate(
            { batch: batch.id, name: wanted },
            {
              onSuccess: () => {
                props.onClose()
                void message.success(text.takeDone)
              }
            }
          )
        }}
      >
        <p className="confirm-text">{text.takeText}</p>
        <label>
          <span className="field-label">{text.takeName}</span>
          <Input autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        {take.error === null ? null : <ErrorPanel error={take.error} />}
        <div className="confirm-foot">
          <span className="grow" />
          <Button onClick={props.onClose}>{common.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={wanted === ''} loading={take.isPending}>
            {text.takeVerb}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
