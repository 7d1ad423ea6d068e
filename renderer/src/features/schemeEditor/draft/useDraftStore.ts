import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { DraftView } from '#shared/ipc/draft.ts'
import { routeKey } from '../../../ipc/queries.ts'
import { createDraftStore, type DraftStore } from './draftStore.ts'
import { saveState, type EditorState } from './draftState.ts'

/** Drafts with changes that are not saved yet, by window. They outlive the page, so that leaving it loses nothing. */
const openDrafts = new WeakMap<QueryClient, Map<number, DraftStore>>()

function storesOf(client: QueryClient): Map<number, DraftStore> {
  const stores = openDrafts.get(client) ?? new Map<number, DraftStore>()
  openDrafts.set(client, stores)
  return stores
}

/** The draft's store: the one that still holds unsaved changes, or a new one for what main has. */
export function draftStoreOf(client: QueryClient, view: DraftView): DraftStore {
  const stores = storesOf(client)
  const standing = stores.get(view.id)
  if (standing !== undefined) return standing
  const store = createDraftStore(view, (answer) => {
    client.setQueryData(routeKey('draft.get', { id: answer.id }), answer)
    void client.invalidateQueries({ queryKey: ['draft.list'] })
  })
  stores.set(view.id, store)
  return store
}

/** Forgets a draft that is gone or was replaced by what main has. */
export function forgetDraft(client: QueryClient, id: number): void {
  storesOf(client).delete(id)
}

/** KEPT: the page was left with changes that main refused. CLOSING: the same with the window, held up once. */
export type Unsaved = 'KEPT' | 'CLOSING'

/** Follows a store while the editor is open. Closing the page saves at once; only what could not be saved is kept. */
export function useDraftStore(store: DraftStore, tell: (unsaved: Unsaved) => void): EditorState {
  const client = useQueryClient()
  const state = useSyncExternalStore(store.subscribe, store.get)
  const { id } = state
  useEffect(() => {
    let warned = false
    storesOf(client).set(id, store)
    function onUnload(event: BeforeUnloadEvent): void {
      const refused = store.get().failure !== null && saveState(store.get()) !== 'SAVED'
      void store.flush()
      // Once only: somebody who closes again means it.
      if (!refused || warned) return
      warned = true
      event.preventDefault()
      tell('CLOSING')
    }
    window.addEventListener('beforeunload', onUnload)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      void store.flush().then(() => {
        // Opened again meanwhile, or replaced on purpose: nothing of it is to be kept.
        if (store.watched() || storesOf(client).get(id) !== store) return
        if (saveState(store.get()) === 'SAVED') storesOf(client).delete(id)
        else tell('KEPT')
      })
    }
  }, [client, store, id, tell])
  return state
}
