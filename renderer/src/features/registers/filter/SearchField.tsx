import { Input } from 'antd'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { Icon } from '../../../components/Icon.tsx'
import { registersText as text } from '../../../text/registers.ts'

const WAIT = 200

/** Searches a moment after the last key, and never in the middle of a word that an IME is still composing. */
export function SearchField(props: {
  value: string
  onChange: (words: string | undefined) => void
}): ReactElement {
  const [typed, setTyped] = useState(props.value)
  const [seen, setSeen] = useState(props.value)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  // Changed from outside (清除筛选, a saved filter): the field follows.
  if (props.value !== seen) {
    setSeen(props.value)
    setTyped(props.value)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  function tell(words: string, wait: number): void {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setSeen(words.trim())
      props.onChange(words.trim() === '' ? undefined : words.trim())
    }, wait)
  }

  return (
    <Input
      className="rg-search"
      type="search"
      aria-label={text.search}
      placeholder={text.search}
      prefix={<Icon name="find" className="quiet" />}
      allowClear
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        if (!composing.current) tell(event.target.value, WAIT)
      }}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        tell(event.currentTarget.value, WAIT)
      }}
      onPressEnter={() => {
        if (!composing.current) tell(typed, 0)
      }}
    />
  )
}
