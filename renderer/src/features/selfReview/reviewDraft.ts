import type { GapFields } from '#shared/domain/selfReview/gapFields.ts'
import type { SelfReviewView } from '#shared/ipc/selfReview.ts'

/** A row as it is edited; `id` is null until it has been saved once. */
export interface DraftRow {
  key: string
  id: number | null
  fields: GapFields
}

export interface ReviewDraft {
  rows: readonly DraftRow[]
  past: readonly (readonly DraftRow[])[]
  future: readonly (readonly DraftRow[])[]
  /** Field of the last step while typing may still grow it. */
  merge: string | null
  /** The rows that main has: the very same object when everything is saved. */
  saved: readonly DraftRow[]
  version: number
}

export type DraftAction =
  | { type: 'FIELDS'; key: string; change: Partial<GapFields> }
  | { type: 'ADD'; rows: readonly DraftRow[] }
  | { type: 'REMOVE'; key: string }
  | { type: 'UNDO' }
  | { type: 'REDO' }
  /** The field was left: what comes next is a step of its own. */
  | { type: 'SEAL' }
  | { type: 'SAVED'; rows: readonly DraftRow[]; ids: readonly number[]; version: number }
  | { type: 'RESET'; view: SelfReviewView }

/** Steps that can be taken back. */
const MOST_STEPS = 100

export function openedReview(view: SelfReviewView): ReviewDraft {
  const rows = view.rows.map(({ id, fields }) => ({ key: `row${id}`, id, fields }))
  return { rows, past: [], future: [], merge: null, saved: rows, version: view.version }
}

export function isSaved({ rows, saved }: ReviewDraft): boolean {
  return rows === saved
}

export function reviewReducer(state: ReviewDraft, action: DraftAction): ReviewDraft {
  switch (action.type) {
    case 'FIELDS': {
      const rows = state.rows.map((row) =>
        row.key === action.key ? { ...row, fields: { ...row.fields, ...action.change } } : row
      )
      return step(state, rows, `${action.key} ${Object.keys(action.change).join()}`)
    }
    case 'ADD':
      return step(state, [...state.rows, ...action.rows], null)
    case 'REMOVE':
      return step(
        state,
        state.rows.filter((row) => row.key !== action.key),
        null
      )
    case 'UNDO': {
      const rows = state.past.at(-1)
      if (rows === undefined) return state
      return {
        ...state,
        rows,
        past: state.past.slice(0, -1),
        future: [...state.future, state.rows],
        merge: null
      }
    }
    case 'REDO': {
      const rows = state.future.at(-1)
      if (rows === undefined) return state
      return {
        ...state,
        rows,
        past: [...state.past, state.rows],
        future: state.future.slice(0, -1),
        merge: null
      }
    }
    case 'SEAL':
      return state.merge === null ? state : { ...state, merge: null }
    case 'SAVED':
      return savedState(state, action)
    case 'RESET':
      return openedReview(action.view)
  }
}

function step(state: ReviewDraft, rows: readonly DraftRow[], merge: string | null): ReviewDraft {
  const grows = merge !== null && merge === state.merge
  return {
    ...state,
    rows,
    past: grows ? state.past : [...state.past, state.rows].slice(-MOST_STEPS),
    future: [],
    merge
  }
}

/** New rows learn their ids, in every step that can still be reached: an undone row comes back as itself. */
function savedState(
  state: ReviewDraft,
  { rows: sent, ids, version }: Extract<DraftAction, { type: 'SAVED' }>
): ReviewDraft {
  const idOf = new Map(sent.map(({ key }, index) => [key, ids[index]!]))
  const named = new Map<readonly DraftRow[], readonly DraftRow[]>()
  const withIds = (rows: readonly DraftRow[]): readonly DraftRow[] => {
    const known = named.get(rows)
    if (known !== undefined) return known
    const next = rows.some((row) => row.id === null && idOf.has(row.key))
      ? rows.map((row) => (row.id === null && idOf.has(row.key) ? { ...row, id: idOf.get(row.key)! } : row))
      : rows
    named.set(rows, next)
    return next
  }
  return {
    ...state,
    rows: withIds(state.rows),
    past: state.past.map(withIds),
    future: state.future.map(withIds),
    saved: withIds(sent),
    version
  }
}
