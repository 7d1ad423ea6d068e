import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import {
  cadenceAt,
  CADENCES,
  nextCadence,
  type Cadence,
  type CadenceAt
} from '#shared/domain/cadence/cadenceKey.ts'

export interface CadenceChoice {
  asked: CadenceAt
  choose: (asked: CadenceAt) => void
  /** Another cadence, at where it stands today. */
  turnTo: (kind: Cadence) => void
}

const NAMES: Record<string, Cadence> = {
  day: 'DAY',
  week: 'WEEK',
  month: 'MONTH',
  quarter: 'QUARTER',
  half: 'HALF',
  year: 'YEAR'
}

/** What the address asks for: `?view=week&date=2026-11-25`; today's day, week … where it says nothing that can be read. */
export function useCadence(now: Record<Cadence, string>): CadenceChoice {
  const [params, setParams] = useSearchParams()
  const kind = NAMES[params.get('view') ?? ''] ?? 'DAY'
  const parsed = cadenceAt.safeParse({ cadence: kind, at: params.get('date') ?? now[kind] })
  const asked: CadenceAt = parsed.success ? parsed.data : { cadence: kind, at: now[kind] }
  const choose = ({ cadence, at }: CadenceAt): void =>
    setParams({ view: cadence.toLowerCase(), date: at }, { replace: true })
  return { asked, choose, turnTo: (next) => choose({ cadence: next, at: now[next] }) }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [role="combobox"]') !== null
  )
}

/** 1–6 turn to a cadence, ← → to the one before and after. Keys typed in a field, and in a dialog, stay there. */
export function useCadenceKeys({ asked, choose, turnTo }: CadenceChoice): void {
  const act = useRef<(key: string) => boolean>(() => false)
  useEffect(() => {
    act.current = (key) => {
      const kind = CADENCES[Number(key) - 1]
      if (kind !== undefined) turnTo(kind)
      else if (key === 'ArrowLeft') choose(nextCadence(asked, -1))
      else if (key === 'ArrowRight') choose(nextCadence(asked, 1))
      else return false
      return true
    }
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"]') !== null) return
      if (act.current(event.key)) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
