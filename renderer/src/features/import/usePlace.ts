import { useMemo, useState } from 'react'
import type { ImportFileDetail, ImportSessionView } from '#shared/ipc/importViews.ts'
import { parseAddress } from './address.ts'
import type { CheckView } from './check/checkView.ts'
import type { CellSpot } from './gridKeys.ts'
import { nextStop, problemStops, wrapped, type ProblemStop } from './problemOrder.ts'
import { nextOpenFile, sheetToShow } from './wizardSteps.ts'

interface Input {
  session: ImportSessionView
  detail: ImportFileDetail
  view: CheckView
  stop: ProblemStop | null
  onStop: (stop: ProblemStop) => void
  /** Puts the keyboard into the grid. */
  focus: () => void
}

export interface SheetPlace {
  /** The problem of this file that the clerk stands at. */
  stop: ProblemStop | null
  /** Name of the sheet on the screen. */
  sheet: string | null
  active: CellSpot | null
  /** The column whose role is being changed, with a row of its table. */
  column: CellSpot | null
  openSheet: (sheet: string) => void
  activate: (spot: CellSpot) => void
  openColumn: (column: CellSpot | null) => void
  /** Goes to a problem, in another file if need be. */
  locate: (stop: ProblemStop) => void
  /** Goes to the next (1) or previous (-1) problem. */
  walk: (by: 1 | -1) => void
}

const spotOf = (stop: ProblemStop | null): CellSpot | null =>
  stop?.cell == null ? null : parseAddress(stop.cell)

/** Walking arrives at a file before its problems are known: only here they have their places. */
function resolved(stop: ProblemStop, stops: readonly ProblemStop[]): ProblemStop | null {
  if (stop.edge === undefined) return stop
  return (stop.edge === 'first' ? stops[0] : stops.at(-1)) ?? null
}

/** Where the clerk stands in a file: sheet, cell, problem. */
export function usePlace({ session, detail, view, stop, onStop, focus }: Input): SheetPlace {
  const file = detail.file.id
  const stops = useMemo(() => problemStops(file, detail.groups), [file, detail.groups])
  const here = stop === null || stop.file !== file ? null : resolved(stop, stops)
  // The file is opened at the problem that the clerk came for.
  const [chosen, setChosen] = useState<string | null>(here?.sheet ?? null)
  const [active, setActive] = useState<CellSpot | null>(spotOf(here))
  const [column, setColumn] = useState<CellSpot | null>(null)

  function locate(next: ProblemStop): void {
    onStop(next)
    // Another file brings its own place with it when it is opened.
    if (next.file !== file) return
    if (next.sheet !== null) setChosen(next.sheet)
    const spot = spotOf(next)
    if (spot === null) return
    setActive(spot)
    focus()
  }

  function walk(by: 1 | -1): void {
    const next = nextStop(stops, here, by)
    const other =
      view.scope === 'ALL' && wrapped(stops, here, next, by) ? nextOpenFile(session, file, by) : null
    if (other !== null)
      onStop({ file: other, group: '', sheet: null, cell: null, edge: by === 1 ? 'first' : 'last' })
    else if (next !== null) locate(next)
  }

  return {
    stop: here,
    sheet: sheetToShow(detail.sheets, chosen),
    active,
    column,
    openSheet: (name) => {
      setChosen(name)
      setActive(null)
      setColumn(null)
    },
    activate: setActive,
    openColumn: setColumn,
    locate,
    walk
  }
}
