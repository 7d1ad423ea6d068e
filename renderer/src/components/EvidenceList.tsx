import { App, Button } from 'antd'
import { useState, type DragEvent, type ReactElement } from 'react'
import type { EvidenceSubject, EvidenceView } from '#shared/ipc/evidence.ts'
import { call, toCallError, type CallError } from '../ipc/client.ts'
import { useCall } from '../ipc/queries.ts'
import { evidenceText as text } from '../text/evidence.ts'
import { printBytes, printStamp } from '../text/format.ts'
import { ErrorPanel } from './ErrorPanel.tsx'
import { Icon } from './Icon.tsx'
import './evidence.css'

interface Props {
  subject: EvidenceSubject
  subjectId: number
  evidence: readonly EvidenceView[]
  /** What it is called here: 证书、文件. */
  title?: string
  /** Nothing can be added or taken away. */
  readOnly?: boolean
  /** In a dialog: with a frame of its own. */
  framed?: boolean
}

/** 佐证材料: added by dialog or by dropping, opened, taken away (and back), a missing copy picked again. */
export function EvidenceList(props: Props): ReactElement {
  const { evidence, title = text.title, readOnly = false, framed = false } = props
  const subject = { subject: props.subject, subjectId: props.subjectId }
  const pick = useCall('evidence.pick')
  const drop = useCall('evidence.drop')
  const [over, setOver] = useState(false)
  const [failed, setFailed] = useState<CallError | null>(null)
  const { message } = App.useApp()
  const fail = (reason: unknown): void => setFailed(toCallError(reason))

  function added(result: { added: number; already: string[] } | null): void {
    if (result === null) return
    setFailed(null)
    if (result.added > 0) void message.success(text.added(result.added))
    if (result.already.length > 0) void message.info(text.already(result.already))
  }

  async function onDrop(event: DragEvent): Promise<void> {
    event.preventDefault()
    setOver(false)
    try {
      const files = await Promise.all(
        [...event.dataTransfer.files].map(async (file) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer())
        }))
      )
      if (files.length > 0) added(await drop.mutateAsync({ ...subject, files }))
    } catch (error) {
      fail(error)
    }
  }

  return (
    <div
      className={['evidence', over ? 'evidence-over' : '', framed ? 'evidence-framed' : ''].join(' ')}
      onDragOver={(event) => {
        if (readOnly || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!readOnly) void onDrop(event)
      }}
    >
      <div className="evidence-head">
        <b>{title}</b>
        <span className="quiet small grow">{readOnly ? '' : over ? text.dropToAdd : text.dropHere}</span>
        {readOnly ? null : (
          <Button
            size="small"
            loading={pick.isPending || drop.isPending}
            onClick={() => pick.mutate(subject, { onSuccess: added, onError: fail })}
          >
            {text.add}
          </Button>
        )}
      </div>
      {evidence.length === 0 ? <p className="quiet small">{text.none}</p> : null}
      <ul>
        {evidence.map((entry) => (
          <EvidenceFile key={entry.id} entry={entry} readOnly={readOnly} fail={fail} />
        ))}
      </ul>
      {failed === null ? null : <ErrorPanel error={failed} />}
    </div>
  )
}

/** One file: its name opens it; a copy that is gone or was changed says so. */
function EvidenceFile(props: {
  entry: EvidenceView
  readOnly: boolean
  fail: (reason: unknown) => void
}): ReactElement {
  const { entry, readOnly, fail } = props
  const remove = useCall('evidence.remove')
  const restore = useCall('evidence.restore')
  const replace = useCall('evidence.replace')
  const { message, notification } = App.useApp()

  function takeAway(): void {
    const key = `evidence-${entry.id}`
    remove.mutate(
      { id: entry.id },
      {
        onError: fail,
        onSuccess: () =>
          notification.success({
            key,
            title: text.removed(entry.fileName),
            placement: 'bottomRight',
            duration: 8,
            actions: (
              <Button
                size="small"
                onClick={() => {
                  notification.destroy(key)
                  restore.mutate({ id: entry.id }, { onError: fail })
                }}
              >
                {text.undo}
              </Button>
            )
          })
      }
    )
  }

  return (
    <li>
      <Icon name="report" className="quiet" />
      <button
        type="button"
        className="link ellipsis"
        title={text.about(printBytes(entry.bytes), entry.addedBy, printStamp(entry.addedAt))}
        onClick={() => void call('evidence.open', { id: entry.id }).catch(fail)}
      >
        {entry.fileName}
      </button>
      {entry.state === 'PRESENT' ? null : (
        <>
          <span className="tag tag-ask">{text.states[entry.state]}</span>
          <button
            type="button"
            className="link small"
            onClick={() =>
              replace.mutate(
                { id: entry.id },
                {
                  onError: fail,
                  onSuccess: (result) => {
                    if (result !== null) void message.success(text.replaced)
                  }
                }
              )
            }
          >
            {text.replace}
          </button>
        </>
      )}
      <span className="grow" />
      <button
        type="button"
        className="link small"
        title={text.reveal}
        aria-label={`${text.reveal} ${entry.fileName}`}
        onClick={() => void call('evidence.showInFolder', { id: entry.id }).catch(fail)}
      >
        <Icon name="folder" />
      </button>
      {readOnly ? null : (
        <button
          type="button"
          className="link small"
          title={text.remove}
          aria-label={`${text.remove} ${entry.fileName}`}
          onClick={takeAway}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  )
}
