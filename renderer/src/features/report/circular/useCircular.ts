import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useRef, useSyncExternalStore } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { CircularEdits, CircularView } from '#shared/domain/report/circular/circularText.ts'
import { createCircularStore, isUnsaved, type CircularState, type CircularStore } from './circularStore.ts'

/** Wordings that are not saved yet, by window and quarter: leaving the page loses nothing. */
const openStores = new WeakMap<QueryClient, Map<PeriodKey, CircularStore>>()

export interface Circular {
  state: CircularState
  change: (edits: CircularEdits) => void
  flush: () => void
}

/** Follows the wording of a quarter's 通报 while its editor is open; closing it saves at once. */
export function useCircular(period: PeriodKey, view: CircularView, onSaved: () => void): Circular {
  const client = useQueryClient()
  const stores = storesOf(client)
  const first = view.edits
  const store = useMemo(
    () =>
      stores.get(period) ??
      createCircularStore(period, first, () => {
        // An older answer to another question must not bring older words back.
        client.removeQueries({ queryKey: ['report.text'], type: 'inactive' })
        void client.invalidateQueries({ queryKey: ['report.text'] })
      }),
    // The first view opens the store; later ones are adopted.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [client, stores, period]
  )
  const state = useSyncExternalStore(store.subscribe, store.get)
  useEffect(() => store.adopt(view.edits), [store, view.edits])
  const heard = useRef(state.saves)
  const tell = useEffectEvent(onSaved)
  useEffect(() => {
    if (heard.current === state.saves) return
    heard.current = state.saves
    tell()
  }, [state.saves])
  useEffect(() => {
    stores.set(period, store)
    const onUnload = (): void => void store.flush()
    window.addEventListener('beforeunload', onUnload)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      void store.flush().then(() => {
        if (isUnsaved(store.get()) || store.watched() || stores.get(period) !== store) return
        stores.delete(period)
      })
    }
  }, [stores, period, store])
  return { state, change: store.change, flush: () => void store.flush() }
}

function storesOf(client: QueryClient): Map<PeriodKey, CircularStore> {
  const stores = openStores.get(client) ?? new Map<PeriodKey, CircularStore>()
  openStores.set(client, stores)
  return stores
}
