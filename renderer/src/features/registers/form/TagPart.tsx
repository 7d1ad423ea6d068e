import { Checkbox, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { channel, fourKnow } from '#shared/domain/register/registerItem.ts'
import { CHANNELS, FOUR_KNOWS } from '#shared/domain/register/registerWords.ts'
import { registerFormText as text } from '../../../text/registerForm.ts'
import { Field } from '../../../components/Field.tsx'
import type { FormPart } from './formPart.ts'

/** 四知, 三督 and a remark. */
export function TagPart({ form, put }: FormPart): ReactElement {
  return (
    <div className="rg-fields">
      <fieldset className="field field-wide rg-more-group">
        <legend className="field-label">{text.tags}</legend>
        <Checkbox.Group
          value={form.tags}
          options={fourKnow.options.map((value) => ({ value, label: FOUR_KNOWS[value] }))}
          onChange={(tags) => put({ tags })}
        />
      </fieldset>
      <Field label={text.channel}>
        <Select
          aria-label={text.channel}
          allowClear
          placeholder={text.pick}
          value={form.channel}
          options={channel.options.map((value) => ({ value, label: CHANNELS[value] }))}
          onChange={(value) => put({ channel: value ?? null })}
        />
      </Field>
      <Field label={text.remark} wide>
        <Input.TextArea
          aria-label={text.remark}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={2000}
          value={form.remark}
          onChange={(event) => put({ remark: event.target.value })}
        />
      </Field>
    </div>
  )
}
