import { useEffect, useRef, type RefObject } from 'react'
import type { CircularParagraph, CircularPiece } from '#shared/domain/report/circular/circularText.ts'
import { markedText, plainText } from '#shared/domain/report/circular/markedText.ts'
import { CHIP } from './chipLook.ts'
import { drawPieces, needsRedraw, placeCaret, readPieces, selectedSpan } from './editableDom.ts'
import { recordEdit, redoEdit, startHistory, undoEdit, type EditHistory } from './editHistory.ts'
import { replaceSpan, totalLength, type Span } from './pieceEdits.ts'

export interface ParagraphEditing {
  box: RefObject<HTMLDivElement | null>
  span: () => Span | null
  pieces: () => readonly CircularPiece[]
  /** Puts pieces in the place of a span, the caret behind them. */
  replace: (span: Span, by: readonly CircularPiece[]) => void
  /** Takes in what the browser changed by itself. */
  read: (kind: string, at: number) => void
  undo: () => void
  redo: () => void
}

const looksSame = (a: readonly CircularPiece[], b: readonly CircularPiece[]): boolean =>
  markedText(a) === markedText(b) && plainText(a) === plainText(b)

/**
 * A paragraph under the clerk's hands: the browser types into the box, all else (chips, paste, line breaks, going back) is
 * done to the pieces and drawn anew.
 */
export function useParagraphEditing(
  { pieces, computed }: Pick<CircularParagraph, 'pieces' | 'computed'>,
  onChange: (pieces: CircularPiece[]) => void
): ParagraphEditing {
  const box = useRef<HTMLDivElement>(null)
  const history = useRef<EditHistory>(startHistory([...pieces]))
  const facts = useRef(computed)

  useEffect(() => {
    const element = box.current!
    // Steps back lead only to numbers that still hold.
    const newFacts = !looksSame(facts.current, computed)
    facts.current = computed
    const present = { pieces: [...pieces], caret: totalLength(pieces) }
    if (newFacts) history.current = startHistory(present.pieces)
    else if (looksSame(history.current.present.pieces, pieces) && element.hasChildNodes()) return
    else history.current = recordEdit(history.current, present, { kind: '', at: 0 })
    drawPieces(element, pieces, CHIP)
  }, [pieces, computed])

  function show(next: EditHistory): void {
    if (next === history.current) return
    history.current = next
    drawPieces(box.current!, next.present.pieces, CHIP)
    placeCaret(box.current!, next.present.caret)
    onChange(next.present.pieces)
  }

  return {
    box,
    span: () => selectedSpan(box.current!),
    pieces: () => history.current.present.pieces,
    replace: (span, by) => {
      const next = replaceSpan(history.current.present.pieces, span, by)
      const caret = span.start + totalLength(by)
      show(recordEdit(history.current, { pieces: next, caret }, { kind: '', at: 0 }))
    },
    read: (kind, at) => {
      const element = box.current!
      const caret = selectedSpan(element)?.start ?? 0
      const next = { pieces: readPieces(element, facts.current), caret }
      history.current = recordEdit(history.current, next, { kind, at })
      if (needsRedraw(element, CHIP)) {
        drawPieces(element, next.pieces, CHIP)
        placeCaret(element, caret)
      }
      onChange(next.pieces)
    },
    undo: () => show(undoEdit(history.current)),
    redo: () => show(redoEdit(history.current))
  }
}
