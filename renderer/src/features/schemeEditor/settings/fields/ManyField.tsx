import { Select } from 'antd'
import type { ReactElement } from 'react'
import type { Choice } from './ChoiceField.tsx'
import { Field } from './Field.tsx'

interface Props<T extends string> {
  label: string
  hint?: string
  value: readonly T[] | undefined
  options: readonly Choice<T>[]
  onChange: (value: T[]) => void
  placeholder?: string
  bare?: boolean
  wide?: boolean
  /** New words may be typed (别名); a paste with 、 or line breaks makes several. */
  free?: boolean
}

/** Several of a list, found by typing. */
export function ManyField<T extends string>(props: Props<T>): ReactElement {
  const { label, hint, bare = false, wide, free = false } = props
  return (
    <Field label={label} hint={hint} bare={bare} wide={wide}>
      <Select<T[]>
        className="set-select"
        mode={free ? 'tags' : 'multiple'}
        size={bare ? 'small' : 'middle'}
        aria-label={label}
        value={[...(props.value ?? [])]}
        placeholder={props.placeholder}
        options={[...props.options]}
        tokenSeparators={free ? ['、', ',', '，', ';', '；', '\n', '\t'] : undefined}
        showSearch={{ optionFilterProp: 'label' }}
        open={free ? false : undefined}
        suffixIcon={free ? null : undefined}
        maxTagCount="responsive"
        popupMatchSelectWidth={false}
        onChange={(value) => props.onChange(value)}
      />
    </Field>
  )
}
