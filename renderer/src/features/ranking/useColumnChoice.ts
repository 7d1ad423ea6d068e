import { useMemo, useState, useSyncExternalStore } from 'react'
import type { RaceResult } from '#shared/domain/ranking/resultSet.ts'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { allColumns, toggled, type ColumnChoice, type ColumnCode } from './rankingColumns.ts'

function useWindowWidth(): number {
  return useSyncExternalStore(
    (notify) => {
      window.addEventListener('resize', notify)
      return () => window.removeEventListener('resize', notify)
    },
    () => window.innerWidth
  )
}

/** The columns of the ranking table: the clerk's choice from the settings, and what the window leaves room for. */
export function useColumnChoice(): {
  choice: ColumnChoice
  toggle: (column: ColumnCode) => void
  showAll: (race: RaceResult) => void
} {
  const settings = useRoute('settings.get', {})
  const save = useCall('settings.set')
  const windowWidth = useWindowWidth()
  const [forced, setForced] = useState<ReadonlySet<string>>(new Set())
  // The tick must follow the click at once; the saved list comes a moment later.
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const hidden = chosen ?? settings.data?.hiddenRankingColumns

  const choice = useMemo<ColumnChoice>(
    () => ({ hidden: new Set(hidden ?? []), forced, windowWidth }),
    [hidden, forced, windowWidth]
  )
  function keep(next: string[]): void {
    setChosen(next)
    save.mutate({ hiddenRankingColumns: next })
  }
  return {
    choice,
    toggle: (column) => {
      const next = toggled(column, choice)
      setForced(next.forced)
      keep(next.hidden)
    },
    showAll: (race) => {
      setForced(new Set(allColumns(race)))
      keep([])
    }
  }
}
