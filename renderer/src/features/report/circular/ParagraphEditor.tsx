import {
  useEffect,
  useEffectEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement
} from 'react'
import { useNavigate } from 'react-router'
import type { CircularParagraph, CircularPiece } from '#shared/domain/report/circular/circularText.ts'
import { paths } from '../../../app/paths.ts'
import { copyPieces, pastedPieces } from './clipboard.ts'
import { factAt, knownFacts, slicePieces, type Span } from './pieceEdits.ts'
import { useParagraphEditing } from './useParagraphEditing.ts'

interface Props {
  paragraph: CircularParagraph
  label: string
  onChange: (pieces: CircularPiece[]) => void
}

/** A paragraph written in place. Its numbers and names are chips: they can be moved, repeated and dropped, not changed. */
export function ParagraphEditor({ paragraph, label, onChange }: Props): ReactElement {
  const editing = useParagraphEditing(paragraph, onChange)
  const { box } = editing
  const navigate = useNavigate()

  const onBeforeInput = useEffectEvent((event: InputEvent): void => {
    const { inputType } = event
    if (inputType === 'historyUndo') editing.undo()
    else if (inputType === 'historyRedo') editing.redo()
    else if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') insert([{ text: '\n' }])
    else if (!/^(format|insertFromDrop|insert.*List|insertHorizontal|insertLink)/.test(inputType)) return
    event.preventDefault()
  })
  // React's own onBeforeInput is another event.
  useEffect(() => {
    const element = box.current!
    const listener = (event: InputEvent): void => onBeforeInput(event)
    element.addEventListener('beforeinput', listener)
    return () => element.removeEventListener('beforeinput', listener)
  }, [box])

  function insert(pieces: readonly CircularPiece[]): void {
    const span = editing.span()
    if (span !== null) editing.replace(span, pieces)
  }

  /** What Backspace or Delete would take that the browser may not take by itself: a selection, or the chip beside the caret. */
  function chipSpan(span: Span, key: string): Span | null {
    if (span.start !== span.end) return span
    const start = key === 'Backspace' ? span.start - 1 : span.start
    return factAt(editing.pieces(), start) === null ? null : { start, end: start + 1 }
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.nativeEvent.isComposing) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const withCtrl = event.ctrlKey || event.metaKey
    if (key === 'Escape') {
      event.stopPropagation()
      box.current!.blur()
    } else if (withCtrl && (key === 'y' || (key === 'z' && event.shiftKey))) {
      event.preventDefault()
      editing.redo()
    } else if (withCtrl && key === 'z') {
      event.preventDefault()
      editing.undo()
    } else if ((key === 'Backspace' || key === 'Delete') && !withCtrl) {
      const span = editing.span()
      const taken = span === null ? null : chipSpan(span, key)
      if (taken === null) return
      event.preventDefault()
      editing.replace(taken, [])
    }
  }

  function onCopy(event: ClipboardEvent<HTMLDivElement>): void {
    const span = editing.span()
    if (span === null || span.start === span.end) return
    event.preventDefault()
    copyPieces(event.clipboardData, slicePieces(editing.pieces(), span.start, span.end))
    if (event.type === 'cut') editing.replace(span, [])
  }

  function onPaste(event: ClipboardEvent<HTMLDivElement>): void {
    event.preventDefault()
    insert(knownFacts(pastedPieces(event.clipboardData), paragraph.computed))
  }

  function onClick(event: MouseEvent<HTMLDivElement>): void {
    const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-unit]') : null
    if (chip?.dataset.unit !== undefined) void navigate(paths.unit(chip.dataset.unit))
  }

  return (
    <div
      ref={box}
      className="ct-box"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      onKeyDown={onKeyDown}
      onInput={(event) => {
        const { isComposing, inputType } = event.nativeEvent
        if (!isComposing) editing.read(inputType ?? '', event.timeStamp)
      }}
      onCompositionEnd={(event) => editing.read('insertCompositionText', event.timeStamp)}
      onCopy={onCopy}
      onCut={onCopy}
      onPaste={onPaste}
      onClick={onClick}
      onDragStart={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
    />
  )
}
