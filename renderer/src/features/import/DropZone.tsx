import { Button } from 'antd'
import type { ReactElement } from 'react'
import { ignoredFiles, pickText as text } from '../../text/importPick.ts'
import type { Take } from './pick/useTake.ts'
import type { ImportWork } from './useImportSession.ts'

interface Props {
  work: ImportWork
  take: Take
  sample: boolean
  /** A session runs: files are added to it. */
  adding: boolean
}

/** Files by drop, by dialog, from the clipboard, or the sample quarter's. The whole page takes the drop. */
export function DropZone({ work, take, sample, adding }: Props): ReactElement {
  const classes = ['ip-drop', take.over ? 'ip-drop-over' : '', adding ? 'ip-drop-small' : '']
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <div className="grow">
        <p className="ip-drop-title">{take.over ? text.dropNow : text.drop}</p>
        <p className="small soft">{text.dropHint}</p>
        {take.refused === null ? null : (
          <p className="small ask" role="alert">
            {take.refused}
          </p>
        )}
        {take.ignored === 0 ? null : (
          <p className="small soft" role="status">
            {ignoredFiles(take.ignored)}
          </p>
        )}
      </div>
      <div className="page-head-actions">
        <Button
          type={adding ? 'default' : 'primary'}
          loading={work.busy}
          onClick={() => void take.ask(work.pick('FILES'))}
        >
          {adding ? text.add : text.files}
        </Button>
        <Button disabled={work.busy} onClick={() => void take.ask(work.pick('FOLDER'))}>
          {text.folder}
        </Button>
        <Button disabled={work.busy} onClick={() => void take.pasteNow()}>
          {text.paste}
        </Button>
        {sample && !adding ? (
          <Button disabled={work.busy} onClick={() => void take.ask(work.sample())}>
            {text.sample}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
