import { useEffect, useRef } from 'react'
import { isTyping } from '../isTyping.ts'
import { pastedFrom, type Pasted } from './pastedTable.ts'

/** Ctrl+V anywhere on the page, except in a field that is being typed in or in a dialog. */
export function usePaste(onPaste: (pasted: Pasted) => void): void {
  const latest = useRef(onPaste)
  useEffect(() => {
    latest.current = onPaste
  })
  useEffect(() => {
    function take(event: ClipboardEvent): void {
      if (isTyping(event)) return
      event.preventDefault()
      latest.current(pastedFrom(event.clipboardData))
    }
    window.addEventListener('paste', take)
    return () => window.removeEventListener('paste', take)
  }, [])
}
