import { Select } from 'antd'
import type { ReactElement } from 'react'
import { Field } from './Field.tsx'

export interface Choice<T extends string> {
  value: T
  label: string
}

interface Props<T extends string> {
  label: string
  hint?: string
  value: T | undefined
  options: readonly Choice<T>[]
  onChange: (value: T) => void
  placeholder?: string
  bare?: boolean
  /** Offers an empty choice; chosen, it calls this. */
  onClear?: () => void
}

export function ChoiceField<T extends string>(props: Props<T>): ReactElement {
  const { label, hint, bare = false, onClear } = props
  return (
    <Field label={label} hint={hint} bare={bare}>
      <Select<T>
        className="set-select"
        size={bare ? 'small' : 'middle'}
        aria-label={label}
        value={props.value}
        placeholder={props.placeholder}
        options={[...props.options]}
        showSearch={props.options.length > 8 ? { optionFilterProp: 'label' } : false}
        allowClear={onClear !== undefined}
        onClear={onClear}
        popupMatchSelectWidth={false}
        onChange={(value?: T) => {
          if (value !== undefined) props.onChange(value)
        }}
      />
    </Field>
  )
}
