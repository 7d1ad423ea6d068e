import type { Problem } from '../../../problem.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'

export interface Reported {
  code: string
  level: Problem['level']
  message: string
  suggestion?: string
  /** Cells that one repair settles; without it the problem is a group of its own. */
  group?: string
  candidates?: Problem['candidates']
}

/** Where a problem is: a cell, an address, or nothing for the sheet as a whole. */
export type Spot = RawCell | { address: string; value?: string } | null

export interface ProblemSink {
  readonly problems: Problem[]
  add(spot: Spot, reported: Reported): void
}

export function problemSink(file: string, sheet: string): ProblemSink {
  const problems: Problem[] = []
  // A merged header or word is met once for every column under it.
  const told = new Set<string>()
  return {
    problems,
    add(spot, { group, ...reported }) {
      const cell = spot?.address
      const mark = JSON.stringify([reported.code, cell ?? '', group ?? ''])
      if (cell !== undefined && told.has(mark)) return
      told.add(mark)
      problems.push({
        ...reported,
        place: { file, sheet, ...(cell === undefined ? {} : { cell, row: Number(/\d+$/.exec(cell)?.[0]) }) },
        ...(spot?.value === undefined ? {} : { value: spot.value }),
        group:
          group === undefined || group === ''
            ? `${reported.code}:${sheet}${cell === undefined ? '' : `!${cell}`}`
            : group
      })
    }
  }
}
