import { useRef, useState } from 'react'
import { RECUSED } from '#shared/domain/evaluation/markScale.ts'
import {
  marksByPlace,
  placeKey,
  readEntry,
  type BroughtMark,
  type MarkConflict,
  type MarkPlace
} from '#shared/domain/evaluation/roundMark.ts'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import type { CallError } from '../../ipc/client.ts'
import { toCallError } from '../../ipc/client.ts'
import { useCall } from '../../ipc/queries.ts'

export interface TypedMark {
  place: MarkPlace
  text: string
}

interface Done {
  place: MarkPlace
  from: string | null
  to: string | null
}

export interface MarkEntry {
  /** What a cell shows: the mark on its way, else the one on record. */
  shown: (place: MarkPlace) => string | null
  /** Text that is no mark, kept as it was typed, with what is wrong. */
  kept: ReadonlyMap<string, { text: string; problem: string }>
  /** `blind` for pasted and returned marks: whatever else stands there is a conflict. */
  enter: (marks: readonly TypedMark[], blind?: boolean) => void
  send: (marks: readonly BroughtMark[]) => Promise<{ written: number; same: number } | null>
  /** False where there is nothing to take back. */
  undo: () => boolean
  conflicts: readonly MarkConflict[]
  /** `take` holds the places where the new mark wins; null gives all up. */
  resolve: (take: ReadonlySet<string> | null) => Promise<{ written: number; same: number } | null>
  error: CallError | null
}

/** Entry of marks: shown at once, written one after another, undone in reverse, conflicts held until they are decided. */
export function useMarkEntry(view: RoundView): MarkEntry {
  const call = useCall('evaluation.enter')
  const [pending, setPending] = useState<ReadonlyMap<string, string | null>>(new Map())
  const [kept, setKept] = useState<MarkEntry['kept']>(new Map())
  const [held, setHeld] = useState<{
    marks: readonly BroughtMark[]
    conflicts: readonly MarkConflict[]
  } | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const undoable = useRef<(readonly Done[])[]>([])
  const stored = marksByPlace(view.marks)

  const shown = (place: MarkPlace): string | null => {
    const key = placeKey(place)
    return pending.has(key) ? pending.get(key)! : (stored.get(key)?.mark ?? null)
  }

  async function send(marks: readonly BroughtMark[], isUndo = false) {
    if (marks.length === 0) return { written: 0, same: 0 }
    setError(null)
    const done = marks.map(({ group, seat, unit, mark }) => {
      const place = { group, seat, unit }
      return { place, from: shown(place), to: mark }
    })
    // Blind marks are not shown before main has found them free of conflicts.
    const sure = marks.filter(({ seen }, index) => seen === done[index]!.from)
    setPending((now) => new Map([...now, ...sure.map((mark) => [placeKey(mark), mark.mark] as const)]))
    try {
      const outcome = await call.mutateAsync({ id: view.id, marks: [...marks] })
      if (outcome.conflicts.length > 0) {
        setHeld({ marks, conflicts: outcome.conflicts })
        return null
      }
      if (!isUndo && outcome.written > 0) undoable.current.push(done)
      return { written: outcome.written, same: outcome.same }
    } catch (reason) {
      setError(toCallError(reason))
      return null
    } finally {
      setPending((now) => {
        const left = new Map(now)
        for (const mark of sure) if (left.get(placeKey(mark)) === mark.mark) left.delete(placeKey(mark))
        return left
      })
    }
  }

  function enter(typed: readonly TypedMark[], blind = false): void {
    const brought: BroughtMark[] = []
    const problems = new Map(kept)
    for (const { place, text } of typed) {
      const key = placeKey(place)
      const reading = readEntry(text, view.judged.scale, view.setup)
      if ('problem' in reading) {
        problems.set(key, { text, problem: reading.problem })
        continue
      }
      problems.delete(key)
      const now = shown(place)
      // An empty cell of a pasted block says nothing; typed, it takes the mark back.
      if (reading.mark === now || (blind && reading.mark === null)) continue
      brought.push({ ...place, mark: reading.mark, seen: blind ? null : now, source: '' })
    }
    setKept(problems)
    void send(brought)
  }

  return {
    shown,
    kept,
    enter,
    send,
    undo: () => {
      const last = undoable.current.pop()
      if (last === undefined) return false
      const back = [...last]
        .reverse()
        .filter(({ from, to }) => from !== to)
        .map(({ place, from, to }) => ({ ...place, mark: from, seen: to, source: '' }))
      void send(back, true)
      return true
    },
    conflicts: held?.conflicts ?? [],
    resolve: async (take) => {
      if (held === null) return null
      setHeld(null)
      if (take === null) return null
      return send(decided(held.marks, held.conflicts, take))
    },
    error
  }
}

/** The marks without those that give way; those that win have seen what they replace. */
function decided(
  marks: readonly BroughtMark[],
  conflicts: readonly MarkConflict[],
  take: ReadonlySet<string>
): BroughtMark[] {
  const open = new Map(conflicts.map((conflict) => [conflictKey(conflict), conflict]))
  return marks.flatMap((mark): BroughtMark[] => {
    const conflict = open.get(conflictKey({ ...mark, brought: mark.mark }))
    if (conflict === undefined) return [mark]
    return take.has(conflictKey(conflict)) ? [{ ...mark, seen: conflict.stands }] : []
  })
}

export function conflictKey(conflict: MarkPlace & { brought: string | null }): string {
  return `${placeKey(conflict)}${conflict.brought ?? ''}`
}

export function markText(mark: string | null): string {
  return mark === null ? '' : mark === RECUSED ? '*' : mark
}
