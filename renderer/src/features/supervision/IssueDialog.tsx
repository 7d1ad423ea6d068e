import { App, Input, Segmented, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import {
  slipKind,
  slipLevel,
  slipWording,
  type SlipKind,
  type SlipLevel
} from '#shared/domain/supervision/slip.ts'
import { SLIP_KINDS, SLIP_LEVELS } from '#shared/domain/supervision/slipWords.ts'
import type { SlipRequest } from '#shared/ipc/slip.ts'
import { usePeriodKey } from '../../app/PeriodContext.tsx'
import { Field } from '../../components/Field.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { supervisionText } from '../../text/supervision.ts'

const text = supervisionText.form

type Props = { start: SlipRequest; onClose: () => void } & (
  { mode: 'CREATE' } | { mode: 'EDIT'; unitName: string; onKeep: (request: SlipRequest) => void }
)

/** Wording, colour and day of a paper before it goes out. */
export function IssueDialog(props: Props): ReactElement {
  const { start, mode, onClose } = props
  const [request, setRequest] = useState(start)
  const [asked, setAsked] = useState(false)
  const issue = useCall('slip.issue')
  const { message } = App.useApp()
  const day = useRoute('slip.answerDay', { kind: request.kind, level: request.level }).data?.answerBy
  const change = (part: Partial<SlipRequest>): void => setRequest((now) => ({ ...now, ...part }))
  const { subject, reason, demand, issuer, copies } = request
  const wrong = slipWording.safeParse({ subject, reason, demand, issuer, copies }).error?.issues ?? []
  const lacks = (field: string): string | undefined =>
    asked ? wrong.find(({ path }) => path[0] === field)?.message : undefined

  function submit(): void {
    setAsked(true)
    if (wrong.length > 0 || request.unit === '') return
    if (props.mode === 'EDIT') {
      props.onKeep(request)
      onClose()
      return
    }
    issue.mutate(
      { requests: [request] },
      {
        onSuccess: () => {
          onClose()
          void message.success(text.issued)
        }
      }
    )
  }

  return (
    <FormDialog
      title={mode === 'EDIT' ? text.edit : text.create}
      width={640}
      className="sup-form"
      verb={mode === 'EDIT' ? text.keep : text.issue}
      busy={issue.isPending}
      error={issue.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="sup-pair">
        {mode === 'CREATE' ? (
          <Field label={text.kind}>
            <Select<SlipKind>
              aria-label={text.kind}
              value={request.kind}
              options={slipKind.options.map((value) => ({ value, label: SLIP_KINDS[value].name }))}
              onChange={(kind) =>
                change({ kind, level: kind === 'SUPERVISION' ? 'YELLOW' : null, answerBy: null })
              }
            />
          </Field>
        ) : null}
        <Field label={text.unit} error={asked && request.unit === '' ? common.required : undefined}>
          {props.mode === 'EDIT' ? (
            <b>{props.unitName}</b>
          ) : (
            <UnitSelect value={request.unit} onChange={(unit) => change({ unit })} />
          )}
        </Field>
        {request.level === null ? null : (
          <Field label={text.level}>
            <Segmented<SlipLevel>
              value={request.level}
              options={slipLevel.options.map((value) => ({ value, label: SLIP_LEVELS[value].short }))}
              onChange={(level) => change({ level, answerBy: null })}
            />
          </Field>
        )}
        <Field label={text.answerBy}>
          <Input
            type="date"
            aria-label={text.answerBy}
            value={request.answerBy ?? day ?? ''}
            onChange={({ target }) => change({ answerBy: target.value === '' ? null : target.value })}
          />
        </Field>
      </div>
      <Field label={text.subject} error={lacks('subject')}>
        <Input
          aria-label={text.subject}
          maxLength={300}
          value={subject}
          onChange={({ target }) => change({ subject: target.value })}
        />
      </Field>
      <Field label={text.reason} error={lacks('reason')}>
        <Input.TextArea
          aria-label={text.reason}
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={2000}
          value={reason}
          onChange={({ target }) => change({ reason: target.value })}
        />
      </Field>
      <Field label={text.demand} error={lacks('demand')}>
        <Input.TextArea
          aria-label={text.demand}
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={2000}
          value={demand}
          onChange={({ target }) => change({ demand: target.value })}
        />
      </Field>
      <div className="sup-pair">
        <Field label={text.issuer}>
          <Input
            aria-label={text.issuer}
            maxLength={60}
            value={issuer}
            onChange={({ target }) => change({ issuer: target.value })}
          />
        </Field>
        <Field label={text.copies}>
          <Input
            aria-label={text.copies}
            maxLength={200}
            value={copies}
            onChange={({ target }) => change({ copies: target.value })}
          />
        </Field>
      </div>
    </FormDialog>
  )
}

function UnitSelect(props: { value: string; onChange: (unit: string) => void }): ReactElement {
  const period = usePeriodKey()
  const units = useRoute('scheme.get', { period }).data?.definition.units ?? []
  return (
    <Select
      aria-label={text.unit}
      value={props.value === '' ? undefined : props.value}
      showSearch={{ optionFilterProp: 'label' }}
      options={units.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={props.onChange}
    />
  )
}
