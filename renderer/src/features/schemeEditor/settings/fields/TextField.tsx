import { Input } from 'antd'
import type { ReactElement } from 'react'
import { Field } from './Field.tsx'

interface Props {
  label: string
  hint?: string
  value: string | undefined
  onChange: (value: string) => void
  placeholder?: string
  most?: number
  bare?: boolean
  wide?: boolean
  autoFocus?: boolean
  /** Empty is a mistake here: the frame says so. */
  required?: boolean
}

export function TextField(props: Props): ReactElement {
  const { label, hint, value = '', most = 120, bare, wide, required = false } = props
  return (
    <Field label={label} hint={hint} bare={bare} wide={wide}>
      <Input
        size={bare === true ? 'small' : 'middle'}
        aria-label={label}
        value={value}
        maxLength={most}
        placeholder={props.placeholder}
        autoFocus={props.autoFocus}
        status={required && value.trim() === '' ? 'warning' : ''}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Field>
  )
}
