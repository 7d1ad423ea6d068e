import type { ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { RouteInput } from '#shared/ipc/contract.ts'
import { problemsOf } from './fileView.ts'
import type { SessionFile } from './session.ts'
import { groupOfFile } from './sessionGroupKey.ts'

/** The parts of the answers that can hold for several files at once. */
export type FixesForAll = RouteInput<'import.fixAll'>['fixes']

/**
 * Merges answers for all files into those of one. A group is accepted only where it is met now: what a later repair
 * brings up in another file has not been looked at.
 */
export function fixesForAll(file: SessionFile, answers: FixesForAll): ImportFixes {
  const { fixes } = file
  return {
    ...fixes,
    units: { ...fixes.units, ...answers.units },
    indicators: { ...fixes.indicators, ...answers.indicators },
    classes: { ...fixes.classes, ...answers.classes },
    emptyWords: { ...fixes.emptyWords, ...answers.emptyWords },
    confirmed: confirmedWith(file, answers.confirmed ?? {})
  }
}

function confirmedWith(file: SessionFile, answers: Readonly<Record<string, boolean>>): string[] {
  const confirmed = new Set(file.fixes.confirmed)
  const met = new Set(problemsOf(file).map((problem) => problem.group))
  for (const [key, accepted] of Object.entries(answers)) {
    const group = groupOfFile(file.id, key)
    if (group === null) continue
    if (!accepted) confirmed.delete(group)
    else if (met.has(group)) confirmed.add(group)
  }
  return [...confirmed]
}
