import { useEffect, useRef } from 'react'
import { chord } from '../../app/shortcuts.ts'

interface Actions {
  undo: () => void
  redo: () => void
  save: () => void
}

/** Ctrl+Z, Ctrl+Y, Ctrl+S for the whole draft, wherever the focus is. A cell that is being typed in keeps its own undo. */
export function useEditorKeys(actions: Actions): void {
  const current = useRef(actions)
  useEffect(() => {
    current.current = actions
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const keys = chord(event)
      const typing =
        event.target instanceof Element && event.target.closest('.se-cell-input, .ant-modal') !== null
      if (keys === 'Ctrl+S') current.current.save()
      else if (typing) return
      else if (keys === 'Ctrl+Z') current.current.undo()
      else if (keys === 'Ctrl+Y' || keys === 'Ctrl+Shift+Z') current.current.redo()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
