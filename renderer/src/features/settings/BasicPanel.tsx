import { App, Input, Segmented, Switch } from 'antd'
import { useId, useState, type ReactElement } from 'react'
import type { Settings } from '#shared/ipc/settings.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { settingsText as text } from '../../text/settings.ts'

/** Operator, issuer, row height. Saved when a field is left; nothing to press. */
export function BasicPanel(): ReactElement {
  const settings = useRoute('settings.get', {})
  return (
    <Panel title={text.basic} pad>
      <Loaded query={settings} rows={4}>
        {(value) => <Fields key={`${value.operator}|${value.issuer}`} value={value} />}
      </Loaded>
    </Panel>
  )
}

function Fields({ value }: { value: Settings }): ReactElement {
  const save = useCall('settings.set')
  const { message } = App.useApp()
  const density = useId()
  const review = useId()
  function put(change: Partial<Settings>): void {
    save.mutate(change, { onSuccess: () => void message.success(text.saved) })
  }
  return (
    <div className="settings-fields">
      <TextField
        label={text.operator}
        hint={text.operatorHint}
        value={value.operator}
        most={40}
        required
        onSave={(operator) => put({ operator })}
      />
      <TextField
        label={text.issuer}
        hint={text.issuerHint}
        value={value.issuer}
        most={60}
        onSave={(issuer) => put({ issuer })}
      />
      <div>
        <span className="field-label" id={density}>
          {text.density}
        </span>
        <Segmented<Settings['density']>
          aria-labelledby={density}
          value={value.density}
          options={[
            { value: 'compact', label: text.compact },
            { value: 'loose', label: text.loose }
          ]}
          onChange={(next) => put({ density: next })}
        />
      </div>
      <div>
        <span className="field-label" id={review}>
          {text.review}
          <em>{text.reviewHint}</em>
        </span>
        <Switch
          aria-labelledby={review}
          checked={value.reviewImports}
          checkedChildren={text.reviewOn}
          unCheckedChildren={text.reviewOff}
          loading={save.isPending}
          onChange={(reviewImports) => put({ reviewImports })}
        />
      </div>
      {save.error === null ? null : <ErrorPanel error={save.error} />}
    </div>
  )
}

interface FieldProps {
  label: string
  hint: string
  value: string
  most: number
  required?: boolean
  onSave: (value: string) => void
}

function TextField({ label, hint, value, most, required = false, onSave }: FieldProps): ReactElement {
  const [draft, setDraft] = useState(value)
  function leave(): void {
    const next = draft.trim()
    if (next === '' && required) setDraft(value)
    else if (next !== value) onSave(next)
  }
  return (
    <label>
      <span className="field-label">
        {label}
        <em>{hint}</em>
      </span>
      <Input
        value={draft}
        maxLength={most}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={leave}
        onPressEnter={leave}
      />
    </label>
  )
}
