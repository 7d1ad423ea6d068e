import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { EMPTY_GAP, type GapFields } from '#shared/domain/selfReview/gapFields.ts'
import type { SelfReviewView } from '#shared/ipc/selfReview.ts'
import { call, toCallError, type CallError } from '../../ipc/client.ts'
import { isSaved, openedReview, reviewReducer, type DraftRow, type ReviewDraft } from './reviewDraft.ts'

/** Ms without a change before the list is saved by itself. */
const QUIET = 700

export interface ReviewStore {
  draft: ReviewDraft
  state: 'SAVED' | 'SAVING' | 'UNSAVED' | 'FAILED'
  error: CallError | null
  change: (key: string, change: Partial<GapFields>) => void
  add: (fields?: readonly GapFields[]) => void
  remove: (key: string) => void
  undo: () => void
  redo: () => void
  /** The field was left. */
  seal: () => void
  /** The stored number of a row; null until it has been saved. */
  idOf: (key: string) => number | null
  /** Saves now what is not saved yet; resolves to the version that main has, null when it was refused. */
  flush: () => Promise<number | null>
}

let made = 0
const newRow = (fields: GapFields): DraftRow => ({ key: `new${(made += 1)}`, id: null, fields })

/** A unit's list under way: saved by itself after a pause and when the page is left, one save at a time. */
export function useReviewDraft(view: SelfReviewView): ReviewStore {
  const client = useQueryClient()
  const [draft, dispatch] = useReducer(reviewReducer, view, openedReview)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const current = useRef(draft)
  const running = useRef<Promise<number | null> | null>(null)
  useEffect(() => {
    current.current = draft
  }, [draft])

  const { period, unit } = view
  const save = useCallback(async (): Promise<number | null> => {
    const sent = current.current
    if (isSaved(sent)) return sent.version
    setSaving(true)
    try {
      const { version, ids } = await call('selfReview.save', {
        period,
        unit,
        version: sent.version,
        rows: sent.rows.map(({ id, fields }) => ({ id, fields }))
      })
      dispatch({ type: 'SAVED', rows: sent.rows, ids, version })
      current.current = reviewReducer(current.current, { type: 'SAVED', rows: sent.rows, ids, version })
      setError(null)
      void client.invalidateQueries()
      return version
    } catch (reason) {
      setError(toCallError(reason))
      // Somebody else changed it: the page takes what main has.
      if (toCallError(reason).code === 'CONFLICT') void client.invalidateQueries()
      return null
    } finally {
      setSaving(false)
    }
  }, [client, period, unit])

  const flush = useCallback(async (): Promise<number | null> => {
    await running.current
    running.current = save()
    const version = await running.current
    running.current = null
    return version
  }, [save])

  const dirty = !isSaved(draft)
  useEffect(() => {
    if (!dirty || error !== null) return undefined
    const timer = setTimeout(() => void flush(), QUIET)
    return () => clearTimeout(timer)
  }, [draft.rows, dirty, error, flush])
  // Leaving the page saves what the pause had not yet.
  useEffect(() => () => void flush(), [flush])

  // What others wrote (carried, read in, put back) comes in when nothing of one's own is under way.
  useEffect(() => {
    if (view.version <= current.current.version || saving) return
    if (isSaved(current.current) || error?.code === 'CONFLICT') dispatch({ type: 'RESET', view })
  }, [view, saving, error])

  const act = (action: Parameters<typeof dispatch>[0]): void => {
    setError(null)
    dispatch(action)
  }
  return {
    draft,
    state: error !== null ? 'FAILED' : saving ? 'SAVING' : dirty ? 'UNSAVED' : 'SAVED',
    error,
    change: (key, change) => act({ type: 'FIELDS', key, change }),
    add: (fields = [EMPTY_GAP]) => act({ type: 'ADD', rows: fields.map(newRow) }),
    remove: (key) => act({ type: 'REMOVE', key }),
    undo: () => act({ type: 'UNDO' }),
    redo: () => act({ type: 'REDO' }),
    seal: () => dispatch({ type: 'SEAL' }),
    idOf: (key) => current.current.rows.find((row) => row.key === key)?.id ?? null,
    flush
  }
}
