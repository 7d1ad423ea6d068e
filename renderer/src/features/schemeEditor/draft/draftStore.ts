import type { DraftView } from '#shared/ipc/draft.ts'
import { call, toCallError } from '../../../ipc/client.ts'
import type { Draft } from '../editorTab.ts'
import { draftReducer, openedDraft, saveState, type EditorAction, type EditorState } from './draftState.ts'

/** Ms without a change before a draft is saved by itself. */
const QUIET = 800

export interface DraftStore {
  get: () => EditorState
  subscribe: (listener: () => void) => () => void
  /** Whether a page shows the draft. */
  watched: () => boolean
  dispatch: (action: EditorAction) => void
  /** Saves now what is not saved yet; resolves when nothing more can be done. */
  flush: () => Promise<void>
}

/**
 * One draft under way, outside of any screen: saving goes on when the page is left, and changes that could not be saved
 * are still there when it is opened again. `onSaved` hears main's answers.
 */
export function createDraftStore(view: DraftView, onSaved: (view: DraftView) => void): DraftStore {
  let state = openedDraft(view)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  const listeners = new Set<() => void>()

  function put(action: EditorAction): void {
    const next = draftReducer(state, action)
    if (next === state) return
    state = next
    listeners.forEach((listener) => listener())
  }

  function dispatch(action: EditorAction): void {
    put(action)
    clearTimeout(timer)
    // A conflict is settled by the clerk, never by trying again.
    if (saveState(state) === 'UNSAVED' || saveState(state) === 'FAILED') {
      timer = setTimeout(() => void flush(), QUIET)
    }
  }

  async function save(draft: Draft): Promise<void> {
    put({ type: 'SAVING' })
    try {
      const answer = await call('draft.save', { id: state.id, updatedAt: state.updatedAt, definition: draft })
      put({ type: 'SAVED', draft, view: answer })
      onSaved(answer)
    } catch (error) {
      put({ type: 'FAILED', error: toCallError(error) })
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (running !== null) await running
    const standing = saveState(state)
    if (standing === 'SAVED' || standing === 'CONFLICT') return
    running = save(state.draft)
    await running
    running = null
    // Something was changed while the answer was on its way.
    if (saveState(state) === 'UNSAVED') await flush()
  }

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    watched: () => listeners.size > 0,
    dispatch,
    flush
  }
}
