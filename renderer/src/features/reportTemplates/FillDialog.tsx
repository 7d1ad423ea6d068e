import { Button, Checkbox, Input, InputNumber, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { UNKNOWN_FIELD } from '#shared/domain/report/template/templateCheck.ts'
import type { TemplateSource } from '#shared/ipc/reportTemplate.ts'
import { useSavedFile } from '../../app/useSavedFile.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { call } from '../../ipc/client.ts'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { reportTemplatesText as text } from '../../text/reportTemplates.ts'
import { CheckView } from './CheckView.tsx'

interface Props {
  name: string
  source: TemplateSource
  period: PeriodKey
  frozen: boolean
  onClose: () => void
}

interface Choices {
  topOnly: number | null
  bottom: 'NAMES' | 'COUNT'
  issuer: string
  issuedOn: string
  docNumber: string
  recipients: string
  contact: string
}

const NOTHING_CHOSEN: Choices = {
  topOnly: null,
  bottom: 'NAMES',
  issuer: '',
  issuedOn: '',
  docNumber: '',
  recipients: '',
  contact: ''
}

/** What a template will be filled with, the few things to choose, and the export. */
export function FillDialog({ name, source, period, frozen, onClose }: Props): ReactElement {
  const [options, setOptions] = useState(NOTHING_CHOSEN)
  const [slash, setSlash] = useState(false)
  const [busy, setBusy] = useState(false)
  const [notes, setNotes] = useState<readonly string[] | null>(null)
  const check = useRoute('reportTemplate.check', { source, period, options })
  const saved = useSavedFile()
  const errors = (check.data?.problems ?? []).filter(({ level }) => level === 'error')
  const unknown = errors.filter(({ code }) => code === UNKNOWN_FIELD)
  const blocked = errors.length > unknown.length || (unknown.length > 0 && !slash)

  async function run(): Promise<void> {
    setBusy(true)
    saved.dismiss()
    try {
      const answer = await call('reportTemplate.fill', {
        source,
        period,
        options,
        unknown: slash ? 'SLASH' : 'REFUSE'
      })
      if (answer === null) return
      saved.tell(text.filled(answer.file.fileName), answer.file)
      if (answer.notes.length === 0) onClose()
      else setNotes(answer.notes)
    } catch (reason) {
      saved.fail(reason)
    } finally {
      setBusy(false)
    }
  }

  if (notes !== null)
    return (
      <Modal open title={text.notes} footer={null} onCancel={onClose}>
        <ul className="rt-check">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        <div className="confirm-foot">
          <span className="grow" />
          <Button type="primary" onClick={onClose}>
            {text.done}
          </Button>
        </div>
      </Modal>
    )
  return (
    <Modal open width={640} title={text.fillTitle(name)} footer={null} onCancel={onClose}>
      {frozen ? null : <p className="small soft">{text.previewMark}</p>}
      <OptionFields
        options={options}
        asked={new Set(check.data?.fields.map((field) => field.name))}
        onChange={setOptions}
      />
      <Loaded query={check} rows={6}>
        {(found) => <CheckView check={found} />}
      </Loaded>
      {unknown.length === 0 ? null : (
        <Checkbox checked={slash} onChange={(event) => setSlash(event.target.checked)}>
          {text.slash}
        </Checkbox>
      )}
      {saved.error === null ? null : <ErrorPanel error={saved.error} />}
      <div className="confirm-foot">
        <span className="grow" />
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          type="primary"
          loading={busy}
          disabled={check.data === undefined || blocked}
          onClick={() => void run()}
        >
          {text.verb}
        </Button>
      </div>
    </Modal>
  )
}

function OptionFields({
  options,
  asked,
  onChange
}: {
  options: Choices
  /** Names of fields that the template has. */
  asked: ReadonlySet<string>
  onChange: (options: Choices) => void
}): ReactElement {
  return (
    <div className="rt-options">
      <label>
        {text.topOnly}
        <InputNumber
          aria-label={text.topOnly}
          size="small"
          min={1}
          precision={0}
          value={options.topOnly}
          placeholder={text.topOnlyHint}
          onChange={(topOnly) => onChange({ ...options, topOnly })}
        />
        {text.topOnlyUnit}
      </label>
      <Checkbox
        checked={options.bottom === 'COUNT'}
        onChange={(event) => onChange({ ...options, bottom: event.target.checked ? 'COUNT' : 'NAMES' })}
      >
        {text.bottom}
      </Checkbox>
      <label>
        {text.issuer}
        <Input
          size="small"
          maxLength={60}
          value={options.issuer}
          placeholder={text.issuerHint}
          onChange={(event) => onChange({ ...options, issuer: event.target.value })}
        />
      </label>
      <label>
        {text.issuedOn}
        <Input
          size="small"
          maxLength={20}
          value={options.issuedOn}
          placeholder={text.issuedOnHint}
          onChange={(event) => onChange({ ...options, issuedOn: event.target.value })}
        />
      </label>
      {(Object.keys(text.byField) as (keyof typeof text.byField)[])
        .filter((key) => asked.has(text.byField[key]) || options[key] !== '')
        .map((key) => (
          <label key={key}>
            {text.byField[key]}
            <Input
              size="small"
              maxLength={key === 'recipients' ? 120 : 40}
              value={options[key]}
              onChange={(event) => onChange({ ...options, [key]: event.target.value })}
            />
          </label>
        ))}
    </div>
  )
}
