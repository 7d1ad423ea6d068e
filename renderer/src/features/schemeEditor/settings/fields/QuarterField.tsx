import type { ReactElement } from 'react'
import { keyOf, periodTitle } from '#shared/domain/period/periodKey.ts'
import { ChoiceField } from './ChoiceField.tsx'

interface Props {
  label: string
  hint?: string
  value: string | undefined
  year: number | undefined
  onChange: (value: string | undefined) => void
  placeholder?: string
  bare?: boolean
  clearable?: boolean
}

const QUARTERS = [1, 2, 3, 4] as const

/** A quarter of the scheme's year or of the years beside it. */
export function QuarterField({ value, year, onChange, clearable = true, ...rest }: Props): ReactElement {
  const middle = year ?? (value === undefined ? 2026 : Number(value.slice(0, 4)))
  const keys = [middle - 1, middle, middle + 1].flatMap((each) =>
    QUARTERS.map((quarter) => keyOf({ year: each, quarter }))
  )
  const all = value === undefined || keys.includes(value) ? keys : [value, ...keys]
  return (
    <ChoiceField
      {...rest}
      value={value}
      options={all.map((key) => ({
        value: key,
        label: /^\d{4}Q[1-4]$/.test(key) ? periodTitle(key) : key
      }))}
      onChange={onChange}
      onClear={clearable ? () => onChange(undefined) : undefined}
    />
  )
}
