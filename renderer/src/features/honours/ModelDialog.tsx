import { Button, Input, Segmented, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { holderText } from '#shared/domain/incentive/honour.ts'
import { DIRECTION_WORDS } from '#shared/domain/incentive/model.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Direction } from '#shared/domain/scheme/schemeDefinition.ts'
import type { ModelView } from '#shared/ipc/honour.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Icon } from '../../components/Icon.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { honoursText } from '../../text/honours.ts'
import { Field } from '../../components/Field.tsx'
import {
  blankMetric,
  modelFormOf,
  modelInputOf,
  type MetricForm,
  type ModelForm,
  type Models
} from './modelForm.ts'

const text = honoursText.models.form

interface Props {
  period: PeriodKey
  data: Models
  /** Null for a new one. */
  model: ModelView | null
  /** Honour that a new one is made of. */
  honour: number | null
  onClose: () => void
  onSaved: (id: string) => void
}

/** 看齐标准: who the model is and what it shows, each metric with its value and source. */
export function ModelDialog(props: Props): ReactElement {
  const { period, data, model, onClose } = props
  const [form, setForm] = useState<ModelForm>(() => modelFormOf(model, props.honour))
  const [asked, setAsked] = useState(false)
  const honours = useRoute('honour.list', { filter: {} }).data?.honours ?? []
  const save = useCall('honour.saveModel')
  const built = modelInputOf(form)
  const errors = asked && 'errors' in built ? built.errors : {}
  const set = (change: Partial<ModelForm>): void => setForm((now) => ({ ...now, ...change }))
  const setMetric = (index: number, change: Partial<MetricForm>): void =>
    set({ metrics: form.metrics.map((metric, at) => (at === index ? { ...metric, ...change } : metric)) })

  function submit(): void {
    setAsked(true)
    if ('errors' in built) return
    save.mutate(
      { period, id: model?.id ?? null, model: built.input },
      { onSuccess: ({ id }) => props.onSaved(id) }
    )
  }

  return (
    <FormDialog
      title={model === null ? text.addTitle : text.editTitle}
      width={860}
      className="dec-form"
      verb={common.save}
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="dec-pair">
        <Field label={text.title} error={errors['title']}>
          <Input
            aria-label={text.title}
            maxLength={80}
            value={form.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        </Field>
        <Field label={text.by} error={errors['by']}>
          <span className="hon-by">
            <Segmented<ModelForm['by']>
              value={form.by}
              options={[
                { value: 'HONOUR', label: text.byHonour },
                { value: 'UNIT', label: text.byUnit }
              ]}
              onChange={(by) => set({ by })}
            />
            {form.by === 'HONOUR' ? (
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                aria-label={text.honour}
                placeholder={text.honour}
                value={form.honour}
                options={honours.map((entry) => ({
                  value: entry.id,
                  label: `${entry.title} · ${holderText(entry)}`
                }))}
                onChange={(honour) => set({ honour })}
              />
            ) : (
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                aria-label={text.unit}
                placeholder={text.unit}
                value={form.unit === '' ? null : form.unit}
                options={data.units.map(({ code, name }) => ({ value: code, label: name }))}
                onChange={(unit) => set({ unit })}
              />
            )}
          </span>
        </Field>
      </div>
      <span className="field-label">{text.metrics}</span>
      <ul className="hon-metrics">
        {form.metrics.map((metric, index) => (
          <MetricRow
            key={index}
            index={index}
            data={data}
            metric={metric}
            errors={errors}
            onChange={(change) => setMetric(index, change)}
            onRemove={
              form.metrics.length === 1
                ? null
                : () => set({ metrics: form.metrics.filter((_, at) => at !== index) })
            }
          />
        ))}
      </ul>
      <div>
        <Button
          size="small"
          disabled={form.metrics.length >= 20}
          onClick={() => set({ metrics: [...form.metrics, blankMetric()] })}
        >
          {text.addMetric}
        </Button>
      </div>
    </FormDialog>
  )
}

interface RowProps {
  index: number
  data: Models
  metric: MetricForm
  errors: Record<string, string>
  onChange: (change: Partial<MetricForm>) => void
  onRemove: (() => void) | null
}

function MetricRow({ index, data, metric, errors, onChange, onRemove }: RowProps): ReactElement {
  const place = `第 ${index + 1} 项`
  const own = data.indicators.find((entry) => entry.code === metric.indicator)
  const wrong = errors[`value${index}`] ?? errors[`text${index}`]
  return (
    <li>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={`${place}${text.indicator}`}
        value={metric.indicator}
        options={[
          { value: '', label: text.words },
          ...data.indicators.map(({ code, name, measure }) => ({
            value: code,
            label: measure === '' ? name : `${name}（${measure}）`
          }))
        ]}
        onChange={(indicator) => {
          const found = data.indicators.find((entry) => entry.code === indicator)
          onChange({ indicator, ...(found === undefined ? {} : { direction: found.direction as Direction }) })
        }}
      />
      {metric.indicator === '' ? (
        <Input
          aria-label={`${place}${text.text}`}
          placeholder={text.text}
          maxLength={120}
          value={metric.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      ) : null}
      <Input
        inputMode="decimal"
        aria-label={`${place}${text.value}`}
        placeholder={text.value}
        suffix={own?.measure ?? ''}
        value={metric.value}
        onChange={(event) => onChange({ value: event.target.value })}
      />
      <Select<Direction>
        aria-label={`${place}${text.direction}`}
        value={metric.direction}
        options={(Object.keys(DIRECTION_WORDS) as Direction[]).map((value) => ({
          value,
          label: DIRECTION_WORDS[value]
        }))}
        onChange={(direction) => onChange({ direction })}
      />
      <Input
        aria-label={`${place}${text.source}`}
        placeholder={text.source}
        maxLength={120}
        value={metric.source}
        onChange={(event) => onChange({ source: event.target.value })}
      />
      {onRemove === null ? (
        <span />
      ) : (
        <Button
          type="text"
          aria-label={text.removeMetric(index + 1)}
          icon={<Icon name="close" />}
          onClick={onRemove}
        />
      )}
      {wrong === undefined ? null : <em className="ask small">{wrong}</em>}
    </li>
  )
}
