import { Button } from 'antd'
import { useRef, useState, type DragEvent, type ReactElement } from 'react'
import { importText } from '../../text/import.ts'
import type { ImportWork } from './useImportSession.ts'

const { pick: text } = importText
const MOST_FILES = 200

interface Props {
  work: ImportWork
  sample: boolean
  /** A session runs: files are added to it. */
  adding: boolean
  onRead: () => void
}

/** Files by drop (as bytes: the window never knows a path), by dialog, or the sample quarter's. */
export function DropZone({ work, sample, adding, onRead }: Props): ReactElement {
  const [over, setOver] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  // Every child of the zone fires its own enter and leave.
  const depth = useRef(0)

  const after = (read: boolean): void => {
    if (read) onRead()
  }

  async function take(list: File[]): Promise<void> {
    if (list.length === 0) return setWrong(text.nothing)
    if (list.length > MOST_FILES) return setWrong(text.tooMany)
    setWrong(null)
    try {
      const files = await Promise.all(
        list.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
      )
      after(await work.drop(files))
    } catch {
      // A folder looks like a file until its bytes are asked for.
      setWrong(text.nothing)
    }
  }

  function onDrop(event: DragEvent): void {
    event.preventDefault()
    depth.current = 0
    setOver(false)
    void take([...event.dataTransfer.files])
  }

  return (
    <div
      className={over ? 'ip-drop ip-drop-over' : 'ip-drop'}
      onDragEnter={(event) => {
        event.preventDefault()
        depth.current += 1
        setOver(true)
      }}
      onDragOver={(event) => event.preventDefault()}
      onDragLeave={() => {
        depth.current -= 1
        if (depth.current <= 0) setOver(false)
      }}
      onDrop={onDrop}
    >
      <div className="grow">
        <p className="ip-drop-title">{over ? text.dropNow : text.drop}</p>
        <p className="small soft">{text.dropHint}</p>
        {wrong === null ? null : (
          <p className="small ask" role="alert">
            {wrong}
          </p>
        )}
      </div>
      <div className="page-head-actions">
        <Button
          type={adding ? 'default' : 'primary'}
          loading={work.busy}
          onClick={() => void work.pick('FILES').then(after)}
        >
          {adding ? text.add : text.files}
        </Button>
        <Button disabled={work.busy} onClick={() => void work.pick('FOLDER').then(after)}>
          {text.folder}
        </Button>
        {sample && !adding ? (
          <Button disabled={work.busy} onClick={() => void work.sample().then(after)}>
            {text.sample}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
