import type { ProblemGroupView } from '#shared/ipc/import.ts'
import type { Problem } from '#shared/problem.ts'

/** A problem on its place in the list, so that N and P can walk from one to the next. */
export interface ProblemStop {
  group: string
  sheet: string | null
  cell: string | null
}

const LEVELS = ['error', 'confirm', 'info'] as const

export function groupsByLevel(
  groups: readonly ProblemGroupView[]
): Record<Problem['level'], ProblemGroupView[]> {
  const of = (level: Problem['level']): ProblemGroupView[] => groups.filter((group) => group.level === level)
  return { error: of('error'), confirm: of('confirm'), info: of('info') }
}

/** Every problem in the order of the pane: what must be repaired first, tidied ones are no stop. */
export function problemStops(groups: readonly ProblemGroupView[]): ProblemStop[] {
  return LEVELS.filter((level) => level !== 'info').flatMap((level) =>
    groups
      .filter((group) => group.level === level && !group.accepted)
      .flatMap((group) =>
        group.problems.map(({ place }) => ({
          group: group.group,
          sheet: place.sheet ?? null,
          cell: place.cell ?? null
        }))
      )
  )
}

/** The next (1) or previous (-1) stop, round the end; from nowhere the first or the last. */
export function nextStop(
  stops: readonly ProblemStop[],
  now: ProblemStop | null,
  by: 1 | -1
): ProblemStop | null {
  if (stops.length === 0) return null
  const at =
    now === null
      ? -1
      : stops.findIndex(
          (stop) => stop.group === now.group && stop.cell === now.cell && stop.sheet === now.sheet
        )
  if (at === -1) return (by === 1 ? stops[0] : stops.at(-1)) ?? null
  return stops[(at + by + stops.length) % stops.length] ?? null
}

/** The part of a card's explanation that its title does not say already. */
export function detailBeyondTitle({ title, detail }: Pick<ProblemGroupView, 'title' | 'detail'>): string {
  return detail.startsWith(title) ? detail.slice(title.length).replace(/^[。；，]/, '') : detail
}
