import type { ProblemGroupView } from '#shared/ipc/importViews.ts'
import type { Problem } from '#shared/problem.ts'

/** A problem on its place in a file, so that N and P can walk from one to the next. */
export interface ProblemStop {
  file: string
  group: string
  sheet: string | null
  cell: string | null
  /** Instead of a group: the first or last problem of the file, once it has been opened. */
  edge?: 'first' | 'last'
}

export const LEVELS = ['error', 'confirm', 'info'] as const

/** Every problem of a file in the order of the pane: what must be repaired first, tidied ones are no stop. */
export function problemStops(file: string, groups: readonly ProblemGroupView[]): ProblemStop[] {
  return LEVELS.filter((level) => level !== 'info').flatMap((level) =>
    groups
      .filter((group) => group.level === level && !group.accepted)
      .flatMap((group) => group.problems.map((problem) => stopAt(file, group.group, problem)))
  )
}

export function stopAt(file: string, group: string, { place }: Problem): ProblemStop {
  return { file, group, sheet: place.sheet ?? null, cell: place.cell ?? null }
}

/** Whether a step from one stop to another went round the end of the list. */
export function wrapped(
  stops: readonly ProblemStop[],
  now: ProblemStop | null,
  next: ProblemStop | null,
  by: 1 | -1
): boolean {
  const at = indexOf(stops, now)
  const then = indexOf(stops, next)
  if (at === -1) return stops.length === 0
  return then === -1 || (by === 1 ? then <= at : then >= at)
}

function indexOf(stops: readonly ProblemStop[], now: ProblemStop | null): number {
  if (now === null) return -1
  return stops.findIndex(
    (stop) => stop.group === now.group && stop.cell === now.cell && stop.sheet === now.sheet
  )
}

/** The next (1) or previous (-1) stop, round the end; from nowhere the first or the last. */
export function nextStop(
  stops: readonly ProblemStop[],
  now: ProblemStop | null,
  by: 1 | -1
): ProblemStop | null {
  if (stops.length === 0) return null
  const at = indexOf(stops, now)
  if (at === -1) return (by === 1 ? stops[0] : stops.at(-1)) ?? null
  return stops[(at + by + stops.length) % stops.length] ?? null
}

/** The part of a card's explanation that its title does not say already. */
export function detailBeyondTitle({ title, detail }: Pick<ProblemGroupView, 'title' | 'detail'>): string {
  return detail.startsWith(title) ? detail.slice(title.length).replace(/^[。；，]/, '') : detail
}
