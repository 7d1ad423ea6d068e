import { Button, Checkbox, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { OwnTemplatePreview, OwnTemplateView } from '#shared/ipc/template.ts'
import { useSavedFile } from '../../app/useSavedFile.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { call } from '../../ipc/client.ts'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { templatesText as text } from '../../text/templates.ts'

/** Cells that are listed one by one before 等 n 处. */
const LISTED = 8

interface Props {
  template: OwnTemplateView
  period: PeriodKey
  onClose: () => void
}

/** What filling a department's workbook for this quarter changes, before it is written. */
export function FillDialog({ template, period, onClose }: Props): ReactElement {
  const preview = useRoute('template.previewOwn', { id: template.id, period })
  const [keepValues, setKeepValues] = useState(false)
  const [busy, setBusy] = useState(false)
  const saved = useSavedFile()

  async function run(): Promise<void> {
    setBusy(true)
    saved.dismiss()
    try {
      const file = await call('template.fillOwn', { id: template.id, period, keepValues })
      if (file === null) return
      saved.tell(text.filled(file.fileName), file)
      onClose()
    } catch (reason) {
      saved.fail(reason)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal open width={560} title={text.fillTitle(template.name)} footer={null} onCancel={onClose}>
      <Loaded query={preview} rows={5}>
        {(changes) => <Changes changes={changes} keepValues={keepValues} />}
      </Loaded>
      <Checkbox checked={keepValues} onChange={(event) => setKeepValues(event.target.checked)}>
        {text.keepValues}
      </Checkbox>
      {saved.error === null ? null : <ErrorPanel error={saved.error} />}
      <div className="confirm-foot">
        <span className="grow" />
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          type="primary"
          loading={busy}
          disabled={preview.data === undefined}
          onClick={() => void run()}
        >
          {text.fillVerb}
        </Button>
      </div>
    </Modal>
  )
}

function Changes(props: { changes: OwnTemplatePreview; keepValues: boolean }): ReactElement {
  const { targets, emptied, gone, titles, notes } = props.changes
  return (
    <div className="tp-changes">
      <ul>
        <li>{text.targets(targets)}</li>
        <li>{text.emptied(emptied, props.keepValues)}</li>
        {gone.length === 0 ? null : (
          <li>
            {text.gone(gone.length)}
            {gone
              .slice(0, LISTED)
              .map(({ sheet, address }) => `${sheet} ${address}`)
              .join('、')}
            {gone.length > LISTED ? text.more(gone.length) : ''}
          </li>
        )}
      </ul>
      {titles.length === 0 ? null : (
        <>
          <h3>{text.titles}</h3>
          <ul>
            {titles.slice(0, LISTED).map(({ sheet, address, before, after }) => (
              <li key={`${sheet}!${address}`}>
                <span className="soft">{before}</span> → {after}
              </li>
            ))}
            {titles.length > LISTED ? <li>{text.more(titles.length)}</li> : null}
          </ul>
        </>
      )}
      {notes.length === 0 ? null : (
        <>
          <h3>{text.notes}</h3>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <p className="small soft">{text.other}</p>
    </div>
  )
}
