import { useState, type ReactElement } from 'react'
import { importText, placesText } from '../../../text/import.ts'
import type { ProblemStop } from '../problemOrder.ts'

interface Props {
  stops: readonly ProblemStop[]
  onLocate: (stop: ProblemStop) => void
}

/** The address of one cell, or of the first of many: every click goes to the next of them. */
export function Locate({ stops, onLocate }: Props): ReactElement | null {
  const [turn, setTurn] = useState(0)
  const cells = stops.filter((stop) => stop.cell !== null)
  const first = cells[0]
  if (first === undefined || first.cell === null) return null
  return (
    <button
      type="button"
      className="link small nowrap"
      aria-label={`${importText.problems.locate} ${first.cell}`}
      onClick={() => {
        onLocate(cells[turn % cells.length]!)
        setTurn(turn + 1)
      }}
    >
      {placesText(first.cell, cells.length)}
    </button>
  )
}
