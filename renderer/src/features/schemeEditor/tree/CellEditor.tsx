import { Input, Select } from 'antd'
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { TreeCell } from './cellOf.ts'

/** Where the focus goes when a cell has been edited. */
export type After = 'STAY' | 'DOWN' | 'RIGHT'

interface Props {
  cell: TreeCell
  label: string
  /** The key that began the editing replaces what was there; null edits what is there. */
  typed: string | null
  onCommit: (value: string, after: After) => void
  onCancel: () => void
}

/** The one cell that is being edited: a text field, or a list that is open already. */
export function CellEditor(props: Props): ReactElement | null {
  const { cell } = props
  if (cell.input === null) return null
  return cell.input.type === 'choice' ? (
    <ChoiceEditor {...props} options={cell.input.options} clearable={cell.input.clearable} />
  ) : (
    <TextEditor {...props} value={cell.value} />
  )
}

interface TextProps extends Omit<Props, 'cell'> {
  value: string
}

export function TextEditor({ value, label, typed, onCommit, onCancel }: TextProps): ReactElement {
  const [text, setText] = useState(typed ?? value)
  // Enter and Esc take the field away, which leaves it once more: that must not count twice.
  const settled = useRef(false)
  function commit(after: After): void {
    if (settled.current) return
    settled.current = true
    onCommit(text, after)
  }
  function onKeyDown(event: KeyboardEvent): void {
    // Enter that ends an input method's candidate is not the end of the field.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') commit('DOWN')
    else if (event.key === 'Tab' && !event.shiftKey) commit('RIGHT')
    else if (event.key === 'Escape') {
      settled.current = true
      onCancel()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Input
      autoFocus
      size="small"
      className="se-cell-input"
      aria-label={label}
      value={text}
      maxLength={120}
      onFocus={(event) => (typed === null ? event.target.select() : undefined)}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => commit('STAY')}
    />
  )
}

interface ChoiceProps extends Props {
  options: Extract<NonNullable<TreeCell['input']>, { type: 'choice' }>['options']
  clearable: boolean
}

function ChoiceEditor({ cell, label, options, clearable, onCommit, onCancel }: ChoiceProps): ReactElement {
  return (
    <Select
      autoFocus
      defaultOpen
      size="small"
      className="se-cell-input"
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={clearable}
      value={cell.value === '' ? null : cell.value}
      options={options.map(({ value, label: name, hint }) => ({ value, label: name, hint }))}
      optionRender={(option) => (
        <span className="se-choice">
          {option.data.label}
          {option.data.hint === undefined ? null : <span className="quiet small">{option.data.hint}</span>}
        </span>
      )}
      popupMatchSelectWidth={false}
      onChange={(value: string | undefined) => onCommit(value ?? '', 'STAY')}
      onOpenChange={(open) => (open ? undefined : onCancel())}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
        event.stopPropagation()
      }}
    />
  )
}
