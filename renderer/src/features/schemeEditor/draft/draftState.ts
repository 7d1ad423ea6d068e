import type { Problem } from '#shared/problem.ts'
import type { DraftView } from '#shared/ipc/draft.ts'
import type { CallError } from '../../../ipc/client.ts'
import type { Draft } from '../editorTab.ts'
import { readDraft } from './readDraft.ts'

/** Steps that can be taken back; more would only hold memory. */
const MOST_STEPS = 200

interface Step {
  draft: Draft
  label: string
}

export interface EditorState {
  id: number
  origin: string | null
  draft: Draft
  /** Before each step, oldest first; `label` names the step that led away from it. */
  past: readonly Step[]
  /** After each step that was taken back, the next one last. */
  future: readonly Step[]
  /** `merge` of the last step while it may still grow. */
  merge: string | null
  /** What main has: the very same object as `draft` when everything is saved. */
  saved: Draft
  /** What main last said, to tell whether somebody else changed the draft meanwhile. */
  updatedAt: string
  problems: readonly Problem[]
  saving: boolean
  /** Why the last attempt to save failed; null after a success. */
  failure: CallError | null
}

export type EditorAction =
  | { type: 'CHANGE'; update: (draft: Draft) => Draft; label: string; merge: string | null }
  | { type: 'UNDO' }
  | { type: 'REDO' }
  /** The field was left: what comes next is a step of its own. */
  | { type: 'SEAL' }
  | { type: 'SAVING' }
  | { type: 'SAVED'; draft: Draft; view: DraftView }
  | { type: 'FAILED'; error: CallError }
  /** 「仍用我这份」: what main has now is overwritten on purpose by the next save. */
  | { type: 'OVERWRITE'; updatedAt: string }

export function openedDraft(view: DraftView): EditorState {
  const draft = readDraft(view.definition)
  return {
    id: view.id,
    origin: view.origin,
    draft,
    past: [],
    future: [],
    merge: null,
    saved: draft,
    updatedAt: view.updatedAt,
    problems: view.problems,
    saving: false,
    failure: null
  }
}

export function draftReducer(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case 'CHANGE':
      return changed(state, action)
    case 'UNDO': {
      const step = state.past.at(-1)
      if (step === undefined) return state
      return {
        ...state,
        draft: step.draft,
        past: state.past.slice(0, -1),
        future: [...state.future, { draft: state.draft, label: step.label }],
        merge: null
      }
    }
    case 'REDO': {
      const step = state.future.at(-1)
      if (step === undefined) return state
      return {
        ...state,
        draft: step.draft,
        past: [...state.past, { draft: state.draft, label: step.label }],
        future: state.future.slice(0, -1),
        merge: null
      }
    }
    case 'SEAL':
      return state.merge === null ? state : { ...state, merge: null }
    case 'SAVING':
      return { ...state, saving: true }
    case 'SAVED':
      return {
        ...state,
        saved: action.draft,
        updatedAt: action.view.updatedAt,
        problems: action.view.problems,
        saving: false,
        failure: null
      }
    case 'FAILED':
      return { ...state, saving: false, failure: action.error }
    case 'OVERWRITE':
      return { ...state, updatedAt: action.updatedAt, failure: null }
  }
}

function changed(state: EditorState, action: Extract<EditorAction, { type: 'CHANGE' }>): EditorState {
  const draft = action.update(state.draft)
  if (draft === state.draft) return state
  const grows = action.merge !== null && action.merge === state.merge
  return {
    ...state,
    draft,
    past: grows
      ? state.past
      : [...state.past, { draft: state.draft, label: action.label }].slice(-MOST_STEPS),
    future: [],
    merge: action.merge
  }
}

export type SaveState = 'SAVED' | 'SAVING' | 'UNSAVED' | 'CONFLICT' | 'FAILED'

export function saveState(state: EditorState): SaveState {
  if (state.draft === state.saved) return 'SAVED'
  if (state.failure !== null) return state.failure.code === 'CONFLICT' ? 'CONFLICT' : 'FAILED'
  return state.saving ? 'SAVING' : 'UNSAVED'
}
