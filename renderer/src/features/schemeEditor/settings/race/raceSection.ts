import type { Draft, DraftNames, DraftRace } from '../../editorTab.ts'

export type DraftGrades = NonNullable<DraftRace['grades']>
export type DraftLevel = NonNullable<DraftGrades['levels']>[number]
export type DraftBoard = NonNullable<DraftRace['boards']>[number]
export type DraftStreak = NonNullable<DraftRace['streaks']>[number]
export type DraftCondition = NonNullable<DraftStreak['when']>
export type DraftTieBreak = NonNullable<DraftRace['tieBreak']>[number]
export type DraftYear = NonNullable<DraftRace['year']>

/** Changes the race that a section belongs to; `merge` joins steps as in ChangeDraft. */
export type EditRace = (update: (race: DraftRace) => DraftRace, label: string, merge?: string) => void

export interface RaceSectionProps {
  draft: Draft
  race: DraftRace
  names: DraftNames
  edit: EditRace
}

/** Names of the race's grades, best first. */
export function gradeNames(race: DraftRace): string[] {
  return (race.grades?.levels ?? []).flatMap((level) =>
    level.name === undefined || level.name === '' ? [] : [level.name]
  )
}
