import { createRound } from '#electron/services/evaluation/rounds.ts'
import { enterMarks, type EnterOutcome } from '#electron/services/evaluation/marks.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { loadScheme } from '#electron/services/schemes.ts'
import { judgedScheme } from './judgedScheme.ts'
import { freshWorkspace } from './workspace.ts'

export const JUDGED_PERIOD = '2026Q3'
/** An open quarter under such a scheme, with one round of so many seats (or ballots) in each group. */
export function judgedQuarter(
  rule: { kind: string; params: Record<string, unknown> },
  counts: Record<string, number>,
  entry: 'EACH' | 'TOTALS' = 'EACH'
): Workspace & { round: number } {
  const workspace = freshWorkspace()
  loadScheme(workspace.library, judgedScheme(rule), JUDGED_PERIOD)
  const round = createRound(workspace.library, {
    ...{ period: JUDGED_PERIOD, indicator: 'judge', title: '第三季度讲堂', heldOn: '2026-09-25' },
    ...{ counts, entry }
  })
  return { ...workspace, round }
}

/** Keys a unit's marks in, seat 1 first; null leaves a seat out. */
export function giveMarks(
  { library, round }: Pick<ReturnType<typeof judgedQuarter>, 'library' | 'round'>,
  unit: string,
  marks: readonly (string | null)[],
  group = ''
): EnterOutcome {
  return enterMarks(
    library,
    round,
    marks.flatMap((mark, index) =>
      mark === null ? [] : [{ group, seat: String(index + 1), unit, mark, seen: null, source: '' }]
    )
  )
}
