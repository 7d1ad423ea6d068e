import type { Draft, Line } from './draft.ts'
import { CODES, UNITS } from './pieces.ts'
import { longList, unitByIndicator } from './tables.ts'
import type { Tape } from './tape.ts'
import { unitItems } from './unitSheets.ts'

/** The tables of one sheet, from top to bottom. */
export type Drafts = (tape: Tape) => Draft[]

/** One block a unit, each under its line 填报单位：X. */
export const blocksOfUnits: Drafts = (tape) => {
  const count = 2 + tape.below(2)
  const size = Math.floor(UNITS.length / count)
  return Array.from({ length: count }, (_, index) =>
    unitItems(tape, { units: UNITS.slice(index * size, (index + 1) * size) })
  )
}

/** Tables of other indicators for other units, each with a header of its own. */
export const stackedTables: Drafts = (tape) => {
  const half = Math.floor(UNITS.length / 2)
  const makers = [unitByIndicator, longList]
  return [
    tape.pick(makers)(tape, { units: UNITS.slice(0, half), codes: CODES.slice(0, 4), measures: [null] }),
    tape.pick(makers)(tape, { units: UNITS.slice(half), codes: CODES.slice(4), measures: [null] })
  ]
}

/** The same header twice, side by side, the units split between them. */
export const sideBySide: Drafts = (tape) => {
  const draft = unitByIndicator(tape)
  const half = Math.ceil(draft.body.length / 2)
  const gap: Line = tape.chance(40) ? [null] : []
  const columns = draft.columns * 2 + gap.length
  const blank = Array.from({ length: draft.columns }, () => null)
  return [
    {
      ...draft,
      head: draft.head.map((line) => [...line, ...gap, ...line]),
      body: draft.body
        .slice(0, half)
        .map((line, index) => [...line, ...gap, ...(draft.body[half + index] ?? blank)]),
      columns,
      sums: new Map(),
      gaps: false
    }
  ]
}
