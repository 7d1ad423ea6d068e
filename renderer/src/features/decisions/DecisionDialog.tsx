import { App, Button, Input, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { DECISION_TYPES, decisionsText as text } from '../../text/decisions.ts'
import { localToday } from '../../text/format.ts'
import {
  FORM_TYPES,
  YEAR_TYPES,
  subjectOf,
  unavailable,
  type DecisionFields,
  type FieldErrors,
  type FormType
} from './decisionForm.ts'
import { Field } from '../../components/Field.tsx'
import { SubjectFields } from './SubjectFields.tsx'

interface Props {
  period: PeriodKey
  scheme: SchemeDefinition
  /** What the page already knows: 补分 of a missing indicator, 否决 of a unit. */
  start: { type: FormType; fields: DecisionFields }
  frozen: boolean
  onClose: () => void
}

/** 登记决定: what about, then basis, decider and date, which every decision needs. */
export function DecisionDialog({ period, scheme, start, frozen, onClose }: Props): ReactElement {
  const [type, setType] = useState(start.type)
  const blocked = unavailable(type, scheme)
  return (
    <Modal
      open
      title={text.add}
      width={560}
      style={{ top: 48 }}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <Field label={text.head.type} hint={DECISION_TYPES[type].hint}>
        <Select
          aria-label={text.head.type}
          value={type}
          options={(frozen ? YEAR_TYPES : FORM_TYPES).map((value) => ({
            value,
            label: DECISION_TYPES[value].name
          }))}
          onChange={setType}
        />
      </Field>
      {blocked === null ? (
        <DecisionForm
          key={type}
          type={type}
          period={period}
          scheme={scheme}
          fields={start.fields}
          frozen={frozen}
          onClose={onClose}
        />
      ) : (
        <>
          <p className="confirm-text">{blocked}</p>
          <div className="confirm-foot">
            <span className="grow" />
            <Button onClick={onClose}>{common.close}</Button>
          </div>
        </>
      )}
    </Modal>
  )
}

interface FormProps {
  type: FormType
  period: PeriodKey
  scheme: SchemeDefinition
  fields: DecisionFields
  frozen: boolean
  onClose: () => void
}

function DecisionForm({ type, period, scheme, fields: start, frozen, onClose }: FormProps): ReactElement {
  const only = scheme.races.length === 1 && type !== 'VETO' ? { race: scheme.races[0]!.code } : {}
  const [fields, setFields] = useState<DecisionFields>({
    ...only,
    ...(type === 'VETO' ? { from: period } : {}),
    ...(type === 'GRADE' && frozen ? { span: 'YEAR' as const } : {}),
    ...start
  })
  const [who, setWho] = useState({ basis: '', decidedBy: '', date: localToday() })
  const [asked, setAsked] = useState(false)
  const add = useCall('decision.add')
  const { message } = App.useApp()
  const built = subjectOf(type, fields)
  const errors: FieldErrors = asked && 'errors' in built ? built.errors : {}
  const lacks = (value: string): string | undefined =>
    asked && value.trim() === '' ? text.required : undefined

  function submit(): void {
    setAsked(true)
    if ('errors' in built || who.basis.trim() === '' || who.decidedBy.trim() === '' || who.date === '') return
    add.mutate(
      { period, subject: built.subject, ...who },
      {
        onSuccess: () => {
          onClose()
          void message.success(text.recorded)
        }
      }
    )
  }

  return (
    <form
      className="dec-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!add.isPending) submit()
      }}
    >
      <SubjectFields
        type={type}
        period={period}
        scheme={scheme}
        fields={fields}
        errors={errors}
        frozen={frozen}
        onChange={(change) => setFields((now) => ({ ...now, ...change }))}
      />
      <Field label={text.fields.basis} error={lacks(who.basis)}>
        <Input.TextArea
          aria-label={text.fields.basis}
          rows={2}
          maxLength={300}
          placeholder={text.fields.basisHint}
          value={who.basis}
          onChange={(event) => setWho({ ...who, basis: event.target.value })}
        />
      </Field>
      <div className="dec-pair">
        <Field label={text.fields.decidedBy} error={lacks(who.decidedBy)}>
          <DeciderInput value={who.decidedBy} onChange={(decidedBy) => setWho({ ...who, decidedBy })} />
        </Field>
        <Field label={text.fields.date} error={lacks(who.date)}>
          <Input
            type="date"
            aria-label={text.fields.date}
            value={who.date}
            onChange={(event) => setWho({ ...who, date: event.target.value })}
          />
        </Field>
      </div>
      {add.error === null ? null : <ErrorPanel error={add.error} />}
      <div className="confirm-foot">
        <span className="grow" />
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {text.record}
        </Button>
      </div>
    </form>
  )
}

function DeciderInput(props: { value: string; onChange: (value: string) => void }): ReactElement {
  const issuer = useRoute('settings.get', {}).data?.issuer ?? ''
  return (
    <Input
      aria-label={text.fields.decidedBy}
      maxLength={40}
      placeholder={issuer}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}
