import { App, Button, Input, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { registerType } from '#shared/domain/register/registerItem.ts'
import { REGISTER_TYPES } from '#shared/domain/register/registerWords.ts'
import type { SelfReviewSettings } from '#shared/domain/selfReview/selfReviewSettings.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { selfReviewText as text } from '../../text/selfReview.ts'

/** The words of the six questions, the three headings, and where gaps go by default. */
export function SettingsDialog({ onClose }: { onClose: () => void }): ReactElement {
  const settings = useRoute('selfReview.settings', {})
  return (
    <Modal
      open
      title={text.settingsTitle}
      width={600}
      style={{ top: 40 }}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <Loaded query={settings} rows={8}>
        {(data) => <Form start={data} onClose={onClose} />}
      </Loaded>
    </Modal>
  )
}

function Form({ start, onClose }: { start: SelfReviewSettings; onClose: () => void }): ReactElement {
  const [value, setValue] = useState(start)
  const save = useCall('selfReview.changeSettings')
  const { message } = App.useApp()
  const question = (at: number, change: Partial<SelfReviewSettings['questions'][number]>): void =>
    setValue((now) => ({
      ...now,
      questions: now.questions.map((entry, index) => (index === at ? { ...entry, ...change } : entry))
    }))
  const lacks = [...value.questions.map(({ ask }) => ask), ...value.sections].some(
    (word) => word.trim() === ''
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (lacks) return
        save.mutate(value, {
          onSuccess: () => {
            void message.success(text.settingsSaved)
            onClose()
          }
        })
      }}
    >
      <p className="small soft">{text.settingsNote}</p>
      <p className="field-label">{text.settingsSections}</p>
      <div className="sr-words sr-words-3">
        {value.sections.map((section, at) => (
          <Input
            key={at}
            aria-label={`${text.settingsSections} ${at + 1}`}
            maxLength={20}
            value={section}
            onChange={(event) =>
              setValue((now) => ({
                ...now,
                sections: now.sections.map((entry, index) => (index === at ? event.target.value : entry))
              }))
            }
          />
        ))}
      </div>
      {value.questions.map((entry, at) => (
        <div key={at} className="sr-words">
          <Input
            aria-label={text.settingsAsk(at + 1)}
            maxLength={20}
            value={entry.ask}
            onChange={(event) => question(at, { ask: event.target.value })}
          />
          <Input
            aria-label={text.settingsHint(at + 1)}
            maxLength={60}
            value={entry.hint}
            onChange={(event) => question(at, { hint: event.target.value })}
          />
        </div>
      ))}
      <label className="sr-field">
        <span className="field-label">{text.settingsType}</span>
        <Select
          aria-label={text.settingsType}
          value={value.itemType}
          options={registerType.options.map((type) => ({ value: type, label: REGISTER_TYPES[type].name }))}
          onChange={(itemType) => setValue((now) => ({ ...now, itemType }))}
        />
      </label>
      {save.error === null ? null : <ErrorPanel error={save.error} />}
      <div className="confirm-foot">
        <span className="grow" />
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button type="primary" htmlType="submit" disabled={lacks} loading={save.isPending}>
          {common.save}
        </Button>
      </div>
    </form>
  )
}
