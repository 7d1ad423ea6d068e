import { useEffect, type RefObject } from 'react'
import { isTyping } from './isTyping.ts'

interface Input {
  /** Problems can be walked through. */
  checking: boolean
  grid: RefObject<HTMLElement | null>
  pane: RefObject<HTMLElement | null>
  onNext: (by: 1 | -1) => void
  /** The pane is about to be entered: a folded one unfolds. */
  onPane: () => void
}

/** N and P, F8 and Shift+F8: next and previous problem. F6: grid ⇄ problem list. */
export function useSheetKeys({ checking, grid, pane, onNext, onPane }: Input): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const by = checking ? stepOfKey(event) : null
      if (by !== null) onNext(by)
      else if (event.key === 'F6' && !isTyping(event)) {
        const inGrid = grid.current?.contains(document.activeElement) === true
        if (inGrid) onPane()
        ;(inGrid ? pane : grid).current?.focus()
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
}

function stepOfKey(event: KeyboardEvent): 1 | -1 | null {
  // F8 writes nothing, so it works from inside a field too; in a dialog something else is asked.
  const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null
  if (event.key === 'F8' && !inDialog) return event.shiftKey ? -1 : 1
  if (isTyping(event)) return null
  if (/^n$/i.test(event.key)) return 1
  return /^p$/i.test(event.key) ? -1 : null
}
