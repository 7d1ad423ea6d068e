import { Input, Select } from 'antd'
import { useMemo, type ReactElement } from 'react'
import { problemSource, registerType } from '#shared/domain/register/registerItem.ts'
import { ITEM_FIELDS, PROBLEM_SOURCES, REGISTER_TYPES } from '#shared/domain/register/registerWords.ts'
import { registerFormText as text } from '../../../text/registerForm.ts'
import { Field } from '../../../components/Field.tsx'
import type { FormPart } from './formPart.ts'

/** What it is: register, title, content, where it comes from, what it belongs to. */
export function BasicPart({ form, errors, names, list, id, put }: FormPart): ReactElement {
  const parents = useMemo(
    () =>
      list.items
        .filter((item) => item.id !== id && item.voided === null)
        .map((item) => ({ value: item.id, label: `${item.number} ${item.title}` })),
    [list.items, id]
  )
  return (
    <div className="rg-fields">
      <Field label={ITEM_FIELDS.type}>
        <Select
          aria-label={ITEM_FIELDS.type}
          value={form.type}
          options={registerType.options.map((value) => ({ value, label: REGISTER_TYPES[value].name }))}
          onChange={(type) => put({ type, ...(type === 'PROBLEM' ? {} : { problemSource: null }) })}
        />
      </Field>
      {form.type === 'PROBLEM' ? (
        <Field label={text.source} error={errors.problemSource}>
          <Select
            aria-label={text.source}
            allowClear
            placeholder={text.pick}
            value={form.problemSource}
            options={problemSource.options.map((value) => ({ value, label: PROBLEM_SOURCES[value] }))}
            onChange={(value) => put({ problemSource: value ?? null })}
          />
        </Field>
      ) : null}
      <Field label={ITEM_FIELDS.title} required wide error={errors.title}>
        <Input
          autoFocus={id === null}
          aria-label={ITEM_FIELDS.title}
          status={errors.title === undefined ? '' : 'error'}
          maxLength={500}
          value={form.title}
          onChange={(event) => put({ title: event.target.value })}
        />
      </Field>
      <Field label={text.content} wide>
        <Input.TextArea
          aria-label={text.content}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={4000}
          placeholder={text.contentHint}
          value={form.content}
          onChange={(event) => put({ content: event.target.value })}
        />
      </Field>
      <Field label={text.origin}>
        <Input
          aria-label={text.origin}
          maxLength={500}
          placeholder={text.originHint}
          value={form.origin}
          onChange={(event) => put({ origin: event.target.value })}
        />
      </Field>
      <Field label={ITEM_FIELDS.rankTarget}>
        <Input
          aria-label={ITEM_FIELDS.rankTarget}
          maxLength={200}
          placeholder={text.rankTargetHint}
          value={form.rankTarget}
          onChange={(event) => put({ rankTarget: event.target.value })}
        />
      </Field>
      <Field label={text.parent} error={errors.parent}>
        <Select
          aria-label={text.parent}
          allowClear
          placeholder={text.parentNone}
          showSearch={{ optionFilterProp: 'label' }}
          value={form.parent}
          options={parents}
          onChange={(parent) => put({ parent: parent ?? null })}
        />
      </Field>
      <Field label={text.indicator} error={errors.indicator}>
        <Select
          aria-label={text.indicator}
          allowClear
          placeholder={text.indicatorNone}
          showSearch={{ optionFilterProp: 'label' }}
          value={form.indicator}
          options={names.indicators}
          onChange={(indicator) => put({ indicator: indicator ?? null })}
        />
      </Field>
      <Field label={text.measures} wide>
        <Input.TextArea
          aria-label={text.measures}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={4000}
          value={form.measures}
          onChange={(event) => put({ measures: event.target.value })}
        />
      </Field>
    </div>
  )
}
