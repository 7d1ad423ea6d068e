import type { CircularPiece } from '#shared/domain/report/circular/circularText.ts'
import { markedText } from '#shared/domain/report/circular/markedText.ts'

export interface EditState {
  pieces: CircularPiece[]
  caret: number
}

/** What a paragraph was, is, and was before going back; `kind` and `at` join what is typed in one go into one step. */
export interface EditHistory {
  past: readonly EditState[]
  present: EditState
  future: readonly EditState[]
  kind: string
  at: number
}

const MOST_STEPS = 200
/** Ms between two keystrokes that still are one step. */
const ONE_GO = 1000

export function startHistory(pieces: CircularPiece[]): EditHistory {
  return { past: [], present: { pieces, caret: 0 }, future: [], kind: '', at: 0 }
}

/** Takes a change in. Neighbouring changes of one kind (typing, deleting) are one step. */
export function recordEdit(
  history: EditHistory,
  present: EditState,
  { kind, at }: { kind: string; at: number }
): EditHistory {
  if (markedText(present.pieces) === markedText(history.present.pieces)) return { ...history, present }
  const goesOn = kind !== '' && kind === history.kind && at - history.at < ONE_GO
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS)
  return { past, present, future: [], kind, at }
}

export function undoEdit(history: EditHistory): EditHistory {
  const last = history.past.at(-1)
  if (last === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present: last,
    future: [history.present, ...history.future],
    kind: '',
    at: 0
  }
}

export function redoEdit(history: EditHistory): EditHistory {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future, kind: '', at: 0 }
}
