import { createContext, useContext, useMemo, useState, type ReactElement, type ReactNode } from 'react'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { PeriodView } from '#shared/ipc/period.ts'
import { useRoute } from '../ipc/queries.ts'

const STORAGE_KEY = 'liangji.period'

export interface PeriodChoice {
  /** The quarter that every page follows; null in a database without quarters. */
  period: PeriodKey | null
  view: PeriodView | null
  /** Newest first. */
  periods: readonly PeriodView[]
  /** A frozen quarter is read-only: edit buttons are absent, not greyed. */
  frozen: boolean
  choose: (period: PeriodKey) => void
}

const Context = createContext<PeriodChoice | null>(null)

/** The current quarter. Only inside the shell. */
export function usePeriod(): PeriodChoice {
  const choice = useContext(Context)
  if (choice === null) throw new Error('usePeriod outside of PeriodProvider')
  return choice
}

/** For pages that exist only when there is a quarter: its key. */
export function usePeriodKey(): PeriodKey {
  const { period } = usePeriod()
  if (period === null) throw new Error('no period')
  return period
}

function remembered(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    // Storage can be switched off by policy; the latest quarter is a good answer then.
    return null
  }
}

function remember(period: PeriodKey): void {
  try {
    localStorage.setItem(STORAGE_KEY, period)
  } catch {
    // Same as above: only the memory over restarts is lost.
  }
}

export function PeriodProvider(props: { latest: PeriodKey | null; children: ReactNode }): ReactElement {
  const list = useRoute('period.list', {})
  const [chosen, setChosen] = useState<string | null>(remembered)
  const value = useMemo<PeriodChoice>(() => {
    const periods = [...(list.data ?? [])].sort((a, b) => (a.key < b.key ? 1 : -1))
    const known = chosen !== null && periods.some((item) => item.key === chosen)
    const period = known ? chosen : (props.latest ?? periods[0]?.key ?? null)
    const view = periods.find((item) => item.key === period) ?? null
    return {
      period,
      view,
      periods,
      frozen: view !== null && isFrozenState(view.state),
      choose: (next) => {
        remember(next)
        setChosen(next)
      }
    }
  }, [list.data, chosen, props.latest])
  return <Context value={value}>{props.children}</Context>
}
