import { useState, type ReactElement } from 'react'
import type { LedgerView } from '#shared/ipc/incentive.ts'
import { Panel } from '../../components/Panel.tsx'
import { adjustmentsText as text } from '../../text/adjustments.ts'
import { ClassTable } from './ClassTable.tsx'
import { EVERYTHING, type LedgerFilter } from './ledgerRows.ts'
import { LedgerTable } from './LedgerTable.tsx'
import { unitKey, UnitTotalTable } from './UnitTotalTable.tsx'

interface Props {
  view: LedgerView
  unit: string
  selected: number | null
  onOpen: (id: number) => void
}

/** 台账: totals by unit, how the classes of the chosen one count, and the entries. */
export function LedgerDesk({ view, unit, selected, onOpen }: Props): ReactElement {
  const [filter, setFilter] = useState<LedgerFilter>({ ...EVERYTHING, unit })
  const [race, setRace] = useState<string | null>(null)
  const [row, setRow] = useState<number | null>(selected)
  const chosen = view.units.find((item) => item.unit === filter.unit && (race === null || item.race === race))
  function choose(key: string): void {
    const item = view.units.find((candidate) => unitKey(candidate) === key)
    if (item === undefined) return
    setRace(item.race)
    setFilter({ ...filter, unit: item.unit })
  }
  return (
    <div className="adj">
      <Panel title={text.units} hint={text.unitsHint} className="adj-units">
        <UnitTotalTable
          units={view.units}
          races={view.races}
          selected={chosen === undefined ? null : unitKey(chosen)}
          onSelect={choose}
        />
      </Panel>
      <div className="adj-side">
        {chosen === undefined || chosen.classes.length === 0 ? null : (
          <Panel title={`${chosen.name} · ${text.classes}`} className="adj-classes">
            <ClassTable unit={chosen} decimals={view.decimals} />
          </Panel>
        )}
        <LedgerTable
          entries={view.entries}
          filter={filter}
          decimals={view.decimals}
          selected={row}
          onFilter={setFilter}
          onSelect={setRow}
          onOpen={onOpen}
        />
      </div>
    </div>
  )
}
