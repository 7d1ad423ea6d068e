import { App, Button, Input, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import type { HonourInput } from '#shared/domain/incentive/honour.ts'
import { LEVEL_WORDS, LEVELS } from '#shared/domain/incentive/honourLevel.ts'
import type { HonourListView } from '#shared/ipc/honour.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { honoursText } from '../../text/honours.ts'
import { Field } from '../../components/Field.tsx'

const text = honoursText.form

interface Props {
  view: HonourListView
  /** Null for a new one. */
  id: number | null
  onClose: () => void
  onSaved: (id: number) => void
}

/** 登记荣誉 and its correction. */
export function HonourDialog(props: Props): ReactElement {
  const { view, id, onClose } = props
  const detail = useRoute('honour.get', id === null ? null : { id })
  const blank: HonourInput = {
    ...{ kind: view.settings.kinds[0]!.code, level: 'CITY', title: '', unit: '', person: '' },
    ...{ date: view.today, document: '', deeds: '' }
  }
  return (
    <Modal
      open
      title={id === null ? text.addTitle : text.editTitle}
      width={620}
      style={{ top: 48 }}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={onClose}
    >
      {id === null ? (
        <HonourForm {...props} start={blank} version={null} />
      ) : (
        <Loaded query={detail}>
          {({ honour }) => {
            const { kind, level, title, unit, person, date, document, deeds, version } = honour
            return (
              <HonourForm
                {...props}
                start={{ kind, level, title, unit, person, date, document, deeds }}
                version={version}
              />
            )
          }}
        </Loaded>
      )}
    </Modal>
  )
}

function HonourForm(props: Props & { start: HonourInput; version: number | null }): ReactElement {
  const { view, id, version } = props
  const [form, setForm] = useState(props.start)
  const [asked, setAsked] = useState(false)
  const add = useCall('honour.add')
  const edit = useCall('honour.edit')
  const { message } = App.useApp()
  const set = (change: Partial<HonourInput>): void => setForm((now) => ({ ...now, ...change }))
  const holder = view.settings.kinds.find((kind) => kind.code === form.kind)?.holder ?? 'EITHER'
  const lacks = (value: string): string | undefined =>
    asked && value.trim() === '' ? text.required : undefined
  const missing = [form.title, form.unit, form.date, ...(holder === 'PERSON' ? [form.person] : [])]

  function submit(): void {
    setAsked(true)
    if (missing.some((value) => value.trim() === '')) return
    const honour = holder === 'UNIT' ? { ...form, person: '' } : form
    const onSuccess = (saved: { id: number }): void => {
      void message.success(text.saved)
      props.onSaved(saved.id)
    }
    if (id === null || version === null) add.mutate({ honour }, { onSuccess })
    else edit.mutate({ id, version, honour }, { onSuccess })
  }

  const error = add.error ?? edit.error
  const busy = add.isPending || edit.isPending
  const line = (
    key: 'title' | 'person' | 'document',
    label: string,
    most: number,
    hint?: string
  ): ReactElement => (
    <Field
      label={label}
      hint={hint}
      error={key === 'title' || (key === 'person' && holder === 'PERSON') ? lacks(form[key]) : undefined}
    >
      <Input
        aria-label={label}
        maxLength={most}
        value={form[key]}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </Field>
  )
  return (
    <form
      className="dec-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) submit()
      }}
    >
      <div className="dec-pair">
        <Field label={text.kind}>
          <Select
            aria-label={text.kind}
            value={form.kind}
            options={view.settings.kinds.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(kind) => set({ kind })}
          />
        </Field>
        <Field label={text.level}>
          <Select
            aria-label={text.level}
            value={form.level}
            options={LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level] }))}
            onChange={(level) => set({ level })}
          />
        </Field>
      </div>
      {line('title', text.title, 120)}
      <div className="dec-pair">
        <Field label={holder === 'PERSON' ? text.unitOfPerson : text.unit} error={lacks(form.unit)}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={text.unit}
            value={form.unit === '' ? null : form.unit}
            options={view.units.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(unit) => set({ unit })}
          />
        </Field>
        {holder === 'UNIT'
          ? null
          : line('person', text.person, 40, holder === 'EITHER' ? text.personHint : undefined)}
      </div>
      <div className="dec-pair">
        <Field label={text.date} error={lacks(form.date)}>
          <Input
            type="date"
            aria-label={text.date}
            max={view.today}
            value={form.date}
            onChange={(event) => set({ date: event.target.value })}
          />
        </Field>
        {line('document', text.document, 80)}
      </div>
      <Field label={text.deeds}>
        <Input.TextArea
          rows={3}
          maxLength={4000}
          aria-label={text.deeds}
          value={form.deeds}
          onChange={(event) => set({ deeds: event.target.value })}
        />
      </Field>
      {error === null ? null : <ErrorPanel error={error} />}
      <div className="confirm-foot">
        <span className="grow" />
        <Button onClick={props.onClose}>{common.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {common.save}
        </Button>
      </div>
    </form>
  )
}
