import { App, Button } from 'antd'
import { useState, type DragEvent, type ReactElement } from 'react'
import type { EvidenceSubject, EvidenceView } from '#shared/ipc/evidence.ts'
import { useCall } from '../ipc/queries.ts'
import { evidenceText as text } from '../text/evidence.ts'
import { printBytes, printMoment } from '../text/format.ts'
import { ErrorPanel } from './ErrorPanel.tsx'
import { Icon } from './Icon.tsx'
import './evidence.css'

interface Props {
  subject: EvidenceSubject
  subjectId: number
  evidence: readonly EvidenceView[]
  /** Nothing can be added or taken away. */
  readOnly?: boolean
}

/** 佐证材料 of something: add by dialog or drop, open, take away (undoable); copies that are gone are said. */
export function EvidenceList({ subject, subjectId, evidence, readOnly = false }: Props): ReactElement {
  const pick = useCall('evidence.pick')
  const drop = useCall('evidence.drop')
  const open = useCall('evidence.open')
  const remove = useCall('evidence.remove')
  const restore = useCall('evidence.restore')
  const replace = useCall('evidence.replace')
  const [over, setOver] = useState(false)
  const { notification } = App.useApp()
  const error = [pick, drop, open, remove, restore, replace].find((one) => one.error !== null)?.error ?? null

  async function takeDrop(event: DragEvent): Promise<void> {
    event.preventDefault()
    setOver(false)
    const files = await Promise.all(
      [...event.dataTransfer.files].map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer())
      }))
    )
    if (files.length > 0) drop.mutate({ subject, subjectId, files })
  }

  function take(file: EvidenceView): void {
    remove.mutate(
      { id: file.id },
      {
        onSuccess: () =>
          notification.success({
            title: text.removed(file.fileName),
            placement: 'bottomRight',
            actions: (
              <Button size="small" onClick={() => restore.mutate({ id: file.id })}>
                {text.undo}
              </Button>
            )
          })
      }
    )
  }

  return (
    <div
      className={over ? 'evidence evidence-over' : 'evidence'}
      onDragOver={(event) => {
        if (readOnly) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!readOnly) void takeDrop(event)
      }}
    >
      {evidence.length === 0 ? <p className="soft small">{readOnly ? text.none : text.noneHint}</p> : null}
      <ul>
        {evidence.map((file) => (
          <li key={file.id}>
            <button
              type="button"
              className="link ellipsis"
              title={`${file.fileName} · ${printBytes(file.bytes)} · ${file.addedBy} ${printMoment(file.addedAt)}`}
              onClick={() => open.mutate({ id: file.id })}
            >
              {file.fileName}
            </button>
            {file.state === 'PRESENT' ? (
              <span className="small soft nowrap">{printBytes(file.bytes)}</span>
            ) : (
              <>
                <span className="ask small nowrap">
                  <Icon name="triangle" /> {text.states[file.state]}
                </span>
                <Button size="small" onClick={() => replace.mutate({ id: file.id })}>
                  {text.replace}
                </Button>
              </>
            )}
            {readOnly ? null : (
              <Button
                size="small"
                type="text"
                aria-label={text.remove(file.fileName)}
                icon={<Icon name="close" />}
                onClick={() => take(file)}
              />
            )}
          </li>
        ))}
      </ul>
      {readOnly ? null : (
        <Button
          size="small"
          loading={pick.isPending || drop.isPending}
          onClick={() => pick.mutate({ subject, subjectId })}
        >
          {text.add}
        </Button>
      )}
      {error === null ? null : <ErrorPanel error={error} />}
    </div>
  )
}
