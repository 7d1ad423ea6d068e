import type { ReactElement } from 'react'
import { DecimalField } from './DecimalField.tsx'

interface Props {
  label: string
  hint?: string
  value: number | undefined
  onChange: (value: number | undefined) => void
  suffix?: string
  placeholder?: string
  bare?: boolean
  min?: number
}

export function IntegerField({ value, onChange, ...rest }: Props): ReactElement {
  return (
    <DecimalField
      {...rest}
      integer
      value={value === undefined ? undefined : String(value)}
      onChange={(text) => onChange(text === undefined ? undefined : Number(text))}
    />
  )
}
