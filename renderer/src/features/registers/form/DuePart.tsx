import { Input, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { urgency as urgencies, type Urgency } from '#shared/domain/register/registerItem.ts'
import { ITEM_FIELDS, URGENCIES } from '#shared/domain/register/registerWords.ts'
import { useRoute } from '../../../ipc/queries.ts'
import { registerFormText as text } from '../../../text/registerForm.ts'
import { registersText } from '../../../text/registers.ts'
import { Field } from '../../../components/Field.tsx'
import type { FormPart } from './formPart.ts'

const NONE = 'NONE'

/** When: the urgency's clock proposes the due day in a sentence; taking it is a click, typing another one stays possible. */
export function DuePart({ form, errors, list, put }: FormPart): ReactElement {
  const from = form.start === '' ? list.on : form.start
  const clock = useRoute(
    'register.clock',
    form.urgency === null ? null : { urgency: form.urgency, from }
  ).data
  return (
    <div className="rg-fields">
      <Field
        label={registersText.urgency}
        wide
        hint={
          clock === undefined ? undefined : (
            <>
              {clock.sentence}{' '}
              {clock.due === null ? null : clock.due === form.due ? (
                <span className="done">{text.clockUsed}</span>
              ) : (
                <button type="button" className="link" onClick={() => put({ due: clock.due ?? '' })}>
                  {text.clockUse}
                </button>
              )}
            </>
          )
        }
      >
        <span>
          <Segmented
            aria-label={registersText.urgency}
            value={form.urgency ?? NONE}
            options={[
              { value: NONE, label: text.pick },
              ...urgencies.options.map((value) => ({ value: value, label: URGENCIES[value].name }))
            ]}
            onChange={(value) => put({ urgency: value === NONE ? null : (value as Urgency) })}
          />
        </span>
      </Field>
      <Field label={ITEM_FIELDS.start} error={errors.start}>
        <Input
          type="date"
          aria-label={ITEM_FIELDS.start}
          value={form.start}
          onChange={(event) => put({ start: event.target.value })}
        />
      </Field>
      <Field label={ITEM_FIELDS.due} error={errors.due}>
        <Input
          type="date"
          aria-label={ITEM_FIELDS.due}
          status={errors.due === undefined ? '' : 'error'}
          value={form.due}
          onChange={(event) => put({ due: event.target.value })}
        />
      </Field>
      <Field label={text.quantity} error={errors.quantity}>
        <Input
          aria-label={text.quantity}
          inputMode="decimal"
          value={form.target}
          onChange={(event) => put({ target: event.target.value })}
        />
      </Field>
      <Field label={text.measure}>
        <Input
          aria-label={text.measure}
          maxLength={20}
          placeholder={text.measureHint}
          value={form.measure}
          onChange={(event) => put({ measure: event.target.value })}
        />
      </Field>
    </div>
  )
}
