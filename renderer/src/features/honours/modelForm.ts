import type { ModelInput } from '#shared/domain/incentive/model.ts'
import type { Direction } from '#shared/domain/scheme/schemeDefinition.ts'
import type { RouteOutput } from '#shared/ipc/contract.ts'
import type { ModelView } from '#shared/ipc/honour.ts'
import { honoursText } from '../../text/honours.ts'
import { typedNumber } from '../decisions/decisionForm.ts'

const text = honoursText.models.form

export type Models = RouteOutput<'honour.models'>

export interface MetricForm {
  /** '' is words. */
  indicator: string
  text: string
  value: string
  direction: Direction
  source: string
}

export interface ModelForm {
  title: string
  by: 'HONOUR' | 'UNIT'
  honour: number | null
  unit: string
  metrics: MetricForm[]
}

export const blankMetric = (): MetricForm => ({
  ...{ indicator: '', text: '', value: '', direction: 'UP', source: '' }
})

export function modelFormOf(model: ModelView | null, honour: number | null): ModelForm {
  if (model === null)
    return { title: '', by: honour === null ? 'UNIT' : 'HONOUR', honour, unit: '', metrics: [blankMetric()] }
  return {
    title: model.title,
    by: model.honour === null ? 'UNIT' : 'HONOUR',
    honour: model.honour,
    unit: model.unit ?? '',
    metrics: model.metrics.map(({ indicator, text: words, value, direction, source }) => ({
      ...{ indicator: indicator ?? '', text: words, value, direction, source }
    }))
  }
}

/** The model that the form describes, or what is wanting: one sentence a field, by its name or metric's place. */
export function modelInputOf(form: ModelForm): { input: ModelInput } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  if (form.title.trim() === '') errors['title'] = text.required
  if (form.by === 'HONOUR' ? form.honour === null : form.unit === '') errors['by'] = text.required
  const metrics = form.metrics.map((metric, index) => {
    const value = typedNumber(metric.value)
    if (value === null) errors[`value${index}`] = text.notANumber
    if (metric.indicator === '' && metric.text.trim() === '') errors[`text${index}`] = text.required
    return {
      indicator: metric.indicator === '' ? null : metric.indicator,
      text: metric.indicator === '' ? metric.text.trim() : '',
      value: value ?? '0',
      direction: metric.direction,
      source: metric.source.trim()
    }
  })
  if (Object.keys(errors).length > 0) return { errors }
  return {
    input: {
      title: form.title.trim(),
      honour: form.by === 'HONOUR' ? form.honour : null,
      unit: form.by === 'UNIT' ? form.unit : null,
      metrics
    }
  }
}
