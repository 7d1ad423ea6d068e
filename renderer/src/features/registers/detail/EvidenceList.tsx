import { App, Button } from 'antd'
import { useState, type DragEvent, type ReactElement } from 'react'
import type { EvidenceView } from '#shared/ipc/evidence.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { call, toCallError, type CallError } from '../../../ipc/client.ts'
import { useCall } from '../../../ipc/queries.ts'
import { printBytes, printStamp } from '../../../text/format.ts'
import { detailText as text, savedViewText } from '../../../text/registers.ts'
import { droppedFiles } from '../../import/pick/droppedFiles.ts'

interface Props {
  item: number
  evidence: readonly EvidenceView[]
  /** Inside of a dialog: no frame of its own. */
  compact?: boolean
  /** Voided items take no more files. */
  locked?: boolean
}

/** 佐证材料: added by dialog or by dropping, opened, taken away (and back), a missing copy picked again. */
export function EvidenceList({ item, evidence, compact = false, locked = false }: Props): ReactElement {
  const subject = { subject: 'ITEM' as const, subjectId: item }
  const pick = useCall('evidence.pick')
  const drop = useCall('evidence.drop')
  const remove = useCall('evidence.remove')
  const restore = useCall('evidence.restore')
  const replace = useCall('evidence.replace')
  const [over, setOver] = useState(false)
  const [failed, setFailed] = useState<CallError | null>(null)
  const { message, notification } = App.useApp()
  const fail = (reason: unknown): void => setFailed(toCallError(reason))

  function added(result: { added: number; already: string[] } | null): void {
    if (result === null) return
    setFailed(null)
    if (result.added > 0) void message.success(text.added(result.added))
    if (result.already.length > 0) void message.info(`这份材料原来就有：${result.already.join('、')}`)
  }

  async function onDrop(event: DragEvent): Promise<void> {
    event.preventDefault()
    setOver(false)
    try {
      const { files } = await droppedFiles(event.dataTransfer)
      if (files.length === 0) return
      const read = await Promise.all(
        files.slice(0, 50).map(async ({ file }) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer())
        }))
      )
      added(await drop.mutateAsync({ ...subject, files: read }))
    } catch (error) {
      fail(error)
    }
  }

  function takeAway(entry: EvidenceView): void {
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
                {savedViewText.undo}
              </Button>
            )
          })
      }
    )
  }

  return (
    <div
      className={['rg-evidence', over ? 'rg-evidence-over' : '', compact ? 'rg-evidence-compact' : ''].join(
        ' '
      )}
      onDragOver={(event) => {
        if (locked || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!locked) void onDrop(event)
      }}
    >
      <div className="rg-evidence-head">
        <b>{text.evidence}</b>
        <span className="quiet small grow">{over ? text.dropToAdd : locked ? '' : text.dropHere}</span>
        {locked ? null : (
          <Button
            size="small"
            loading={pick.isPending || drop.isPending}
            onClick={() => pick.mutate(subject, { onSuccess: added, onError: fail })}
          >
            {text.addEvidence}
          </Button>
        )}
      </div>
      {evidence.length === 0 ? <p className="quiet small">{text.noEvidence}</p> : null}
      <ul>
        {evidence.map((entry) => (
          <li key={entry.id}>
            <Icon name="report" className="quiet" />
            <button
              type="button"
              className="link ellipsis"
              title={`${entry.fileName}（${printBytes(entry.bytes)}），${entry.addedBy} ${printStamp(entry.addedAt)} 添加`}
              onClick={() => void call('evidence.open', { id: entry.id }).catch(fail)}
            >
              {entry.fileName}
            </button>
            {entry.state === 'PRESENT' ? null : (
              <>
                <span className="tag tag-ask">{entry.state === 'MISSING' ? text.missing : text.changed}</span>
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
            {locked ? null : (
              <button
                type="button"
                className="link small"
                title={text.remove}
                aria-label={`${text.remove} ${entry.fileName}`}
                onClick={() => takeAway(entry)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {failed === null ? null : <ErrorPanel error={failed} />}
    </div>
  )
}
