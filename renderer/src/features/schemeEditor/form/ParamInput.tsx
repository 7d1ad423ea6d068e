import { Input, InputNumber, Select, Switch } from 'antd'
import type { ReactElement } from 'react'
import type { ParamField } from '#shared/domain/scoring/ruleKind.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { CodeOption } from '../draft/draftNames.ts'
import { NumberField } from './NumberField.tsx'

interface Props {
  field: ParamField
  value: unknown
  /** What counts while nothing is filled in. */
  standing: unknown
  faulty: boolean
  onChange: (value: unknown) => void
  units: readonly CodeOption[]
  groups: readonly CodeOption[]
  /** Name for screen readers where the label stands in a table's head. */
  label?: string
}

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined

/** One parameter (not a table): number, whole number, choice, switch, text, or a unit or group by its name. */
export function ParamInput(props: Props): ReactElement | null {
  const { field, value, standing, faulty, onChange } = props
  const label = props.label ?? field.label
  const status = faulty ? 'error' : ''
  switch (field.input.type) {
    case 'decimal':
      return (
        <NumberField
          label={label}
          value={asText(value)}
          onChange={onChange}
          suffix={field.input.suffix}
          placeholder={asText(standing)}
          faulty={faulty}
        />
      )
    case 'integer':
      return (
        <InputNumber
          size="small"
          aria-label={label}
          status={status}
          precision={0}
          min={field.input.min}
          max={field.input.max}
          value={typeof value === 'number' ? value : null}
          placeholder={asText(standing)}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )
    case 'choice':
      return (
        <Select
          size="small"
          aria-label={label}
          status={status}
          value={asText(value) ?? asText(standing) ?? null}
          options={[...field.input.options]}
          popupMatchSelectWidth={false}
          // Where nothing counts by default, an answer must be possible to take back.
          allowClear={standing === undefined}
          onChange={(next: string | undefined) => onChange(next)}
        />
      )
    case 'switch':
      return (
        <Switch
          size="small"
          aria-label={label}
          checked={typeof value === 'boolean' ? value : standing === true}
          onChange={(next) => onChange(next)}
        />
      )
    case 'text':
      return <TextInput {...props} label={label} />
    case 'table':
      return null
  }
}

/** Codes never reach the clerk: where a text is a unit's or a group's code, the names are offered. */
function TextInput({ field, value, faulty, onChange, units, groups, label }: Props): ReactElement {
  const status = faulty ? 'error' : ''
  const options = field.key === 'unit' ? units : field.key === 'group' ? groups : null
  if (options === null) {
    return (
      <Input
        size="small"
        aria-label={label}
        status={status}
        value={asText(value) ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
    )
  }
  return (
    <Select
      size="small"
      aria-label={label}
      status={status}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={asText(value) ?? null}
      options={[...options]}
      placeholder={field.key === 'unit' ? schemeEditorText.form.anyUnit : schemeEditorText.form.anyGroup}
      popupMatchSelectWidth={false}
      onChange={(next: string | undefined) => onChange(next)}
    />
  )
}
