import { Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { tidyNumber } from './numberInput.ts'

interface Props {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
  suffix?: string | undefined
  /** What counts while the field is empty. */
  placeholder?: string | undefined
  faulty?: boolean
  id?: string | undefined
}

/** A number that is kept as decimal text. While it is typed the field shows what was typed: `80.` is not yet 80. */
export function NumberField(props: Props): ReactElement {
  const { value, onChange } = props
  const [typed, setTyped] = useState<string | null>(null)
  // Undo changes the value under the field: then the value is what stands there.
  const shown = typed !== null && tidyNumber(typed, props.suffix) === value ? typed : (value ?? '')
  return (
    <Input
      id={props.id}
      size="small"
      className="se-number"
      aria-label={props.label}
      aria-invalid={props.faulty === true}
      status={props.faulty === true ? 'error' : ''}
      value={shown}
      suffix={props.suffix}
      placeholder={props.placeholder}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(tidyNumber(event.target.value, props.suffix))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
