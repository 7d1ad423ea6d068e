import { Button, Popover } from 'antd'
import { useState, type ReactElement } from 'react'
import type { ImportSessionView } from '#shared/ipc/importViews.ts'
import { Icon } from '../../components/Icon.tsx'
import { importText } from '../../text/import.ts'
import { FileStatus } from './FileTable.tsx'
import { readyFiles } from './wizardSteps.ts'

const { files: text } = importText

interface Props {
  session: ImportSessionView
  file: string
  onFile: (file: string) => void
}

/** Which file is on the screen, with all others one click away: 80 files would leave no room for a list beside the grid. */
export function FileSwitch({ session, file, onFile }: Props): ReactElement {
  const [open, setOpen] = useState(false)
  const ready = readyFiles(session)
  const at = ready.findIndex((one) => one.id === file)
  const current = ready[at]
  const step = (by: number): (() => void) | undefined => {
    const next = ready[at + by]
    return next === undefined ? undefined : () => onFile(next.id)
  }
  return (
    <span className="ip-switch">
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomRight"
        arrow={false}
        content={
          <ul className="ip-switch-list" aria-label={text.list}>
            {session.files.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  disabled={one.status !== 'READY'}
                  aria-current={one.id === file ? 'true' : undefined}
                  title={one.folder === '' ? one.name : `${one.folder}/${one.name}`}
                  onClick={() => {
                    setOpen(false)
                    onFile(one.id)
                  }}
                >
                  <span className="ellipsis grow">
                    {one.folder === '' ? null : <span className="quiet">{one.folder}/</span>}
                    {one.name}
                  </span>
                  {one.counts.errors > 0 ? <span className="tag tag-ask">{one.counts.errors}</span> : null}
                  {one.counts.errors === 0 && one.counts.confirms > 0 ? (
                    <span className="tag tag-check">{one.counts.confirms}</span>
                  ) : null}
                  <FileStatus file={one} />
                </button>
              </li>
            ))}
          </ul>
        }
      >
        <Button>
          <span className="ip-switch-name">{current?.name ?? text.list}</span>
          <Icon name="down" />
        </Button>
      </Popover>
      {ready.length < 2 ? null : (
        <>
          <Button
            aria-label={text.previous}
            title={text.previous}
            disabled={step(-1) === undefined}
            onClick={step(-1)}
          >
            <Icon name="right" className="ip-flip" />
          </Button>
          <Button aria-label={text.next} title={text.next} disabled={step(1) === undefined} onClick={step(1)}>
            <Icon name="right" />
          </Button>
          <span className="small quiet nowrap">
            {at + 1} / {ready.length}
          </span>
        </>
      )}
    </span>
  )
}
