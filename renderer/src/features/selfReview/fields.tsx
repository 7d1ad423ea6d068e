import { useState, type KeyboardEvent, type ReactElement } from 'react'
import { halfWidth, readNumberText } from '#shared/domain/importing/values/numberText.ts'
import { canonical, dec, type DecimalString } from '#shared/domain/number/decimal.ts'
import { valueText } from '#shared/domain/selfReview/gapMath.ts'
import { selfReviewText } from '../../text/selfReview.ts'

interface FieldProps {
  label: string
  value: string
  most: number
  editable: boolean
  onChange: (value: string) => void
}

/** Words of several lines: as tall as they are, three lines at least. */
export function TextField({ label, value, most, editable, onChange }: FieldProps): ReactElement {
  if (!editable) return <span className="sr-read">{value === '' ? '/' : value}</span>
  return (
    <textarea
      className="sr-input sr-text"
      aria-label={label}
      maxLength={most}
      rows={3}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

export function LineField(
  props: FieldProps & { placeholder: string; list?: string; small?: boolean }
): ReactElement | null {
  const { label, value, most, editable, onChange, placeholder, list, small = false } = props
  if (!editable)
    return value === '' ? null : (
      <span className={small ? 'sr-read small soft ellipsis' : 'sr-read'} title={value}>
        {value}
      </span>
    )
  return (
    <input
      className={small ? 'sr-input sr-small' : 'sr-input'}
      aria-label={label}
      placeholder={placeholder}
      title={value}
      maxLength={most}
      list={list}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={toNextRow}
    />
  )
}

interface NumberProps {
  label: string
  placeholder: string
  value: DecimalString | null
  unit: string
  editable: boolean
  onChange: (value: DecimalString | null) => void
}

/** A number as people type it (full-width, 1,200). What is none stays in the field, marked, and is not taken over. */
export function NumberField({
  label,
  placeholder,
  value,
  unit,
  editable,
  onChange
}: NumberProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null)
  if (!editable) return <span className="sr-read num">{value === null ? '/' : valueText(value, unit)}</span>
  const shown = typed ?? value ?? ''
  const isWrong = typed !== null && typed.trim() !== '' && numberIn(typed, unit) === null
  return (
    <input
      className={isWrong ? 'sr-input sr-number sr-wrong' : 'sr-input sr-number'}
      aria-label={label}
      aria-invalid={isWrong}
      inputMode="decimal"
      placeholder={placeholder}
      title={isWrong ? selfReviewText.notNumber : undefined}
      value={shown}
      onChange={(event) => {
        const next = event.target.value
        setTyped(next)
        const number = next.trim() === '' ? null : numberIn(next, unit)
        if ((next.trim() === '' || number !== null) && number !== value) onChange(number)
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null)
      }}
      onKeyDown={toNextRow}
    />
  )
}

function numberIn(text: string, unit: string): DecimalString | null {
  const found = readNumberText(text)
  if (found === null || found.bracketed) return null
  return ['', halfWidth(unit)].includes(halfWidth(found.suffix)) ? canonical(dec(found.digits)) : null
}

/** Enter goes to the same field of the next row, as in a spreadsheet. */
function toNextRow(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  const field = event.currentTarget.getAttribute('aria-label')?.replace(/^第 \d+ 条 /, '')
  const next = event.currentTarget.closest('tr')?.nextElementSibling
  const fields = [...(next?.querySelectorAll<HTMLInputElement>('input[aria-label]') ?? [])]
  fields.find((input) => input.getAttribute('aria-label')?.endsWith(` ${field}`))?.focus()
}
