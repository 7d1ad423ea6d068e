import { Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { readDecimal } from '../readDecimal.ts'
import { settingsFieldText as text } from '../../../../text/schemeSettings.ts'
import { Field } from './Field.tsx'

interface Props {
  label: string
  hint?: string
  value: string | undefined
  /** Undefined for an emptied field. */
  onChange: (value: string | undefined) => void
  suffix?: string
  placeholder?: string
  bare?: boolean
  /** Whole numbers from `min` on only. */
  integer?: boolean
  min?: number
}

/**
 * A decimal as people type it (full-width digits, 千分位, 「2.50」). What is typed stands as long as it says the same as the draft;
 * something else (undo, another version) replaces it. What is no number stays in sight and changes nothing.
 */
export function DecimalField(props: Props): ReactElement {
  const { label, hint, value, bare = false, integer = false, min } = props
  const [typed, setTyped] = useState<{ text: string; said: string | undefined } | null>(null)
  const shown = typed !== null && typed.said === value ? typed.text : String(value ?? '')
  const wrong = shown.trim() !== '' && accepted(shown, integer, min) === null
  function onType(next: string): void {
    const number = next.trim() === '' ? undefined : accepted(next, integer, min)
    if (number === null) {
      setTyped({ text: next, said: value })
      return
    }
    setTyped({ text: next, said: number })
    if (number !== value) props.onChange(number)
  }
  return (
    <Field label={label} hint={hint} bare={bare}>
      <Input
        className="set-number"
        size={bare ? 'small' : 'middle'}
        aria-label={label}
        aria-invalid={wrong}
        inputMode="decimal"
        value={shown}
        suffix={props.suffix}
        placeholder={props.placeholder}
        status={wrong ? 'error' : ''}
        title={wrong ? (integer ? text.notInteger : text.notNumber) : undefined}
        onChange={(event) => onType(event.target.value)}
      />
      {wrong && !bare ? (
        <span className="small ask">{integer ? text.notInteger : text.notNumber}</span>
      ) : null}
    </Field>
  )
}

function accepted(typed: string, integer: boolean, min: number | undefined): string | null {
  const number = readDecimal(typed)
  if (number === null || !integer) return number
  return /^\d+$/.test(number) && Number(number) >= (min ?? 0) && Number(number) < 100_000 ? number : null
}
