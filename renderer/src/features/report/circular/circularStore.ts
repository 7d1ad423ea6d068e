import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { CircularEdit, CircularEdits } from '#shared/domain/report/circular/circularText.ts'
import { markedText } from '#shared/domain/report/circular/markedText.ts'
import { call, toCallError, type CallError } from '../../../ipc/client.ts'

/** Ms without a change before the wording is saved by itself. */
const QUIET = 700

export interface CircularState {
  /** As main has it, and with what was written since. */
  saved: CircularEdits
  edits: CircularEdits
  saving: boolean
  /** How often it was saved. */
  saves: number
  error: CallError | null
}

export interface CircularStore {
  get: () => CircularState
  subscribe: (listener: () => void) => () => void
  /** Whether an editor shows it. */
  watched: () => boolean
  change: (edits: CircularEdits) => void
  /** What main says now; unsaved words of the clerk stay. */
  adopt: (edits: CircularEdits) => void
  /** Saves now what is not saved yet; resolves when nothing more can be done. */
  flush: () => Promise<void>
}

/** The same words resting on the same sentences: a wording that is used again has a new basis. */
function same(a: CircularEdits, b: CircularEdits): boolean {
  const keys = Object.keys(a)
  const basis = (edit: CircularEdit | undefined): string => markedText(edit?.basis ?? [])
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => a[key]?.text === b[key]?.text && basis(a[key]) === basis(b[key]))
  )
}

export function isUnsaved({ edits, saved }: CircularState): boolean {
  return !same(edits, saved)
}

/**
 * The clerk's wording of one quarter's 通报, outside of any screen: saving goes on when the page is left, and what could not
 * be saved is still there when it is opened again. `onSaved` hears of every saving.
 */
export function createCircularStore(
  period: PeriodKey,
  edits: CircularEdits,
  onSaved: () => void
): CircularStore {
  let state: CircularState = { saved: edits, edits, saving: false, saves: 0, error: null }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  const listeners = new Set<() => void>()

  function put(part: Partial<CircularState>): void {
    state = { ...state, ...part }
    listeners.forEach((listener) => listener())
  }

  async function save(): Promise<void> {
    const sent = state.edits
    put({ saving: true })
    try {
      await call('report.saveText', { period, edits: sent })
      onSaved()
      put({ saved: sent, saving: false, saves: state.saves + 1, error: null })
    } catch (error) {
      put({ saving: false, error: toCallError(error) })
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (running !== null) await running
    if (!isUnsaved(state)) return
    running = save()
    await running
    running = null
    // Something was written while the answer was on its way.
    if (isUnsaved(state) && state.error === null) await flush()
  }

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    watched: () => listeners.size > 0,
    change: (next) => {
      put({ edits: next })
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), QUIET)
    },
    adopt: (next) => {
      if (state.saving || isUnsaved(state) || same(next, state.saved)) return
      put({ saved: next, edits: next })
    },
    flush
  }
}
